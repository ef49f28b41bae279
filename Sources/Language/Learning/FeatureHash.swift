/// Turns features into rows of a hashed weight table.
///
/// A feature is a template number and one or more values; its row is a hash of them. Rows are
/// shared by features that collide, and training sees the same collisions as use.
///
/// - Source: Weinberger et al. (2009), "Feature hashing for large scale multitask learning".
public enum FeatureHash {
  /// Returns the hash of `value` under `template`.
  @inline(__always)
  public static func of(_ template: UInt64, _ value: UInt64) -> UInt32 {
    mix(value &+ template &* 0x9E37_79B9_7F4A_7C15)
  }

  /// Returns the hash of a pair of values under `template`.
  @inline(__always)
  public static func of(_ template: UInt64, _ a: UInt64, _ b: UInt64) -> UInt32 {
    mix((a &+ template &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93 ^ (b &+ template))
  }

  /// Returns the hash of three values under `template`.
  @inline(__always)
  public static func of(_ template: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt32 {
    let pair = (a &+ template &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93 ^ (b &+ template)
    return mix(pair &* 0xFF51_AFD7_ED55_8CCD ^ (c &+ (pair >> 29)))
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt32 {
    let z = (value ^ (value >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return UInt32(truncatingIfNeeded: (z ^ (z >> 29)) >> 16)
  }
}
