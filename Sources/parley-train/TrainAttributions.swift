import ArgumentParser
import DataFiles
import Training

struct TrainAttributions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attributions",
    abstract: "Trains the reader of attributions on PolNeAR; writes its model and card.",
    discussion: """
      Takes minutes on one core; the same data give the same bytes. Train the language model first.

        parley-train attributions --corpora ../shared
      """)

  @OptionGroup var places: TrainingPlaces

  func run() throws {
    try AttributionTrainer.run(
      places.sharedCorpora, into: places.data(), log: TrainingPlaces.log)
  }
}
