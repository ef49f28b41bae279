public import DataFiles
internal import Foundation
internal import Mustache

/// The templates in `Data/workbench/templates`, and the style sheet and scripts beside them.
public struct TemplateLibrary: Sendable {
  /// A file that pages refer to.
  struct StaticFile: Sendable {
    let bytes: [UInt8]
    let type: String
    /// The first digits of its SHA-256.
    let tag: String
  }

  /// Where the files lie below the data folder.
  private static let folder = "workbench"

  private let library: MustacheLibrary
  /// The style sheet and the scripts, by file name.
  let files: [String: StaticFile]
  /// Changes whenever a template or a file does.
  let identity: String

  /// Loads all templates and files.
  ///
  /// - Throws: `.noFile` if there are none; `.malformed` if a template cannot be read.
  public init(_ data: DataFolder) throws(DataError) {
    var library = MustacheLibrary()
    var checksum = Checksum()
    for name in try Self.names(data, "templates") where name.hasSuffix(".mustache") {
      let bytes = try data.bytes("\(Self.folder)/templates/\(name)")
      checksum.update(Array(name.utf8) + bytes)
      do {
        // Values come escaped: the engine must not escape them again.
        try library.register(
          "{{% CONTENT_TYPE:TEXT}}" + String(decoding: bytes, as: UTF8.self),
          named: String(name.dropLast(".mustache".count)))
      } catch {
        throw DataError(
          .malformed(line: 1, found: "\(error)"),
          path: "\(data.path)/\(Self.folder)/templates/\(name)")
      }
    }
    var files: [String: StaticFile] = [:]
    for name in try Self.names(data, "static") {
      let bytes = try data.bytes("\(Self.folder)/static/\(name)")
      checksum.update(Array(name.utf8) + bytes)
      guard let type = Self.type(of: name) else { continue }
      files[name] = StaticFile(
        bytes: bytes, type: type, tag: String(Checksum.of(bytes).prefix(16)))
    }
    self.library = library
    self.files = files
    identity = String(checksum.finished().prefix(16))
  }

  /// Returns a page as HTML.
  ///
  /// - Throws: `DataError` if there is no such template.
  func html(_ page: Page, in frame: Frame) throws(DataError) -> [UInt8] {
    var fields = frame.fields(for: page)
    for name in page.fields.names { fields[name] = page.fields[name] }
    guard let text = library.render(fields, withTemplate: page.template) else {
      throw DataError(.noFile, path: "\(Self.folder)/templates/\(page.template).mustache")
    }
    return Array(text.utf8)
  }

  private static func names(_ data: DataFolder, _ kind: String) throws(DataError) -> [String] {
    let path = "\(data.path)/\(folder)/\(kind)"
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw DataError(.noFile, path: path)
    }
    return names.sorted()
  }

  private static func type(of name: String) -> String? {
    switch name.split(separator: ".").last {
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "svg": "image/svg+xml"
    default: nil
    }
  }
}
