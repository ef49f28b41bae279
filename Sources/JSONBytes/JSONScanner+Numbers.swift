extension JSONScanner {
  /// Takes a number.
  ///
  /// A number beyond the range of `Double` becomes infinite.
  public mutating func number() throws(JSONError) -> Double {
    let range = try numberRange()
    var mantissa: UInt64 = 0
    var exponent = 0
    var index = range.lowerBound
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    var seenPoint = false
    while index < range.upperBound, bytes[index] | 0x20 != UInt8(ascii: "e") {
      if bytes[index] == UInt8(ascii: ".") {
        seenPoint = true
      } else {
        guard mantissa < 900_719_925_474_099 else { return slowNumber(range) }
        mantissa = mantissa * 10 + UInt64(bytes[index] - 0x30)
        if seenPoint { exponent -= 1 }
      }
      index += 1
    }
    // Both the mantissa and the power of ten are exact in a Double, so that one operation rounds
    // correctly (Clinger, "How to read floating point numbers accurately", 1990).
    guard index == range.upperBound, exponent >= -22 else { return slowNumber(range) }
    let value = Double(mantissa) / Self.powersOfTen[-exponent]
    return isNegative ? -value : value
  }

  /// Takes a whole number.
  public mutating func integer() throws(JSONError) -> Int {
    skipSpace()
    let start = position
    let range = try numberRange()
    guard let value = Int(String(decoding: bytes[range], as: UTF8.self)) else {
      throw JSONError(.unexpected(expected: "a whole number"), offset: start)
    }
    return value
  }

  mutating func skipNumber() throws(JSONError) { _ = try numberRange() }

  private func slowNumber(_ range: Range<Int>) -> Double {
    Double(String(decoding: bytes[range], as: UTF8.self)) ?? .infinity
  }

  /// Checks the grammar of the number that comes next and steps over it.
  private mutating func numberRange() throws(JSONError) -> Range<Int> {
    skipSpace()
    let start = position
    if at(UInt8(ascii: "-")) { position += 1 }
    if at(UInt8(ascii: "0")) { position += 1 } else { try takeDigits() }
    if at(UInt8(ascii: ".")) {
      position += 1
      try takeDigits()
    }
    if position < limit, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if at(UInt8(ascii: "+")) || at(UInt8(ascii: "-")) { position += 1 }
      try takeDigits()
    }
    return start..<position
  }

  private func at(_ byte: UInt8) -> Bool { position < limit && bytes[position] == byte }

  private mutating func takeDigits() throws(JSONError) {
    let start = position
    while position < limit, bytes[position] &- 0x30 < 10 { position += 1 }
    guard position > start else { throw unexpected("a digit") }
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
