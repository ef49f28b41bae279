public import Assist
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A file to which answers are added as they come, so that a run that was cut can go on.
public final class AnswerLog: Sendable {
  private let path: String
  private let descriptor: Int32
  private let isBroken: Mutex<Bool>

  /// Opens the file at `path` for adding, and makes it if it is not there.
  ///
  /// - Throws: why it cannot be opened.
  public init(_ path: String) throws(AnswerLogError) {
    // Answers may say what is not for everybody to read.
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw AnswerLogError(path) }
    self.path = path
    self.descriptor = descriptor
    let end = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0x0A
    let isCut = end > 0 && pread(descriptor, &last, 1, end - 1) == 1 && last != 0x0A
    isBroken = Mutex(isCut)
  }

  deinit { close(descriptor) }

  /// Adds a record, and returns once it is on the disk.
  ///
  /// - Throws: why it cannot be written.
  public func add(_ record: AssistRecord) throws(AnswerLogError) {
    let line = record.line + [0x0A]
    let isWritten = isBroken.withLock { isBroken in
      // A line that was cut off, in a run before or now, must not take the next one with it.
      let bytes = isBroken ? [0x0A] + line : line
      isBroken = true
      guard Self.write(bytes, to: descriptor), fdatasync(descriptor) == 0 else { return false }
      isBroken = false
      return true
    }
    if !isWritten { throw AnswerLogError(path) }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var position = 0
      while position < buffer.count {
        let count = Self.writeSome(descriptor, buffer, from: position)
        if count > 0 {
          position += count
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
  }

  private static func writeSome(
    _ descriptor: Int32, _ buffer: UnsafeRawBufferPointer, from position: Int
  ) -> Int {
    let start = buffer.baseAddress?.advanced(by: position)
    #if canImport(Glibc)
      return Glibc.write(descriptor, start, buffer.count - position)
    #elseif canImport(Musl)
      return Musl.write(descriptor, start, buffer.count - position)
    #endif
  }
}

/// Why answers cannot be kept in a file.
public struct AnswerLogError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// What the system says.
  public let reason: String

  /// Takes what the system says last.
  init(_ path: String) {
    self.path = path
    reason = String(cString: strerror(errno))
  }

  /// The message: what was being done, what was wrong, what to do next.
  public var description: String {
    """
    keeping answers in '\(path)': \(reason)
      name a file that can be written by --assist-log, or make room
    """
  }
}
