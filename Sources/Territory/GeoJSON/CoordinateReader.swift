/// Reads GeoJSON coordinates from bytes straight to grid points.
struct CoordinateReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The offset of the byte that comes next.
  private(set) var offset: Int

  /// Starts at `offset` of `bytes`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// Steps over white space and, if it comes next, over `byte`; returns whether it came.
  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  /// Takes `byte`, which must come next.
  @inline(__always)
  mutating func expect(_ byte: UInt8) throws(TerritoryError) {
    guard take(byte) else {
      guard offset < bytes.count else { throw damage("the JSON is cut off at byte \(offset)") }
      throw damage("at byte \(offset), expected '\(Character(Unicode.Scalar(byte)))'")
    }
  }

  private func damage(_ found: String) -> TerritoryError { TerritoryError(.badJSON(found: found)) }

  /// Takes one position: longitude, latitude and, unread, whatever follows.
  mutating func position() throws(TerritoryError) -> GridPoint {
    try expect(UInt8(ascii: "["))
    let x = try number()
    try expect(UInt8(ascii: ","))
    let y = try number()
    while take(UInt8(ascii: ",")) { _ = try number() }
    try expect(UInt8(ascii: "]"))
    // Rings that step over the antimeridian are often drawn on, to 181 degrees; they are cut later.
    guard abs(x) <= 360_000_000_000, abs(y) <= 90_000_000_000 else {
      let point = GridPoint(x: x, y: y)
      throw TerritoryError(
        .badGeometry(
          found: "the point \(point.longitude), \(point.latitude) at byte \(offset) lies off the "
            + "globe"))
    }
    return GridPoint(x: x, y: y)
  }

  /// Takes a decimal number, in billionths, rounded half away from zero.
  private mutating func number() throws(TerritoryError) -> Int64 {
    let isNegative = take(UInt8(ascii: "-"))
    let start = offset
    var value: Int64 = 0
    var digits = 0
    while offset < bytes.count, bytes[offset] &- 0x30 < 10 {
      if digits < 9 { value = value * 10 + Int64(bytes[offset] &- 0x30) }
      digits += 1
      offset += 1
    }
    guard digits > 0 else {
      guard offset < bytes.count else { throw damage("the JSON is cut off at byte \(offset)") }
      throw damage("at byte \(offset), expected a number")
    }
    guard digits <= 6 else { return try slowNumber(start, isNegative) }
    var places = 0
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      while offset < bytes.count, bytes[offset] &- 0x30 < 10 {
        if places < 9 {
          value = value * 10 + Int64(bytes[offset] &- 0x30)
        } else if places == 9, bytes[offset] >= UInt8(ascii: "5") {
          value += 1
        }
        places += 1
        offset += 1
      }
    }
    if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      return try slowNumber(start, isNegative)
    }
    value *= Self.powersOfTen[max(0, 9 - places)]
    return isNegative ? -value : value
  }

  /// Numbers with an exponent or too many digits, by the standard library.
  private mutating func slowNumber(_ start: Int, _ isNegative: Bool) throws(TerritoryError)
    -> Int64
  {
    while offset < bytes.count, "0123456789+-.eE".utf8.contains(bytes[offset]) { offset += 1 }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard let value = Double(text), value.isFinite else {
      throw damage("at byte \(start), '\(text.prefix(40))' is not a number")
    }
    guard value <= 1_000 else {
      throw TerritoryError(.badGeometry(found: "the number at byte \(start) lies off the globe"))
    }
    let grid = Int64((value * 1e9).rounded())
    return isNegative ? -grid : grid
  }

  private static let powersOfTen: [Int64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  ]
}
