/// The FNV-1a hash of bytes, one byte at a time.
///
/// - Source: Fowler, Noll, Vo, "FNV hash", 64 bits.
enum ByteHash {
  static let empty: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func adding(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}

/// A hash of the letters and digits of a text, case folded: equal for texts that differ in nothing
/// else.
enum LetterHash {
  /// The hash of a text without letters and digits.
  static let none = ByteHash.empty

  /// Returns the hash of `text`.
  static func of(_ text: ArraySlice<UInt8>) -> UInt64 {
    var hash = none
    for byte in text {
      let folded = asciiLowercased(byte)
      if folded >= 0x80 || folded &- 0x61 < 26 || folded &- 0x30 < 10 {
        hash = ByteHash.adding(hash, folded)
      }
    }
    return hash
  }
}
