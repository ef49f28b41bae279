/// Why a file cannot be read, or ends before its end.
public struct ByteSourceError: Error, Sendable, Hashable {
  /// The kinds of failure.
  public enum Kind: Sendable, Hashable {
    /// There is no such file.
    case missing
    /// The path names a folder.
    case folder
    /// The file cannot be read; `reason` as the system tells it.
    case unreadable(reason: String)
    /// The file is compressed, and damaged or cut off; `reason` as zlib tells it.
    case damaged(reason: String)
    /// A line is longer than the limit, in bytes.
    case tooLong(limit: Int)
  }

  /// What went wrong.
  public let kind: Kind

  /// Makes an error.
  init(_ kind: Kind) { self.kind = kind }
}
