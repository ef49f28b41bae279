#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The folder of data files that Parley reads at start: models, lexicons, names, taxonomy.
///
/// Everything in it but the models is plain text that an analyst can edit.
public struct DataFolder: Sendable {
  /// The path of the folder.
  public let path: String

  /// Takes the folder at `path`.
  ///
  /// - Throws: `.noFolder` if there is no such folder.
  public init(path: String) throws(DataError) {
    guard Self.isFolder(path) else { throw DataError(.noFolder, path: path) }
    self.path = path
  }

  /// Finds the folder: `PARLEY_DATA` where it is set, else `share/parley` beside the program's
  /// `bin`, else the first folder named `Data` with a `models` folder in it, going up from the
  /// program.
  ///
  /// - Throws: `.noFolder` if none is found.
  public static func locate() throws(DataError) -> DataFolder {
    if let named = getenv("PARLEY_DATA") {
      return try DataFolder(path: String(cString: named))
    }
    var folder = programFolder()
    let installed = folder + "/../share/parley"
    if isFolder(installed + "/models") { return try DataFolder(path: installed) }
    while true {
      if isFolder(folder + "/Data/models") { return try DataFolder(path: folder + "/Data") }
      guard let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else { break }
      folder = String(folder[..<slash])
    }
    throw DataError(.noFolder, path: programFolder())
  }

  /// Returns the whole file `name` (a path below the folder, "language/cues.txt").
  ///
  /// - Throws: `.noFile` if it cannot be read.
  public func bytes(_ name: String) throws(DataError) -> [UInt8] {
    let file = path + "/" + name
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: file)))
    } catch {
      throw DataError(.noFile, path: file)
    }
  }

  /// Returns the lines of the text file `name` that say something: trimmed, without empty lines
  /// and lines that begin with `#`, each with its number from 1.
  ///
  /// - Throws: `.noFile` if it cannot be read.
  public func lines(_ name: String) throws(DataError) -> [DataLine] {
    let content = try bytes(name)
    var lines: [DataLine] = []
    var number = 0
    for line in content.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let trimmed = DataLine.trimmed(line)
      if trimmed.isEmpty || trimmed.first == 0x23 { continue }
      lines.append(
        DataLine(
          text: String(decoding: trimmed, as: UTF8.self), number: number, file: path + "/" + name))
    }
    return lines
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func programFolder() -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard length > 0 else { return "." }
    let path = String(
      decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}

/// One line of a data file, with where it stands.
public struct DataLine: Sendable {
  /// The line without the white space around it.
  public let text: String
  /// The number of the line, from 1.
  public let number: Int
  /// The path of the file.
  public let file: String

  /// The fields of the line between tabs, each without the white space around it.
  public var fields: [String] {
    Array(text.utf8).split(separator: 0x09, omittingEmptySubsequences: false).map { field in
      String(decoding: Self.trimmed(field), as: UTF8.self)
    }
  }

  /// The items of a field between semicolons, each without the white space around it; none of a dash.
  public static func items(of field: String) -> [String] {
    if field == "-" { return [] }
    return Array(field.utf8).split(separator: UInt8(ascii: ";")).map { item in
      String(decoding: trimmed(item), as: UTF8.self)
    }
  }

  /// `bytes` without the white space at both ends.
  fileprivate static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var start = bytes.startIndex
    var end = bytes.endIndex
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return bytes[start..<end]
  }
}
