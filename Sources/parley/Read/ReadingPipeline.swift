internal import DataFiles
internal import Fetching
internal import Intake
internal import ParleyModel
internal import Reading

/// Reads the articles of many inputs on several threads and writes them in the order of the inputs.
struct ReadingPipeline: Sendable {
  let intake: TextIntake
  let reader: Reader
  let selection: Selection
  let format: OutputFormat
  let jobs: Int
  let web: WebAccess?
  let data: DataFolder

  /// Reads `inputs` to the end.
  ///
  /// - Returns: how many articles were read and how many were not.
  /// - Throws: ``ClosedPipe`` if nobody reads the output any more.
  func run(_ inputs: [String]) async throws -> Tally {
    var batches = try await BatchSource(
      ArticleInputs(inputs, web: web, data: data), count: inputs.count)
    let format = batches.isOneText ? format.forOneText : format
    var progress = Progress()
    var tally = Tally()
    var messages = MessageLog()
    try StandardStreams.write(format.opening)
    try await BatchLoop(jobs: jobs).run(&batches) {
      process($0, format)
    } take: {
      finished, fraction in
      progress.clear()
      messages.report(finished.messages)
      try StandardStreams.write(finished.output)
      tally.add(finished.tally)
      progress.show(tally, fraction: fraction)
    }
    progress.clear()
    try StandardStreams.write(format.closing)
    messages.close()
    if tally.count != 1 || tally.failed > 0 { StandardStreams.report("parley: \(tally)") }
    return tally
  }

  /// Reads the articles of one batch.
  private func process(_ batch: Batch, _ format: OutputFormat) -> FinishedBatch {
    var finished = FinishedBatch()
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
  var output: [UInt8] = []
  var messages: [String] = []
  var tally = Tally()
}
