internal import Fetching
internal import Intake
internal import ParleyModel

/// Reads the articles of many inputs on several threads and writes them in the order of the inputs.
struct ReadingPipeline: Sendable {
  /// What came of one article.
  struct Result: Sendable {
    let reading: ArticleReading
    /// What people should know about it.
    let messages: [String]

    init(_ reading: ArticleReading, messages: [String] = []) {
      self.reading = reading
      self.messages = messages
    }
  }

  let intake: TextIntake
  let selection: Selection
  let format: OutputFormat
  let jobs: Int
  /// How many articles are taken at a time; `nil` for as many as are read in good time.
  var articlesAtOnce: Int?
  /// Reads an article; stops everything by throwing.
  let read: @Sendable (Article) async throws -> Result

  /// Reads `inputs` to the end.
  ///
  /// - Returns: how many articles were read and how many were not.
  /// - Throws: ``ClosedPipe`` if nobody reads the output any more, `WebArchiveError`, or
  ///   what ``read`` throws.
  func run(_ inputs: ArticleInputs) async throws -> Tally {
    var batches = try await BatchSource(inputs, mostArticles: articlesAtOnce)
    let format = batches.isOneText ? format.forOneText : format
    var progress = Progress()
    var tally = Tally()
    var messages = MessageLog()
    try StandardStreams.write(format.opening)
    try await BatchLoop(jobs: jobs).run(&batches) {
      try await process($0, format)
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
    tally.assistance.report()
    return tally
  }

  /// Reads the articles of one batch.
  private func process(_ batch: Batch, _ format: OutputFormat) async throws -> FinishedBatch {
    var finished = FinishedBatch()
    for (offset, raw) in batch.articles.enumerated() {
      let isFirst = batch.index == 0 && offset == 0
      let article: Article
      do throws(IntakeError) {
        article = try intake.article(raw)
      } catch {
        finished.output += format.bytes(.failure(error), isFirst: isFirst)
        // Lines that are damaged have their row; a whole file is worth a message in any case.
        if error.line == nil || !format.hasErrorRows {
          finished.messages.append("parley: \(error)")
        }
        finished.tally.failed += 1
        if error.isMissingInput { finished.tally.missing += 1 }
        continue
      }
      for warning in article.warnings {
        finished.messages.append("parley: '\(article.id)': \(warning)")
      }
      let result = try await read(article)
      finished.messages += result.messages
      if let assistance = result.reading.assistance {
        finished.tally.assistance.add(assistance)
      }
      let reading = selection.apply(to: result.reading)
      finished.output += format.bytes(.success(reading), isFirst: isFirst)
      finished.tally.read += 1
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
