internal import ByteStreams
internal import Intake
internal import Synchronization

/// Bodies that were made lately, plain and compressed, up to a number of bytes.
final class PageCache: Sendable {
  /// A body in both forms.
  struct Body: Sendable {
    let plain: [UInt8]
    let type: String
    /// Compressed; `nil` where that gains nothing.
    let packed: [UInt8]?

    init(_ plain: [UInt8], type: String) {
      self.plain = plain
      self.type = type
      let packed = plain.count > 1024 ? Gzip.compress(plain) : nil
      self.packed = packed.flatMap { $0.count < plain.count ? $0 : nil }
    }

    var size: Int { plain.count + (packed?.count ?? 0) }
  }

  private struct State {
    var bodies: [String: (body: Body, turn: Int)] = [:]
    var size = 0
    var turn = 0
  }

  private let limit: Int
  private let state = Mutex(State())

  /// Keeps at most `limit` bytes.
  init(limit: Int) { self.limit = limit }

  /// Returns the body of `key`, made by `make` if it is not kept.
  func body(_ key: String, _ make: () throws -> Body) rethrows -> Body {
    let found = state.withLock { state -> Body? in
      state.turn += 1
      guard let entry = state.bodies[key] else { return nil }
      state.bodies[key] = (entry.body, state.turn)
      return entry.body
    }
    if let found { return found }
    let body = try make()
    guard body.size < limit / 4 else { return body }
    state.withLock { state in
      if let old = state.bodies.updateValue((body, state.turn), forKey: key) {
        state.size -= old.body.size
      }
      state.size += body.size
      guard state.size > limit else { return }
      // Half is dropped at once, the longest unused first, so that this is rare.
      for (key, entry) in state.bodies.sorted(by: { $0.value.turn < $1.value.turn }) {
        guard state.size > limit / 2 else { break }
        state.bodies[key] = nil
        state.size -= entry.body.size
      }
    }
    return body
  }
}
