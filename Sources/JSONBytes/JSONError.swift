/// What is wrong with a piece of JSON, and where.
public struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of damage.
  public enum Kind: Sendable, Hashable {
    /// Something other than `expected` ("a string", "',' or '}'") stands there.
    case unexpected(expected: String)
    /// The text ends inside a value.
    case cutOff
    /// A string holds bytes that are not UTF-8.
    case invalidUTF8
    /// A string holds a control character that is not escaped.
    case bareControl
    /// A backslash is followed by something that JSON does not know.
    case badEscape
    /// Values are nested more than ``JSONScanner/deepestNesting`` deep.
    case tooDeep
  }

  /// What is wrong.
  public let kind: Kind
  /// The offset of the byte where it is wrong, from the start of the bytes given to the scanner.
  public let offset: Int

  /// Makes an error.
  public init(_ kind: Kind, offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  /// What is wrong and where, as half a sentence ("at byte 12, expected a string").
  public var description: String {
    switch kind {
    case .unexpected(let expected): "at byte \(offset), expected \(expected)"
    case .cutOff: "the JSON is cut off at byte \(offset)"
    case .invalidUTF8: "the string at byte \(offset) is not UTF-8"
    case .bareControl: "at byte \(offset), a control character is not escaped"
    case .badEscape: "at byte \(offset), an unknown escape in a string"
    case .tooDeep: "at byte \(offset), values are nested too deeply"
    }
  }
}
