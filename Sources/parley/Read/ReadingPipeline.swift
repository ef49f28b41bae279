internal import Intake
internal import ParleyModel
internal import Reading

/// Reads the articles of many inputs on several threads and writes them in the order of the inputs.
///
/// Articles travel in batches; at most ``jobs`` batches are read at the same time and a few wait for
/// their turn to be written, so memory does not grow with the number of articles.
struct ReadingPipeline: Sendable {
  let intake: TextIntake
  let reader: Reader
  let selection: Selection
  let format: OutputFormat
  let jobs: Int

  /// Reads `inputs` to the end.
  ///
  /// - Returns: how many articles were read and how many were not.
  /// - Throws: ``ClosedPipe`` if nobody reads the output any more.
  func run(_ inputs: [String]) async throws -> Tally {
    var batches = BatchSource(inputs)
    let format = batches.isOneText ? format.forOneText : format
    var progress = Progress()
    var tally = Tally()
    var messages = MessageLog()
    try StandardStreams.write(format.opening)
    try await withThrowingTaskGroup(of: FinishedBatch.self) { group in
      var running = 0
      var started = 0
      var written = 0
      var waiting: [Int: FinishedBatch] = [:]
      while true {
        while running < jobs, started - written < 4 * jobs, let batch = batches.next() {
          started += 1
          running += 1
          group.addTask { process(batch, format) }
        }
        guard let finished = try await group.next() else { break }
        running -= 1
        waiting[finished.index] = finished
        while let next = waiting.removeValue(forKey: written) {
          written += 1
          progress.clear()
          messages.report(next.messages)
          try StandardStreams.write(next.output)
          tally.add(next.tally)
          progress.show(tally, fraction: batches.fraction)
        }
      }
    }
    progress.clear()
    try StandardStreams.write(format.closing)
    messages.close()
    if tally.count != 1 || tally.failed > 0 { StandardStreams.report("parley: \(tally)") }
    return tally
  }

  /// Reads the articles of one batch.
  private func process(_ batch: Batch, _ format: OutputFormat) -> FinishedBatch {
    var finished = FinishedBatch(index: batch.index)
    for (offset, raw) in batch.articles.enumerated() {
      let isFirst = batch.index == 0 && offset == 0
      do throws(IntakeError) {
        let article = try intake.article(raw)
        for warning in article.warnings {
          finished.messages.append("parley: '\(article.id)': \(warning)")
        }
        let reading = selection.apply(to: reader.read(article))
        finished.output += format.bytes(.success(reading), isFirst: isFirst)
        finished.tally.read += 1
      } catch {
        finished.output += format.bytes(.failure(error), isFirst: isFirst)
        // Lines that are damaged have their row; a whole file is worth a message in any case.
        if error.line == nil || !format.hasErrorRows {
          finished.messages.append("parley: \(error)")
        }
        finished.tally.failed += 1
        if error.isMissingInput { finished.tally.missing += 1 }
      }
    }
    return finished
  }
}

/// What one batch gave.
private struct FinishedBatch: Sendable {
  let index: Int
  var output: [UInt8] = []
  var messages: [String] = []
  var tally = Tally()
}
