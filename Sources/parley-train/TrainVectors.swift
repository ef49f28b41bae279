import ArgumentParser
import DataFiles
import Training

struct TrainVectors: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vectors",
    abstract: "Learns word vectors from unlabelled news and writes their model and card.",
    discussion: """
      Takes a minute on one core; the same data give the same bytes. The models of positions and \
      figures are to be trained again after it.

        parley-train vectors --corpora ../shared
      """)

  @OptionGroup var places: TrainingPlaces

  func run() throws {
    let data = try places.data()
    try WordVectorTrainer(into: data, log: TrainingPlaces.log)
      .train(UnlabelledText(places.sharedCorpora, data: data))
  }
}
