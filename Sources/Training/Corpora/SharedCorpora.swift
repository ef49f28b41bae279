#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The folder of corpora to train on, laid out as its README says.
public struct SharedCorpora: Sendable {
  /// The path of the folder.
  public let path: String

  /// Takes the folder at `path`.
  public init(path: String) { self.path = path }

  /// The sentences of the treebanks, those of one split ("train", "dev" or "test").
  ///
  /// - Throws: if a file cannot be read.
  public func treebank(_ split: String) throws -> [TreebankSentence] {
    var sentences = Treebank.sentences(try bytes("data/ud/ewt/en_ewt-ud-\(split).conllu"))
    for line in String(decoding: try bytes("data/ud/gum/splits.tsv"), as: UTF8.self)
      .split(separator: "\n")
    {
      let fields = line.split(separator: "\t")
      guard fields.count == 2, fields[1] == split else { continue }
      sentences += Treebank.sentences(try bytes("data/ud/gum/\(fields[0]).conllu"))
    }
    return sentences
  }

  /// The names of the files in `folder` that end in `ending`, in order.
  ///
  /// - Throws: if the folder cannot be read.
  public func names(_ folder: String, ending: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)
      .filter { $0.hasSuffix(ending) }.sorted()
  }

  /// The bytes of the file `name`.
  ///
  /// - Throws: if it cannot be read.
  public func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path + "/" + name)))
  }
}
