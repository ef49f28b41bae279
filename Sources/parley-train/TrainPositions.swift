import ArgumentParser
import DataFiles
import Foundation
import Training

struct TrainPositions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "positions",
    abstract: "Trains the reading of positions and writes its model and card.",
    discussion: """
      Takes minutes on one core; the same data give the same bytes.

        parley-train positions --corpora ../shared
      """)

  @Option(help: "The folder of corpora, laid out as its README says.")
  var corpora = "../shared"

  @Option(help: "The folder of data files to write the model into (default: the one in use).")
  var data: String?

  @Option(help: "A file for the predictions of cross-validation, as NDJSON.")
  var predictions: String?

  @Option(help: "The least chance of a position that is kept in cross-validation, 0 to 1.")
  var threshold = 0.3

  func run() throws {
    let folder = try data.map { try DataFolder(path: $0) } ?? DataFolder.locate()
    let corpus = try PositionCorpus(SharedCorpora(path: corpora), data: folder)
    let train = try corpus.articles("train", texts: "train")
    let passages = try corpus.passages()
    let trainer = PositionTrainer(articles: train, passages: passages) { message in
      FileHandle.standardError.write(Data((message + "\n").utf8))
    }
    if let predictions {
      try Data(trainer.crossValidate(threshold: Float(threshold)))
        .write(to: URL(filePath: predictions))
    }
  }
}
