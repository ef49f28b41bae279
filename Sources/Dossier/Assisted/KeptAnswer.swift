/// What a language model was asked and answered for an article, with what verification made of it.
public struct KeptAnswer: Sendable, Hashable {
  /// The name of the request; it depends on the article, the prompt and the window.
  public let request: String
  /// The model, as it was asked for.
  public let model: String
  /// Request, answer and verification, one line of the form `parley/assist/1`.
  public let line: [UInt8]

  /// Makes an answer from its parts.
  public init(request: String, model: String, line: [UInt8]) {
    self.request = request
    self.model = model
    self.line = line
  }
}
