extension JSONScanner {
  /// Takes a string.
  public mutating func string() throws(JSONError) -> String {
    let start = position
    var unescaped: [UInt8] = []
    let range = try stringBytes(into: &unescaped)
    if let range {
      guard let text = String(validating: bytes[range], as: UTF8.self) else {
        throw JSONError(.invalidUTF8, offset: start)
      }
      return text
    }
    guard let text = String(validating: unescaped, as: UTF8.self) else {
      throw JSONError(.invalidUTF8, offset: start)
    }
    return text
  }

  /// Takes a string as UTF-8 bytes.
  public mutating func utf8() throws(JSONError) -> [UInt8] {
    let start = position
    var content: [UInt8] = []
    if let range = try stringBytes(into: &content) { content = [UInt8](bytes[range]) }
    guard UTF8Check.isValid(content) else { throw JSONError(.invalidUTF8, offset: start) }
    return content
  }

  /// Steps over a string; returns where its bytes stand if it has no escapes, else fills
  /// `unescaped` and returns `nil`.
  private mutating func stringBytes(into unescaped: inout [UInt8]) throws(JSONError) -> Range<Int>?
  {
    try take(UInt8(ascii: "\""), "a string")
    let start = position
    try stepToQuoteOrEscape()
    if bytes[position] == UInt8(ascii: "\"") {
      position += 1
      return start..<position - 1
    }
    unescaped.reserveCapacity(max(64, min(limit - start, 1 << 16)))
    var runStart = start
    while true {
      unescaped.append(contentsOf: bytes[runStart..<position])
      if bytes[position] == UInt8(ascii: "\"") { break }
      try takeEscape(into: &unescaped)
      runStart = position
      try stepToQuoteOrEscape()
    }
    position += 1
    return nil
  }

  mutating func skipString() throws(JSONError) {
    try take(UInt8(ascii: "\""), "a string")
    var ignored: [UInt8] = []
    while true {
      try stepToQuoteOrEscape()
      if bytes[position] == UInt8(ascii: "\"") { break }
      try takeEscape(into: &ignored)
      ignored.removeAll(keepingCapacity: true)
    }
    position += 1
  }

  private mutating func stepToQuoteOrEscape() throws(JSONError) {
    while position < limit {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
      guard byte >= 0x20 else { throw JSONError(.bareControl, offset: position) }
      position += 1
    }
    throw JSONError(.cutOff, offset: position)
  }

  private mutating func takeEscape(into output: inout [UInt8]) throws(JSONError) {
    let start = position
    guard position + 1 < limit else { throw JSONError(.cutOff, offset: limit) }
    position += 2
    switch bytes[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      output.append(bytes[start + 1])
    case UInt8(ascii: "b"): output.append(0x08)
    case UInt8(ascii: "f"): output.append(0x0C)
    case UInt8(ascii: "n"): output.append(0x0A)
    case UInt8(ascii: "r"): output.append(0x0D)
    case UInt8(ascii: "t"): output.append(0x09)
    case UInt8(ascii: "u"):
      output.append(contentsOf: UTF8.encode(try scalar()) ?? UTF8.encodedReplacementCharacter)
    default: throw JSONError(.badEscape, offset: start)
    }
  }

  /// Takes the digits after `\u`, and the second half of a surrogate pair where there is one; half
  /// a pair without its other half becomes U+FFFD.
  private mutating func scalar() throws(JSONError) -> Unicode.Scalar {
    let first = try hexadecimal()
    if first & 0xFC00 == 0xD800, position + 1 < limit, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    {
      let before = position
      position += 2
      let second = try hexadecimal()
      if second & 0xFC00 == 0xDC00 {
        let value = 0x10000 + ((first & 0x3FF) << 10) + (second & 0x3FF)
        return Unicode.Scalar(value) ?? "\u{FFFD}"
      }
      position = before
    }
    return Unicode.Scalar(first) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    guard position + 4 <= limit else { throw JSONError(.cutOff, offset: limit) }
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = bytes[position]
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: throw JSONError(.badEscape, offset: position)
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
