public import ParleyModel

/// How a model is asked.
public struct AssistSettings: Sendable, Hashable {
  /// The name by which the server knows the model.
  public var model: String
  /// The longest part of an article in one request, in estimated tokens.
  public var window = 3000
  /// The longest answer, in tokens.
  public var answerTokens = 4096
  /// How the form of the answer is asked for.
  public var format = AnswerFormat.jsonSchema

  /// Makes the usual settings for a model.
  public init(model: String) { self.model = model }

  /// The settings as a reading tells them.
  public var summary: Assistance.Settings {
    Assistance.Settings(window: window, answerTokens: answerTokens, format: format.rawValue)
  }
}
