/// Works on batches on several threads, and takes what they give in the order of the inputs.
///
/// At most ``jobs`` batches are worked on at the same time and a few wait for their turn, so memory
/// does not grow with the number of articles.
struct BatchLoop: Sendable {
  let jobs: Int

  /// Runs `work` on every batch, and `take` on what it gave, one after the other.
  func run<Finished: Sendable>(
    _ batches: inout BatchSource, work: @escaping @Sendable (Batch) async throws -> Finished,
    take: (Finished, _ fraction: Double?) async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (index: Int, finished: Finished).self) { group in
      var running = 0
      var started = 0
      var taken = 0
      var waiting: [Int: Finished] = [:]
      while true {
        while running < jobs, started - taken < 4 * jobs, let batch = try await batches.next() {
          started += 1
          running += 1
          group.addTask { (batch.index, try await work(batch)) }
        }
        guard let next = try await group.next() else { break }
        running -= 1
        waiting[next.index] = next.finished
        while let finished = waiting.removeValue(forKey: taken) {
          taken += 1
          try await take(finished, batches.fraction)
        }
      }
    }
  }
}
