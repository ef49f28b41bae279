public import Assist
public import ParleyModel

/// Reads articles with the help of a model that answers over the network.
public struct AssistedReader: Sendable {
  /// What came of one article.
  public struct Result: Sendable {
    /// What was read by both readers.
    public let reading: ArticleReading
    /// What was read by Parley's own reader alone.
    public let own: ArticleReading
    /// What was asked and answered now.
    public let records: [AssistRecord]
    /// Why a request was not answered: the first reason; `nil` where all were, or the reason was told
    /// of an article before.
    public let failure: AskingError?
  }

  /// Makes requests and verifies answers.
  public let assistant: Assistant
  private let endpoint: ModelEndpoint

  /// Asks the model of `endpoint`.
  public init(_ assistant: Assistant, endpoint: ModelEndpoint) {
    self.assistant = assistant
    self.endpoint = endpoint
  }

  /// What reads, in words: model, prompt and settings. Readings of the same words were made alike.
  public var name: String {
    "assisted by \(assistant.settings.model), \(assistant.prompt.name), "
      + "window \(assistant.settings.window), answers to \(assistant.settings.answerTokens)"
  }

  /// Reads an article: asks for what is not known, and joins what holds of the answers with what
  /// Parley's own reader reads.
  ///
  /// - Parameters:
  ///   - known: returns the answer that was given before to the request of a name, as a line that
  ///     keeps it; `nil` where there is none.
  ///   - keep: keeps a record as soon as its answer has come; stops everything by throwing.
  /// - Throws: `CancellationError`, or what `known` and `keep` throw.
  public func read(
    _ article: Article, known: (String) throws -> [UInt8]?,
    keep: (AssistRecord) throws -> Void = { _ in }
  ) async throws -> Result {
    let read = assistant.read(article)
    var answers: [JudgedAnswer?] = []
    var records: [AssistRecord] = []
    var failure: AskingError?
    var format: AnswerFormat?
    for request in assistant.requests(for: article) {
      if let line = try known(request.customID), AnswerBook.isUsable(line) {
        answers.append(assistant.judge(line, to: request, on: read))
        continue
      }
      do {
        let reply = try await endpoint.ask(request)
        let judged = assistant.judge(reply.body, to: request, on: read)
        let record = AssistRecord(
          request, settings: reply.settings, answer: reply.body, judged: judged)
        format = reply.settings.format
        answers.append(judged)
        records.append(record)
        try keep(record)
      } catch let error as AskingError {
        answers.append(nil)
        failure = failure ?? error
      }
    }
    return Result(
      reading: assistant.join(read, answers, format: format), own: read.reading,
      records: records, failure: failure?.isTold == true ? nil : failure)
  }
}
