internal import Dossier

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The clock of the machine.
enum Clock {
  /// Now.
  static var now: Timestamp { Timestamp(seconds: time(nil)) }
}
