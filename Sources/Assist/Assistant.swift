public import DataFiles
public import ParleyModel
public import Reading

/// Reads articles with a language model's help: makes the requests, verifies the answers, and joins
/// what holds with what Parley's own reader read.
public struct Assistant: Sendable {
  /// What the model is told.
  public let prompt: Prompt
  /// How the model is asked.
  public let settings: AssistSettings
  private let reader: Reader
  let verifier: Verifier

  /// Loads the prompt and the word lists.
  ///
  /// - Throws: `DataError` if a file is missing or malformed.
  public init(_ data: DataFolder, reader: Reader, settings: AssistSettings) throws(DataError) {
    prompt = try Prompt(data)
    verifier = try Verifier(data, prompt: prompt)
    self.reader = reader
    self.settings = settings
  }

  /// Returns the requests that read `article` whole; none where it has no sentence.
  public func requests(for article: Article) -> [AssistRequest] {
    AssistRequest.requests(
      for: reader.annotate(article), prompt: prompt, window: settings.window)
  }

  /// Reads `article` by Parley's own reader, for the verification of answers.
  public func read(_ article: Article) -> ReadArticle { ReadArticle(article, reader: reader) }

  /// Judges what came as the answer to `request`: the answer of a server, or a line of a batch.
  public func judge(
    _ answer: [UInt8], to request: AssistRequest, on article: ReadArticle
  ) -> JudgedAnswer {
    do throws(AnswerFault) {
      let completion = try Completion(answer)
      let items = try AssistAnswer(completion.content)
      return JudgedAnswer(
        completion: completion,
        verification: verifier.verify(items, window: request.window, of: article))
    } catch {
      return JudgedAnswer(fault: error)
    }
  }

  /// Joins the reading of an article with the judged answers to its requests; `nil` where a request has
  /// no answer.
  ///
  /// - Parameter format: how the form of the answers was asked for; `nil` for as the settings have it.
  public func join(
    _ article: ReadArticle, _ answers: [JudgedAnswer?], format: AnswerFormat? = nil
  ) -> ArticleReading {
    var joiner = ReadingJoiner()
    var settings = settings
    if let format { settings.format = format }
    var assistance = Assistance(
      model: answers.lazy.compactMap { $0?.completion?.model }.first ?? settings.model,
      prompt: prompt.name, settings: settings.summary, requests: answers.count, answers: 0)
    var faults: [AnswerFault: Int] = [:]
    var drops: [DropReason: Int] = [:]
    for answer in answers {
      guard let answer else { continue }
      if let fault = answer.fault { faults[fault, default: 0] += 1 }
      guard let verification = answer.verification else { continue }
      assistance.answers += 1
      assistance.positions.proposed += verification.proposedPositions
      assistance.figures.proposed += verification.proposedFigures
      drops.merge(verification.drops) { $0 + $1 }
      joiner.add(verification)
    }
    assistance.dropped =
      AnswerFault.allCases.compactMap { fault in
        faults[fault].map { Assistance.Dropped(reason: fault.rawValue, count: $0) }
      } + DropReason.counts(drops)
    return joiner.joined(article.reading, assistance)
  }
}
