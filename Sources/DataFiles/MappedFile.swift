#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A file mapped into memory, read-only: its pages are loaded when they are first touched and
/// shared between processes.
///
/// `@unchecked Sendable` holds because the mapping is private and read-only, is set once in the
/// initializer, and is unmapped only when the last reference is gone.
public final class MappedFile: @unchecked Sendable {
  /// The bytes of the file.
  public let bytes: UnsafeRawBufferPointer
  /// The path of the file.
  public let path: String

  /// Maps the file at `path`.
  ///
  /// - Throws: `.noFile` if it cannot be opened or mapped, or is empty.
  public init(path: String) throws(DataError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DataError(.noFile, path: path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0 else {
      throw DataError(.noFile, path: path)
    }
    let length = Int(status.st_size)
    guard let address = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0),
      address != MAP_FAILED
    else { throw DataError(.noFile, path: path) }
    bytes = UnsafeRawBufferPointer(start: address, count: length)
    self.path = path
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
  }
}
