internal import Dossier
internal import Fetching
internal import Intake
internal import ParleyModel

/// Reads the articles of many inputs on several threads and adds them to a dossier in the order of
/// the inputs.
struct AddingPipeline: Sendable {
  /// How many articles are added in one transaction.
  private static let articlesInOne = 256

  let dossier: Dossier
  let intake: TextIntake
  let reader: DossierReader
  let time: Timestamp
  let jobs: Int

  /// Adds the articles of `inputs`.
  ///
  /// - Returns: how many articles were read and how many were not.
  /// - Throws: `DossierError` if the record cannot be written, `WebArchiveError`; what was added before is kept.
  func run(_ inputs: ArticleInputs) async throws -> Tally {
    // What took a model's time is written at once.
    let atOnce = reader.isAssisted ? 1 : Self.articlesInOne
    var batches = try await BatchSource(inputs, mostArticles: reader.isAssisted ? 1 : nil)
    var progress = Progress()
    var tally = Tally()
    var messages = MessageLog()
    var addition = Addition()
    var waiting: [Entry] = []
    var writing: Task<Addition, any Error>?
    func write() async throws {
      // Articles are read while those before them are written.
      if let writing { addition += try await writing.value }
      let entries = waiting
      waiting = []
      writing = Task { try dossier.add(entries, reader: reader.name, at: time) }
    }
    try await BatchLoop(jobs: jobs).run(&batches) {
      try await process($0)
    } take: { finished, fraction in
      progress.clear()
      messages.report(finished.messages)
      tally.add(finished.tally)
      addition.known += finished.known
      waiting += finished.entries
      if waiting.count >= atOnce { try await write() }
      progress.show(tally, fraction: fraction)
    }
    try await write()
    if let writing { addition += try await writing.value }
    addition.known += batches.unchanged
    progress.clear()
    messages.close()
    StandardStreams.report(
      "parley: \(addition.summary)\(tally.failed > 0 ? ", \(tally.failed) failed" : "")")
    tally.assistance.report()
    return tally
  }

  private func process(_ batch: Batch) async throws -> Finished {
    var finished = Finished()
    for raw in batch.articles {
      do {
        let article = try intake.article(raw)
        for warning in article.warnings {
          finished.messages.append("parley: '\(article.id)': \(warning)")
        }
        finished.tally.read += 1
        guard let source = RawSource(raw) else { continue }
        if try dossier.has(article.id, source.original, reader: reader.name) {
          finished.known += 1
          continue
        }
        let made = try await reader.read(article, for: dossier)
        if let message = made.message {
          finished.messages.append("parley: '\(article.id)': \(message)")
        }
        if let assistance = made.assistance { finished.tally.assistance.add(assistance) }
        finished.entries.append(
          Entry(
            original: source.original, sidecar: source.sidecar, origin: source.origin, made: made))
      } catch let error as CancellationError {
        throw error
      } catch {
        finished.messages.append("parley: \(error)")
        finished.tally.failed += 1
        if (error as? IntakeError)?.isMissingInput == true { finished.tally.missing += 1 }
      }
    }
    return finished
  }

  private struct Finished: Sendable {
    var entries: [Entry] = []
    var messages: [String] = []
    var tally = Tally()
    var known = 0
  }
}

extension Addition {
  /// The counts as a sentence.
  var summary: String {
    var parts = ["\(counted(new, "article")) added"]
    if changed > 0 { parts.append("\(changed) changed since") }
    if readAgain > 0 { parts.append("\(readAgain) read again") }
    if known > 0 { parts.append("\(known) there already") }
    return parts.joined(separator: ", ")
  }
}
