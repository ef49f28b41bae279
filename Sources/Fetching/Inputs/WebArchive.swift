internal import Intake

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A web archive on disk that what is fetched is added to.
///
/// Used by one task at a time; each answer is written whole before the next.
public actor WebArchive {
  private let path: String
  private let writer: WarcWriter
  private let software: String

  /// Adds to the archive at `path`, which is made with the first answer; compressed if its name ends
  /// in `.gz`.
  ///
  /// - Parameter software: what the archive says that it was made by.
  public init(path: String, software: String) {
    self.path = path
    self.software = software
    writer = WarcWriter(isCompressed: path.hasSuffix(".gz"))
  }

  /// Adds the answer that `page` was, fetched at `time` (`2024-03-05T08:00:00Z`).
  ///
  /// - Throws: ``WebArchiveError`` if the file cannot be written.
  public func add(_ page: FetchedPage, at time: String) throws(WebArchiveError) {
    guard let file = fopen(path, "ab") else { throw failure() }
    var bytes: [UInt8] = []
    fseek(file, 0, SEEK_END)
    if ftell(file) == 0 { bytes += writer.opening(software: software, date: time) }
    bytes += writer.answer(
      address: page.address.description, date: time, status: page.status, headers: page.headers,
      body: page.rawBody)
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { throw failure() }
  }

  private func failure() -> WebArchiveError {
    WebArchiveError(path: path, reason: String(cString: strerror(errno)))
  }
}

/// Why a web archive cannot be written.
public struct WebArchiveError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// The reason, as the system tells it.
  public let reason: String

  /// The message: what was being done, what was wrong where, what to do next.
  public var description: String {
    """
    writing the web archive '\(path)': the file cannot be written (\(reason))
      check the folder and the room on the disk
    """
  }
}
