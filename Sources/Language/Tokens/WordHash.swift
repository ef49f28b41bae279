/// A 64-bit hash of a word's bytes with ASCII case folded; the same on every machine.
///
/// Lexicons and features are looked up by it, so that the reading path compares numbers instead of
/// strings. With 64 bits, a lexicon of a million words meets a false match once in 10^13 look-ups.
public enum WordHash {
  /// Returns the hash of `text`, case folded.
  @inlinable
  public static func of(_ text: some StringProtocol) -> UInt64 {
    var hash = seed
    for byte in text.utf8 { hash = step(hash, byte) }
    return finish(hash)
  }

  /// Returns the hash of `bytes[range]`, case folded.
  @inlinable
  public static func of(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash = seed
    for index in range { hash = step(hash, bytes[index]) }
    return finish(hash)
  }

  /// Mixes two hashes into one; the order matters.
  @inlinable
  public static func combine(_ a: UInt64, _ b: UInt64) -> UInt64 {
    finish((a ^ (b &* 0x9E37_79B9_7F4A_7C15)) &+ 0x632B_E59B_D9B4_E019)
  }

  @usableFromInline static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inlinable
  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
    return (hash ^ UInt64(folded)) &* 0x100_0000_01B3
  }

  /// The finalizer of SplitMix64 (Steele, Lea and Flood, 2014).
  @inlinable
  static func finish(_ hash: UInt64) -> UInt64 {
    var z = hash
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
