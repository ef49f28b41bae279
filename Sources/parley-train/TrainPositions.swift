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
      Takes minutes on one core; the same data give the same bytes. Train the language and
      attribution models first.

        parley-train positions --corpora ../shared
      """)

  @OptionGroup var places: TrainingPlaces

  @Flag(help: "Only score by cross-validation; write nothing.")
  var check = false

  func run() throws {
    let folder = try places.data()
    let corpus = try PositionCorpus(places.sharedCorpora, data: folder)
    let trainer = PositionTrainer(
      articles: try corpus.articles("train", texts: "train"), passages: try corpus.passages())
    let validation = trainer.crossValidate()
    let card = PositionCard(validation)
    print(card.text)
    if check { return }
    var writer = ModelFileWriter()
    for (name, section) in trainer.model(validation.calibration) { writer.add(name, section) }
    let path = folder.path + "/models/positions"
    try Data(writer.finished()).write(to: URL(filePath: path + ".parley"))
    try Data(card.text.utf8).write(to: URL(filePath: path + ".md"))
  }
}
