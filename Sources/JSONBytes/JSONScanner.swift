/// Reads JSON from bytes, piece by piece, in the order in which it stands there.
///
/// Nothing is built that the caller does not ask for:
///
///     var json = JSONScanner(bytes)
///     try json.beginObject()
///     while let key = try json.nextKey() {
///       if key == "title" { title = try json.string() } else { try json.skipValue() }
///     }
///     try json.end()
///
/// The grammar is that of RFC 8259. After an error the scanner must not be used any more.
public struct JSONScanner: Sendable {
  /// What kind of value comes next.
  public enum Kind: Sendable, Hashable {
    case object, array, string, number, boolean, null
  }

  /// How deep values may be nested.
  public static let deepestNesting = 512

  let bytes: [UInt8]
  let limit: Int
  var position: Int
  /// Whether the container that was entered last has not given a member yet.
  private var isFirst = false

  /// Starts at the first byte of `bytes`.
  public init(_ bytes: [UInt8]) { self.init(bytes, in: 0..<bytes.count) }

  /// Starts at the first byte of `bytes[range]` and never looks beyond it.
  public init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    limit = range.upperBound
    position = range.lowerBound
  }

  /// The offset of the byte that comes next.
  public var offset: Int { position }

  /// Returns what kind of value comes next, without taking it.
  public mutating func peek() throws(JSONError) -> Kind {
    skipSpace()
    guard position < limit else { throw JSONError(.cutOff, offset: position) }
    switch bytes[position] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    default: throw JSONError(.unexpected(expected: "a value"), offset: position)
    }
  }

  /// Enters an object.
  public mutating func beginObject() throws(JSONError) {
    try take(UInt8(ascii: "{"), "an object")
    isFirst = true
  }

  /// Returns the next key of the object and steps over its colon, or leaves the object and returns
  /// `nil` if there is none.
  public mutating func nextKey() throws(JSONError) -> String? {
    skipSpace()
    guard position < limit else { throw JSONError(.cutOff, offset: position) }
    if bytes[position] == UInt8(ascii: "}") {
      position += 1
      isFirst = false
      return nil
    }
    if !isFirst { try take(UInt8(ascii: ","), "',' or '}'") }
    isFirst = false
    let key = try string()
    try take(UInt8(ascii: ":"), "':'")
    return key
  }

  /// Enters an array.
  public mutating func beginArray() throws(JSONError) {
    try take(UInt8(ascii: "["), "an array")
    isFirst = true
  }

  /// Returns whether the array has another element, stepping before it; leaves the array if not.
  public mutating func nextElement() throws(JSONError) -> Bool {
    skipSpace()
    guard position < limit else { throw JSONError(.cutOff, offset: position) }
    if bytes[position] == UInt8(ascii: "]") {
      position += 1
      isFirst = false
      return false
    }
    if !isFirst { try take(UInt8(ascii: ","), "',' or ']'") }
    isFirst = false
    return true
  }

  /// Takes a boolean.
  public mutating func boolean() throws(JSONError) -> Bool {
    skipSpace()
    if takeWord("true") { return true }
    if takeWord("false") { return false }
    throw unexpected("true or false")
  }

  /// Takes `null` and returns `true`, or returns `false` and takes nothing if something else comes.
  public mutating func null() -> Bool {
    skipSpace()
    return takeWord("null")
  }

  /// Takes the next value, whatever it is, and forgets it.
  public mutating func skipValue() throws(JSONError) {
    var isObject: [Bool] = []
    repeat {
      switch try peek() {
      case .object:
        try beginObject()
        isObject.append(true)
      case .array:
        try beginArray()
        isObject.append(false)
      case .string: try skipString()
      case .number: try skipNumber()
      case .boolean: _ = try boolean()
      case .null: guard null() else { throw unexpected("null") }
      }
      guard isObject.count <= Self.deepestNesting else {
        throw JSONError(.tooDeep, offset: position)
      }
      while let inObject = isObject.last {
        if inObject ? try nextKey() != nil : try nextElement() { break }
        isObject.removeLast()
      }
    } while !isObject.isEmpty
  }

  /// Makes sure that nothing but white space follows.
  public mutating func end() throws(JSONError) {
    skipSpace()
    guard position == limit else { throw unexpected("the end") }
  }

  mutating func skipSpace() {
    while position < limit {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  mutating func take(_ byte: UInt8, _ expected: String) throws(JSONError) {
    skipSpace()
    guard position < limit, bytes[position] == byte else { throw unexpected(expected) }
    position += 1
  }

  func unexpected(_ expected: String) -> JSONError {
    position < limit
      ? JSONError(.unexpected(expected: expected), offset: position)
      : JSONError(.cutOff, offset: position)
  }

  private mutating func takeWord(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard position + length <= limit else { return false }
    for index in 0..<length where bytes[position + index] != word.utf8Start[index] { return false }
    position += length
    return true
  }
}
