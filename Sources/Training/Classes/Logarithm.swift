#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The natural logarithm.
@inline(__always)
func logarithm(_ x: Float) -> Float { logf(x) }
