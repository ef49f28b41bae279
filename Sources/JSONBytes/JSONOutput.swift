/// Writes JSON as bytes, by hand: keys in the order in which they are given, no white space.
public struct JSONOutput: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// Starts with nothing.
  public init() {}

  /// Makes room for `count` more bytes.
  public mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// Forgets what was written, keeping the room for it.
  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Writes `text` as it is: punctuation, keys, literals.
  public mutating func raw(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Writes a whole value that is JSON already.
  public mutating func json(_ value: [UInt8]) { bytes.append(contentsOf: value) }

  /// Writes a string.
  public mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { escape($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a string, or `null`.
  public mutating func string(_ text: String?) {
    if let text { string(text) } else { raw("null") }
  }

  /// Writes UTF-8 bytes as a string; bytes that are not UTF-8 become U+FFFD.
  public mutating func string(utf8 content: [UInt8]) {
    guard UTF8Check.isValid(content) else {
      string(String(decoding: content, as: UTF8.self))
      return
    }
    bytes.reserveCapacity(bytes.count + content.count + content.count / 32 + 2)
    bytes.append(UInt8(ascii: "\""))
    content.withUnsafeBufferPointer { escape($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a whole number.
  public mutating func integer(_ value: Int) {
    if value >= 0, value < 10 {
      bytes.append(0x30 + UInt8(value))
    } else {
      bytes.append(contentsOf: String(value).utf8)
    }
  }

  /// Writes a whole number, or `null`.
  public mutating func integer(_ value: Int?) {
    if let value { integer(value) } else { raw("null") }
  }

  /// Writes a number in the shortest form that reads back as the same; `null` where it is not
  /// finite.
  public mutating func number(_ value: Double) {
    if let whole = Int(exactly: value), whole.magnitude < 1 << 53 {
      integer(whole)
    } else if value.isFinite {
      bytes.append(contentsOf: value.description.utf8)
    } else {
      raw("null")
    }
  }

  /// Writes `true` or `false`.
  public mutating func boolean(_ value: Bool) {
    if value { raw("true") } else { raw("false") }
  }

  /// Writes an array, its elements by `write`.
  public mutating func array<Elements: Collection>(
    _ elements: Elements, _ write: (inout JSONOutput, Elements.Element) -> Void
  ) {
    raw("[")
    var isFirst = true
    for element in elements {
      if !isFirst { raw(",") }
      isFirst = false
      write(&self, element)
    }
    raw("]")
  }

  private mutating func escape(_ content: UnsafeBufferPointer<UInt8>) {
    var runStart = 0
    for index in 0..<content.count {
      let byte = content[index]
      if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { continue }
      bytes.append(contentsOf: content[runStart..<index])
      runStart = index + 1
      switch byte {
      case UInt8(ascii: "\""): raw("\\\"")
      case UInt8(ascii: "\\"): raw("\\\\")
      case 0x0A: raw("\\n")
      case 0x0D: raw("\\r")
      case 0x09: raw("\\t")
      default:
        raw("\\u00")
        bytes.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
        let low = byte & 0x0F
        bytes.append(low < 10 ? 0x30 + low : UInt8(ascii: "a") + low - 10)
      }
    }
    bytes.append(contentsOf: content[runStart..<content.count])
  }
}
