import ArgumentParser

@main
struct ParleyTrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parley-train",
    abstract: "Trains Parley's language models from corpora, and scores them.",
    subcommands: [
      TrainLanguage.self, TrainVectors.self, TrainAttributions.self, TrainPositions.self,
      TrainFigures.self, TrainPages.self,
    ])
}
