/// Why a whole answer of a model is of no use.
public enum AnswerFault: String, Error, Sendable, Hashable, CaseIterable {
  /// The server gave an error in place of an answer.
  case serverError = "answer is an error of the server"
  /// There is no text in it.
  case empty = "answer without text"
  /// The model wanted to use a tool; it has none.
  case toolCall = "answer calls a tool"
  /// The answer ended at the limit of its length.
  case cutOff = "answer cut off"
  /// The text is not JSON.
  case notJSON = "answer is not JSON"
  /// The JSON has another form than the one asked for.
  case otherForm = "answer is not in the form asked for"
}
