internal import DataFiles
internal import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The original articles of a dossier, byte for byte, each in a file named by its checksum.
struct OriginalStore {
  /// The name of the folder in the dossier.
  static let folder = "originals"

  let path: String

  init(dossier path: String) { self.path = path + "/" + Self.folder }

  /// Keeps `bytes`; those that are there already stay as they are.
  ///
  /// The file appears whole or not at all. Call ``flush()`` before the record speaks of it.
  ///
  func keep(_ original: Original) throws(DossierError) {
    let bytes = original.bytes
    let checksum = original.checksum
    let target = file(checksum)
    var status = stat()
    if stat(target, &status) == 0, Int(status.st_size) == bytes.count { return }
    let folder = path + "/" + checksum.prefix(2)
    let temporary = "\(folder)/.\(checksum.prefix(16))-\(getpid())"
    do {
      if stat(folder, &status) != 0 {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
      }
      try Data(bytes).write(to: URL(filePath: temporary))
    } catch {
      unlink(temporary)
      throw DossierError(
        .cannotWrite(reason: "an original article cannot be kept: \(Self.reason(error))"),
        path: path)
    }
    guard rename(temporary, target) == 0 else {
      unlink(temporary)
      throw DossierError(.cannotWrite(reason: "an original article cannot be kept"), path: path)
    }
  }

  /// Makes sure that everything kept so far would survive a loss of power.
  func flush() { sync() }

  /// The bytes with this checksum; `nil` if they are not there.
  func bytes(_ checksum: String) -> [UInt8]? {
    // An original that is gone is reported by the check of the dossier, not by each reading of it.
    (try? Data(contentsOf: URL(filePath: file(checksum)))).map { [UInt8]($0) }
  }

  private func file(_ checksum: String) -> String {
    "\(path)/\(checksum.prefix(2))/\(checksum)"
  }

  private static func reason(_ error: any Error) -> String {
    errno == ENOSPC ? "the disk is full" : "\(error.localizedDescription)"
  }
}
