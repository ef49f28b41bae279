/// How the form of the answer is asked for: best by the strictest way that the answering tool takes.
public enum AnswerFormat: String, Sendable, CaseIterable {
  /// By the JSON Schema.
  case jsonSchema = "json_schema"
  /// As any JSON object; the rules of the prompt tell which.
  case jsonObject = "json_object"
  /// By the rules of the prompt alone.
  case text
}
