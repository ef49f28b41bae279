internal import CZlib

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A file or standard input as a stream of bytes, decompressed where it is compressed by gzip.
///
/// Used by one thread at a time.
public final class ByteSource {
  private let handle: gzFile

  /// Opens the file at `path`; `-` is standard input.
  ///
  /// - Throws: `.missing`, `.folder`, `.unreadable`.
  public init(path: String) throws(ByteSourceError) {
    let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ByteSourceError(
        errno == ENOENT || errno == ENOTDIR
          ? .missing : .unreadable(reason: String(cString: strerror(errno))))
    }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw ByteSourceError(.folder)
    }
    guard let opened = gzdopen(descriptor, "rb") else {
      close(descriptor)
      throw ByteSourceError(.unreadable(reason: "out of memory"))
    }
    gzbuffer(opened, 1 << 17)
    handle = opened
  }

  /// Appends up to `count` bytes to `bytes`; returns how many, 0 at the end.
  ///
  /// - Throws: `.unreadable`, `.damaged`: the stream ends before its end.
  public func read(_ count: Int, into bytes: inout [UInt8]) throws(ByteSourceError) -> Int {
    let chunk = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, Int(gzread(handle, buffer.baseAddress, UInt32(count))))
    }
    if chunk.count < count {
      var code: Int32 = 0
      let message = gzerror(handle, &code)
      if code == Z_ERRNO {
        throw ByteSourceError(.unreadable(reason: String(cString: strerror(errno))))
      }
      if code != Z_OK, code != Z_STREAM_END, chunk.isEmpty {
        // zlib puts the descriptor before what it says.
        let said = message.map { String(cString: $0) }?.split(separator: ": ").last
        let reason = said.map(String.init) ?? "zlib error \(code)"
        throw ByteSourceError(.damaged(reason: reason))
      }
    }
    bytes.append(contentsOf: chunk)
    return chunk.count
  }

  /// The number of bytes of the file that were taken, before they were decompressed.
  public var offset: Int { max(0, Int(gzoffset(handle))) }

  /// Returns the length of the regular file at `path`; `nil` if it is none.
  public static func length(_ path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  deinit { gzclose(handle) }
}
