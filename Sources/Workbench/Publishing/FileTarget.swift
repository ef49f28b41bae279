internal import Foundation
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The folder that a publication goes to.
final class FileTarget: Sendable {
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
  /// The folders that are there.
  private let folders = Mutex<Set<String>>([])

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
  ///
  /// A file that is cut short by a crash is written again by the next publication.
  func write(_ name: String, _ bytes: [UInt8]) throws(PublicationError) -> Written {
    let path = folder + "/" + name
    if Self.has(path, bytes) { return Written(name: name, isNew: false) }
    if let cut = path.lastIndex(of: "/") { try makeFolder(String(path[..<cut])) }
    guard let file = fopen(path, "wb") else { throw PublicationError(.cannotWrite, path: path) }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else {
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

  private func makeFolder(_ path: String) throws(PublicationError) {
    try folders.withLock { folders throws(PublicationError) in
      guard !folders.contains(path) else { return }
      do {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      } catch {
        throw PublicationError(.cannotWrite, path: path)
      }
      folders.insert(path)
    }
  }

  /// Whether there is a file at `path` with these bytes.
  private static func has(_ path: String, _ bytes: [UInt8]) -> Bool {
    guard let file = fopen(path, "rb") else { return false }
    defer { fclose(file) }
    // A byte more than is looked for, so that a longer file is told apart.
    let found = [UInt8](unsafeUninitializedCapacity: bytes.count + 1) { buffer, count in
      count = fread(buffer.baseAddress, 1, bytes.count + 1, file)
    }
    return found == bytes
  }
}
