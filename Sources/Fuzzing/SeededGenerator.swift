/// A random number generator whose numbers depend on its seed alone.
///
/// - Source: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
///   2014).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts the sequence of `seed` and `index`.
  public init(seed: UInt64, index: UInt64) {
    state = seed &* 0xD134_2543_DE82_EF95 ^ index
    _ = next()
  }

  /// Returns the next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Returns a number from 0 to `bound` - 1; 0 where `bound` is not positive.
  mutating func below(_ bound: Int) -> Int { bound > 0 ? Int(next() % UInt64(bound)) : 0 }

  /// Returns whether something happens that happens once in `count` times.
  mutating func once(in count: Int) -> Bool { below(count) == 0 }
}
