public import DataFiles
public import Language

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Where a trainer puts a model and its card: the folder `models` of a data folder.
public struct ModelOutput {
  private let path: String

  /// Takes the place of the model `name` ("language") in `data`.
  public init(_ name: String, in data: DataFolder) {
    path = data.path + "/models/" + name
  }

  /// Writes the model, by way of a temporary file beside it, and maps it.
  ///
  /// - Throws: if it cannot be written.
  public func write(_ sections: [(name: String, section: SectionWriter)]) throws -> ModelFile {
    try write(sections, to: path + ".parley")
  }

  /// Writes sections that are needed while training goes on, and maps them; the file is gone as
  /// soon as it is mapped.
  ///
  /// - Throws: if it cannot be written.
  public func draft(_ sections: [(name: String, section: SectionWriter)]) throws -> ModelFile {
    let file = try write(sections, to: path + ".draft")
    try FileManager.default.removeItem(atPath: path + ".draft")
    return file
  }

  /// Writes the model card, in Markdown.
  ///
  /// - Throws: if it cannot be written.
  public func writeCard(_ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path + ".md"), options: .atomic)
  }

  /// The present model.
  ///
  /// - Throws: `DataError` if there is none, or it is unusable.
  public func present() throws(DataError) -> ModelFile { try ModelFile(path: path + ".parley") }

  private func write(
    _ sections: [(name: String, section: SectionWriter)], to path: String
  ) throws -> ModelFile {
    var writer = ModelFileWriter()
    for (name, section) in sections { writer.add(name, section) }
    try Data(writer.finished()).write(to: URL(filePath: path), options: .atomic)
    return try ModelFile(path: path)
  }
}
