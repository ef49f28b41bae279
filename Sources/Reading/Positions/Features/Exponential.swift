#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The exponential function, without bringing in all of Foundation.
package enum Exponential {
  /// Returns e to the power of `x`.
  package static func of(_ x: Float) -> Float { expf(x) }

  /// Returns 1 / (1 + e^-`x`).
  package static func logistic(_ x: Float) -> Float { 1 / (1 + expf(-x)) }

  /// Returns the natural logarithm of `x`.
  package static func logarithm(_ x: Float) -> Float { logf(x) }
}
