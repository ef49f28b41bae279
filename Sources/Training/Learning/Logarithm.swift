#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The natural logarithm.
@inline(__always)
func logarithm(_ x: Float) -> Float { logf(x) }

/// e to the power of `x`.
@inline(__always)
func exponential(_ x: Float) -> Float { expf(x) }
