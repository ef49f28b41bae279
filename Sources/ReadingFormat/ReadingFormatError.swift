public import JSONBytes

/// Why a line could not be read back as a reading.
public struct ReadingFormatError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Kind: Sendable, Hashable {
    /// The line is not JSON, or a value has another type than the form asks for.
    case malformed(JSONError)
    /// The form is another one than `parley/reading/1`.
    case otherSchema(String)
    /// A key is missing.
    case missing(key: String)
    /// A value is not among those that the key may have.
    case unknownValue(key: String, found: String)
    /// A span does not lie in the text, or runs backwards.
    case badSpan(key: String)
    /// An index points at nothing.
    case badIndex(key: String)
  }

  /// What is wrong.
  public let kind: Kind

  /// Makes an error.
  public init(_ kind: Kind) { self.kind = kind }

  /// The message: what was being done, what was wrong where, what to do next.
  public var description: String {
    let found =
      switch kind {
      case .malformed(let error): error.description
      case .otherSchema(let schema): "the schema is '\(schema)', not 'parley/reading/1'"
      case .missing(let key): "the key '\(key)' is missing"
      case .unknownValue(let key, let found): "'\(key)' is '\(found)', which the form does not know"
      case .badSpan(let key): "a span in '\(key)' does not lie in the text"
      case .badIndex(let key): "'\(key)' points at nothing"
      }
    return """
      reading back a line of parley/reading/1: \(found)
        write the line again with 'parley read --ndjson'
      """
  }
}
