/// What can go wrong with Parley's own data files.
public struct DataError: Error, CustomStringConvertible, Sendable, Hashable {
  /// The kinds of failure.
  public enum Kind: Sendable, Hashable {
    /// There is no data folder.
    case noFolder
    /// The file cannot be read.
    case noFile
    /// Line `line` of the file does not follow the form that its head describes; `found` tells how.
    case malformed(line: Int, found: String)
    /// The model file is of another version, or cut off.
    case unusableModel(found: String)
  }

  /// What went wrong.
  public let kind: Kind
  /// The file or folder.
  public let path: String

  /// Makes an error.
  public init(_ kind: Kind, path: String) {
    self.kind = kind
    self.path = path
  }

  /// Makes an error about one line of a data file.
  public init(_ line: DataLine, found: String) {
    self.init(.malformed(line: line.number, found: found), path: line.file)
  }

  /// The message: what was being done, what was wrong where, what to do next.
  public var description: String {
    switch kind {
    case .noFolder:
      """
      looking for Parley's data folder: no folder with models at '\(path)'
        set PARLEY_DATA to the folder named Data of Parley's source, or install it beside the \
      program as share/parley
      """
    case .noFile:
      """
      reading the data file '\(path)': it is missing or cannot be read
        restore it from Parley's source, or point PARLEY_DATA at a complete data folder
      """
    case .malformed(let line, let found):
      """
      reading the data file '\(path)', line \(line): \(found)
        mend the line; the head of the file describes its form
      """
    case .unusableModel(let found):
      """
      loading the model '\(path)': \(found)
        restore it from Parley's source, or train it again with parley-train
      """
    }
  }
}
