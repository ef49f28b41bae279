/// A JSON value in memory, for documents whose form is made by others or is not fixed.
///
/// The members of an object keep their order. Bulk output is written by ``JSONOutput`` alone.
public enum JSONTree: Sendable, Hashable {
  /// A member of an object.
  public struct Member: Sendable, Hashable {
    /// The key.
    public let key: String
    /// The value.
    public let value: JSONTree
  }

  /// `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A number.
  case number(Double)
  /// A string.
  case string(String)
  /// An array.
  case list([JSONTree])
  /// An object.
  case object([Member])

  /// Reads a whole document.
  ///
  /// - Throws: what is wrong with it, and where.
  public static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONTree {
    var json = JSONScanner(bytes)
    let tree = try value(&json, depth: 0)
    try json.end()
    return tree
  }

  /// Makes an object, without the members that are `nil`.
  public static func members(_ pairs: KeyValuePairs<String, JSONTree?>) -> JSONTree {
    .object(pairs.compactMap { key, value in value.map { Member(key: key, value: $0) } })
  }

  /// Makes a string, or nothing of `nil`.
  public static func text(_ text: String?) -> JSONTree? { text.map { .string($0) } }

  /// The value of a member of an object; `nil` if there is none, or this is no object.
  public subscript(_ key: String) -> JSONTree? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The string; `nil` for other values.
  public var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The number as a whole one; `nil` for other values.
  public var integer: Int? {
    if case .number(let number) = self { Int(exactly: number) } else { nil }
  }

  /// The elements of an array; the value itself for all others but `null`, which has none.
  public var elements: [JSONTree] {
    switch self {
    case .list(let elements): elements
    case .null: []
    default: [self]
    }
  }

  /// Appends the value.
  public func write(to output: inout JSONOutput) {
    switch self {
    case .null: output.raw("null")
    case .boolean(let value): output.boolean(value)
    case .number(let number): output.number(number)
    case .string(let text): output.string(text)
    case .list(let elements): output.array(elements) { $1.write(to: &$0) }
    case .object(let members):
      output.raw("{")
      for (index, member) in members.enumerated() {
        if index > 0 { output.raw(",") }
        output.string(member.key)
        output.raw(":")
        member.value.write(to: &output)
      }
      output.raw("}")
    }
  }

  private static func value(_ json: inout JSONScanner, depth: Int) throws(JSONError) -> JSONTree {
    guard depth < JSONScanner.deepestNesting else {
      throw JSONError(.tooDeep, offset: json.offset)
    }
    switch try json.peek() {
    case .null:
      guard json.null() else {
        throw JSONError(.unexpected(expected: "null"), offset: json.offset)
      }
      return .null
    case .boolean: return .boolean(try json.boolean())
    case .number: return .number(try json.number())
    case .string: return .string(try json.string())
    case .array:
      try json.beginArray()
      var elements: [JSONTree] = []
      while try json.nextElement() { elements.append(try value(&json, depth: depth + 1)) }
      return .list(elements)
    case .object:
      try json.beginObject()
      var members: [Member] = []
      while let key = try json.nextKey() {
        members.append(Member(key: key, value: try value(&json, depth: depth + 1)))
      }
      return .object(members)
    }
  }
}

extension JSONTree: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByIntegerLiteral
{
  /// Makes a string.
  public init(stringLiteral text: String) { self = .string(text) }
  /// Makes an array.
  public init(arrayLiteral elements: JSONTree...) { self = .list(elements) }
  /// Makes a number.
  public init(integerLiteral number: Int) { self = .number(Double(number)) }
}
