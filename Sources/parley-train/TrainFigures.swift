import ArgumentParser
import DataFiles
import Foundation
import Language
import Reading
import Training

struct TrainFigures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Trains the choice of figures and writes its model and card.",
    discussion: """
      Takes seconds on one core; the same data give the same bytes.

        parley-train figures --corpora ../shared
      """)

  @OptionGroup var places: TrainingPlaces

  @Flag(help: "Only score by cross-validation; write nothing.")
  var check = false

  @Option(help: "The number of rounds over the examples.")
  var rounds: Int?

  @Option(help: "The strength of the pull of weights to zero.")
  var strength: Float?

  @Option(help: "The weight of a passage beside 1 for an article.")
  var passageWeight: Float?

  func run() throws {
    let folder = try places.data()
    let trainer = try FigureTrainer(FigureCorpus(places.sharedCorpora, data: folder))
    var settings = FigureTrainer.Settings()
    settings.rounds = rounds ?? settings.rounds
    settings.strength = strength ?? settings.strength
    settings.passageWeight = passageWeight ?? settings.passageWeight
    let score = trainer.crossValidate(settings)
    let figures = [score.precision, score.recall, score.f1, score.chosenPrecision, score.chosen]
    print("cross-validation:", figures.map { ($0 * 1000).rounded() / 1000 }, score.threshold)
    if check { return }
    var writer = ModelFileWriter()
    for (name, section) in trainer.sections(settings, threshold: score.threshold) {
      writer.add(name, section)
    }
    try Data(writer.finished()).write(to: URL(filePath: folder.path + "/models/figures.parley"))
  }
}
