import ArgumentParser
import DataFiles
import Foundation
import Training

/// Where corpora come from and models go to.
struct TrainingPlaces: ParsableArguments {
  @Option(help: "The folder of corpora, laid out as its README says.")
  var corpora = "../shared"

  @Option(
    name: .customLong("data"),
    help: "The folder of data files to write the model into (default: the one in use).")
  var dataPath: String?

  var sharedCorpora: SharedCorpora { SharedCorpora(path: corpora) }

  func data() throws -> DataFolder {
    try dataPath.map { try DataFolder(path: $0) } ?? DataFolder.locate()
  }

  /// Tells on standard error what is being done.
  static func log(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
  }
}
