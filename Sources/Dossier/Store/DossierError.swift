/// Why something could not be done with a dossier.
public struct DossierError: Error, CustomStringConvertible, Sendable, Hashable {
  /// The kinds of failure.
  public enum Kind: Sendable, Hashable {
    /// There is no dossier at the path.
    case noDossier
    /// A dossier cannot be made at the path: something else is there.
    case occupied(found: String)
    /// The dossier was made by a later version of Parley.
    case newerSchema(found: String)
    /// The record is damaged.
    case damaged(found: String)
    /// The disk is full, or the folder cannot be written.
    case cannotWrite(reason: String)
    /// Another program kept the record to itself for too long.
    case busy
    /// There is no such thing in the dossier.
    case noSuch(what: String, name: String)
    /// What was asked for makes no sense.
    case badRequest(found: String, advice: String)
  }

  /// What is wrong.
  public let kind: Kind
  /// The dossier's folder.
  public let path: String

  /// Makes an error about the dossier at `path`.
  public init(_ kind: Kind, path: String) {
    self.kind = kind
    self.path = path
  }

  /// Whether the dossier or the thing in it is missing.
  public var isMissing: Bool {
    switch kind {
    case .noDossier, .noSuch: true
    default: false
    }
  }

  /// The message: what was done, what was wrong, what to do.
  public var description: String {
    switch kind {
    case .noDossier:
      """
      opening the dossier '\(path)': there is no dossier in this folder
        make one with: parley init \(path)
      """
    case .occupied(let found):
      """
      making a dossier in '\(path)': \(found)
        name a new or an empty folder
      """
    case .newerSchema(let found):
      """
      opening the dossier '\(path)': it has steps that this version of Parley does not know (\(found))
        use a later version of Parley
      """
    case .damaged(let found):
      """
      reading the dossier '\(path)': \(found)
        the original articles are in '\(path)/originals'; add them to a new dossier
      """
    case .cannotWrite(let reason):
      """
      writing the dossier '\(path)': \(reason)
        what was added before is kept; make room or give the right to write, and run the command again
      """
    case .busy:
      """
      writing the dossier '\(path)': another program is writing it, and did not finish within a minute
        wait for it, then run the command again
      """
    case .noSuch(let what, let name):
      """
      looking into the dossier '\(path)': it has no \(what) '\(name)'
        the names are listed by: parley articles \(path)
      """
    case .badRequest(let found, let advice):
      """
      asking the dossier '\(path)': \(found)
        \(advice)
      """
    }
  }
}
