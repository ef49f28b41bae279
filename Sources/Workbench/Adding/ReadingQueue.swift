internal import Dossier
internal import Synchronization

/// Has articles of the dossier read again with a model's help, one after the other, while people go
/// on working: a model takes its time.
final class ReadingQueue: Sendable {
  private struct State {
    /// The work on the article that was asked for last.
    var last: Task<Void, Never>?
    var waiting: Set<String> = []
  }

  private let dossier: Dossier
  private let reader: DossierReader
  private let report: @Sendable (String) -> Void
  private let state = Mutex(State())

  /// Reads by `reader`; `report` is told what a model did not answer.
  init(_ dossier: Dossier, reader: DossierReader, report: @escaping @Sendable (String) -> Void) {
    self.dossier = dossier
    self.reader = reader
    self.report = report
  }

  /// Has an article read, unless it was, or waits already.
  ///
  /// - Returns: whether the model is going to be asked.
  /// - Throws: `DossierError`.
  func add(_ name: String, at time: Timestamp) throws -> Bool {
    guard try !dossier.isRead(name, by: reader.name) else { return false }
    state.withLock { state in
      guard state.waiting.insert(name).inserted else { return }
      state.last = Task { [before = state.last] in
        await before?.value
        await self.read(name, at: time)
        self.state.withLock { _ = $0.waiting.remove(name) }
      }
    }
    return true
  }

  /// Returns when all that was asked for is done.
  func finish() async { await state.withLock { $0.last }?.value }

  private func read(_ name: String, at time: Timestamp) async {
    do {
      let made = try await dossier.readAgain(name, by: reader, at: time)
      if let message = made.message { report("'\(name)': \(message)") }
    } catch {
      report("'\(name)': \(error)")
    }
  }
}
