import ArgumentParser
import DataFiles
import Training

struct TrainLanguage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "language",
    abstract: "Trains word classes, tagger and parser; writes the language model and its card.",
    discussion: """
      Takes minutes on one core; the same data give the same bytes. All other models are to be \
      trained again after it.

        parley-train language --corpora ../shared
      """)

  @OptionGroup var places: TrainingPlaces

  @Flag(help: "Keep the word classes of the present model, which take longest.")
  var keepClasses = false

  func run() throws {
    let data = try places.data()
    let corpora = places.sharedCorpora
    try LanguageTrainer(corpora, into: data, log: TrainingPlaces.log)
      .train(keepClasses ? nil : UnlabelledText(corpora, data: data))
  }
}
