/// Why a dossier cannot be published.
public struct PublicationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Kind: Sendable, Hashable {
    /// The folder holds files that no publication made.
    case occupied
    /// A file cannot be written.
    case cannotWrite
  }

  /// What went wrong.
  public let kind: Kind
  /// The folder or file.
  public let path: String

  init(_ kind: Kind, path: String) {
    self.kind = kind
    self.path = path
  }

  /// The message: what was being done, what was wrong where, what to do next.
  public var description: String {
    switch kind {
    case .occupied:
      """
      publishing into '\(path)': the folder holds files that are not a publication
        name a folder that is new or empty
      """
    case .cannotWrite:
      """
      publishing: '\(path)' cannot be written
        check the folder's rights and the room on the disk
      """
    }
  }
}
