internal import Foundation

/// The folder that a publication goes to.
struct FileTarget: Sendable {
  /// A file of the publication.
  struct Written: Sendable {
    /// Its path in the folder.
    let name: String
    /// Whether it was written, being new or different.
    let isNew: Bool
  }

  private let folder: String
  private let listName: String
  private let before: Set<String>

  /// Takes a folder that is new, empty, or holds an earlier publication.
  ///
  /// - Throws: `.occupied` if it holds something else; `.cannotWrite`.
  init(_ folder: String, listName: String) throws(PublicationError) {
    self.folder = folder
    self.listName = listName
    let files = FileManager.default
    do {
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      if let list = files.contents(atPath: folder + "/" + listName) {
        before = Set(String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init))
      } else {
        before = []
        guard try files.contentsOfDirectory(atPath: folder).isEmpty else {
          throw PublicationError(.occupied, path: folder)
        }
      }
    } catch let error as PublicationError {
      throw error
    } catch {
      throw PublicationError(.cannotWrite, path: folder)
    }
  }

  /// Writes a file, unless it is there with the same content.
  func write(_ name: String, _ bytes: [UInt8]) throws(PublicationError) -> Written {
    let path = folder + "/" + name
    let files = FileManager.default
    if let old = files.contents(atPath: path), old.count == bytes.count, old.elementsEqual(bytes) {
      return Written(name: name, isNew: false)
    }
    do {
      if let cut = path.lastIndex(of: "/") {
        try files.createDirectory(
          atPath: String(path[..<cut]), withIntermediateDirectories: true)
      }
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw PublicationError(.cannotWrite, path: path)
    }
    return Written(name: name, isNew: true)
  }

  /// Removes files of the publication before that are not among `names`, and keeps the list.
  ///
  /// - Returns: how many were removed.
  func finish(_ names: Set<String>) throws(PublicationError) -> Int {
    var removed = 0
    for name in before.subtracting(names) where !name.contains("..") {
      // A file that is gone already need not be removed.
      if (try? FileManager.default.removeItem(atPath: folder + "/" + name)) != nil { removed += 1 }
    }
    _ = try write(listName, Array((names.sorted().joined(separator: "\n") + "\n").utf8))
    return removed
  }
}

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
