import ArgumentParser
import DataFiles
import Foundation
import Language
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

  func run() throws {
    let folder = try data.map { try DataFolder(path: $0) } ?? DataFolder.locate()
    let corpus = try PositionCorpus(SharedCorpora(path: corpora), data: folder)
    let trainer = PositionTrainer(
      articles: try corpus.articles("train", texts: "train"), passages: try corpus.passages())
    let validation = trainer.crossValidate()
    let card = PositionCard(validation)
    print(card.text)
    var writer = ModelFileWriter()
    for (name, section) in trainer.model(validation.calibration) { writer.add(name, section) }
    let path = folder.path + "/models/positions"
    try Data(writer.finished()).write(to: URL(filePath: path + ".parley"))
    try Data(card.text.utf8).write(to: URL(filePath: path + ".md"))
  }
}
