#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Standard output was closed by its reader (`| head`).
struct ClosedPipe: Error {}

/// Writes to standard output and standard error without buffers in between.
enum StandardStreams {
  /// Makes a closed pipe an error of the write instead of a signal.
  static func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Writes all of `bytes` to standard output.
  ///
  /// - Throws: ``ClosedPipe`` if nobody reads any more, or nothing can be written.
  static func write(_ bytes: [UInt8]) throws(ClosedPipe) {
    guard writeAll(bytes, to: STDOUT_FILENO) else { throw ClosedPipe() }
  }

  /// Writes a message and a line end to standard error.
  static func report(_ message: String) {
    _ = writeAll(Array((message + "\n").utf8), to: STDERR_FILENO)
  }

  /// Writes `text` as it is to standard error.
  static func reportRaw(_ text: String) {
    _ = writeAll(Array(text.utf8), to: STDERR_FILENO)
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var position = 0
      while position < buffer.count {
        #if canImport(Glibc)
          let count = Glibc.write(
            descriptor, buffer.baseAddress?.advanced(by: position), buffer.count - position)
        #elseif canImport(Musl)
          let count = Musl.write(
            descriptor, buffer.baseAddress?.advanced(by: position), buffer.count - position)
        #endif
        if count > 0 {
          position += count
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
  }
}
