internal import Dossier
internal import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Where an export goes: standard output, a file, or a folder of files. A file appears whole or not
/// at all.
struct ExportTarget {
  /// Why a file could not be written.
  struct Failure: Error, CustomStringConvertible {
    let path: String
    let reason: String

    var description: String {
      """
      writing '\(path)': \(reason)
        check the folder and the room on the disk
      """
    }
  }

  /// The file or folder; `nil` for standard output.
  private let path: String?
  private let isFolder: Bool
  private var open: (name: String, file: UnsafeMutablePointer<FILE>)?
  /// How many files were written.
  private(set) var files = 0

  init(_ path: String?, isFolder: Bool) throws {
    self.path = path
    self.isFolder = isFolder
    guard let path, isFolder else { return }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(path: path, reason: "the folder cannot be made")
    }
  }

  /// Writes a piece.
  mutating func write(_ piece: ExportPiece) throws {
    guard let path else { return try StandardStreams.write(piece.bytes) }
    let name = isFolder ? path + "/" + (piece.file ?? "") : path
    if open?.name != name {
      try close()
      guard let file = fopen(name + ".part", "wb") else { throw Self.failure(name) }
      open = (name, file)
    }
    guard let file = open?.file,
      fwrite(piece.bytes, 1, piece.bytes.count, file) == piece.bytes.count
    else { throw Self.failure(name) }
  }

  /// Gives the file that is being written its name.
  mutating func close() throws {
    guard let (name, file) = open else { return }
    open = nil
    guard fclose(file) == 0, rename(name + ".part", name) == 0 else { throw Self.failure(name) }
    files += 1
  }

  /// Takes away what was written of a file that is not whole.
  mutating func abandon() {
    guard let (name, file) = open else { return }
    open = nil
    fclose(file)
    unlink(name + ".part")
  }

  private static func failure(_ path: String) -> Failure {
    Failure(path: path, reason: String(cString: strerror(errno)))
  }
}
