/// The lines of an NDJSON input, one article each; empty lines are passed over.
struct LineStream {
  private let source: ByteSource
  private let input: String
  private let stem: String
  private var buffer: [UInt8]
  /// Where the next line begins in `buffer`.
  private var position = 0
  private var number = 0
  private var isAtEnd = false

  /// Continues after `start`, the first bytes of `source`.
  init(_ source: ByteSource, start: [UInt8], input: String, stem: String) {
    self.source = source
    self.input = input
    self.stem = stem
    buffer = start
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The number of bytes of the file that were taken.
  var offset: Int { source.offset }

  /// Returns the next line, or `nil` after the last.
  mutating func next() -> RawArticle? {
    while true {
      number += 1
      guard let line = nextLine() else { return nil }
      switch line {
      case .failure(let error):
        position = buffer.count
        isAtEnd = true
        return .failure(error)
      case .success(let range):
        if range.count > RawArticle.longest {
          return .failure(failure(.tooLong))
        }
        if buffer[range].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
        return .line(bytes: [UInt8](buffer[range]), input: input, number: number)
      }
    }
  }

  /// Finds the next line in the buffer, reading on as needed.
  private mutating func nextLine() -> Result<Range<Int>, IntakeError>? {
    var searched = position
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        let range = position..<(end > position && buffer[end - 1] == 0x0D ? end - 1 : end)
        position = end + 1
        return .success(range)
      }
      if isAtEnd {
        guard position < buffer.count else { return nil }
        let range = position..<buffer.count
        position = buffer.count
        return .success(range)
      }
      buffer.removeSubrange(..<position)
      position = 0
      searched = buffer.count
      do throws(ByteSource.ReadFailure) {
        isAtEnd = try source.read(1 << 18, into: &buffer) == 0
      } catch {
        return .failure(failure(error.kind))
      }
      if buffer.count > 2 * RawArticle.longest { return .failure(failure(.tooLong)) }
    }
  }

  private func failure(_ kind: IntakeError.Kind) -> IntakeError {
    IntakeError(kind, input: input, line: number, id: "\(stem):\(number)")
  }
}
