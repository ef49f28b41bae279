internal import Synchronization

/// Articles that are being added after somebody gave them, and what became of each so far.
final class AddingRun: Sendable {
  /// What became of an article.
  enum Outcome: String, Sendable {
    case added, known, failed
  }

  /// One article that was added, was there, or could not be had.
  struct Step: Sendable, Hashable {
    let outcome: Outcome
    /// The name of the article; `nil` if it could not be had.
    let name: String?
    /// The title, or what was given.
    let title: String
    /// What there is to say: why it could not be had, what was read in it.
    let message: String
  }

  /// The number of the run, from 1.
  let number: Int
  /// What was given, in words.
  let given: String

  private struct State {
    var steps: [Step] = []
    var isDone = false
    var watchers: [AsyncStream<Void>.Continuation] = []
  }
  private let state = Mutex(State())

  init(number: Int, given: String) {
    self.number = number
    self.given = given
  }

  /// What was done so far, and whether that is all.
  var progress: (steps: [Step], isDone: Bool) { state.withLock { ($0.steps, $0.isDone) } }

  /// Notes what became of an article, and tells those who watch.
  func note(_ step: Step) {
    let watchers = state.withLock { state in
      state.steps.append(step)
      return state.watchers
    }
    for watcher in watchers { watcher.yield() }
  }

  /// Notes that nothing more will come.
  func finish() {
    let watchers = state.withLock { state in
      state.isDone = true
      defer { state.watchers = [] }
      return state.watchers
    }
    for watcher in watchers { watcher.finish() }
  }

  /// Wakes whoever watches with every step, and ends after the last.
  func wakes() -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    let isDone = state.withLock { state in
      if !state.isDone { state.watchers.append(continuation) }
      return state.isDone
    }
    continuation.yield()
    if isDone { continuation.finish() }
    return stream
  }
}
