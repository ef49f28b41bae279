public import ParleyModel

/// One request with its answer and what verification made of it: enough to explain a reading, and to
/// repeat it without the model.
public struct AssistRecord: Sendable, Hashable {
  /// The name of the request; it depends on the article, the prompt and the window.
  public let customID: String
  /// The article.
  public let article: ArticleID
  /// The model, as it was asked for.
  public let model: String
  /// The version of the prompt with its checksum.
  public let prompt: String
  /// How the model was asked.
  public let settings: Assistance.Settings
  /// The body of the request, JSON without line breaks.
  public let request: [UInt8]
  /// The answer of the server as it came.
  public let answer: [UInt8]
  /// What verification made of the answer, or why it is of no use.
  public let judged: JudgedAnswer

  /// Records what came as the answer to `request`.
  public init(
    _ request: AssistRequest, settings: AssistSettings, answer: [UInt8], judged: JudgedAnswer
  ) {
    customID = request.customID
    article = request.article
    model = settings.model
    prompt = request.prompt.name
    self.settings = settings.summary
    self.request = request.body(settings)
    self.answer = answer
    self.judged = judged
  }
}
