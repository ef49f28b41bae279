/// A small fixed set of names, looked up by bytes without regard to ASCII case.
struct NameTable: Sendable {
  private var keys: [UInt64]
  private var values: [UInt8]
  private let mask: Int

  /// Makes a table of at most a few hundred names.
  init(_ entries: [(name: String, value: UInt8)]) {
    var size = 16
    while size < entries.count * 4 { size *= 2 }
    mask = size - 1
    keys = [UInt64](repeating: 0, count: size)
    values = [UInt8](repeating: 0, count: size)
    for entry in entries {
      let bytes = Array(entry.name.utf8)
      let key = Self.key(of: bytes, bytes.indices)
      var slot = Self.slot(of: key) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      values[slot] = entry.value
    }
  }

  /// Returns the value of the name spelt by `bytes[range]`, `nil` where it is not in the table.
  func value(of bytes: [UInt8], _ range: Range<Int>) -> UInt8? {
    let key = Self.key(of: bytes, range)
    var slot = Self.slot(of: key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Names of up to eight letters are their own key, longer ones are mixed.
  private static func key(of bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var key: UInt64 = 0
    for index in range {
      if index - range.lowerBound >= 8 { key = (key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15 }
      key = key << 8 | UInt64(asciiLowercased(bytes[index]))
    }
    return key
  }

  private static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 40)
  }
}
