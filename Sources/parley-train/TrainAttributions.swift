import ArgumentParser
import DataFiles
import Foundation
import Language
import ParleyModel
import Reading
import Training

struct TrainAttributions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attributions",
    abstract: "Trains the reader of attributions on the PolNeAR corpus and writes its model.",
    discussion: """
      Takes about a minute on one core; the same data give the same bytes. Train the language model \
      first.

        parley-train attributions --corpora ../shared
      """)

  @Option(help: "The folder of corpora, laid out as its README says.")
  var corpora = "../shared"

  @Option(help: "The folder of data files to write the model into (default: the one in use).")
  var data: String?

  @Option(help: "The strength of regularization.")
  var strength: Float?

  @Option(help: "The first step of the descent.")
  var step: Float?

  @Option(help: "How often the descent goes over the articles.")
  var rounds: Int?

  @Option(help: "The number of slots of each weight table, as a power of two.")
  var bits: Int?

  @Option(help: "Only write what is read from the articles of this split, as NDJSON.")
  var predict: String?

  func run() throws {
    let folder = try data.map { try DataFolder(path: $0) } ?? DataFolder.locate()
    let shared = SharedCorpora(path: corpora)
    let path = folder.path + "/models/attributions.parley"
    if let predict {
      let reader = try Reader(folder)
      for article in try shared.attributions(predict) { show(reader.read(article.article)) }
      return
    }
    var settings = AttributionTrainer.Settings()
    settings.descent.strength = strength ?? settings.descent.strength
    settings.descent.step = step ?? settings.descent.step
    settings.descent.rounds = rounds ?? settings.descent.rounds
    settings.bits = bits ?? settings.bits
    let trainer = AttributionTrainer(
      try shared.attributions("train"), language: try LanguageModel(folder),
      lexicon: try CueLexicon(folder), settings: settings)
    let sections = try trainer.train { sections in
      try write(sections, to: path + ".part")
      return try ModelFile(path: path + ".part")
    } log: { message in
      FileHandle.standardError.write(Data((message + "\n").utf8))
    }
    try write(sections, to: path)
    try FileManager.default.removeItem(atPath: path + ".part")
  }

  private func write(
    _ sections: [(name: String, section: SectionWriter)], to path: String
  ) throws {
    var writer = ModelFileWriter()
    for (name, section) in sections { writer.add(name, section) }
    try Data(writer.finished()).write(to: URL(filePath: path))
  }

  private func show(_ reading: ArticleReading) {
    var scalar = [Int](repeating: 0, count: reading.article.text.count + 1)
    var seen = -1
    for (offset, byte) in reading.article.text.enumerated() {
      if byte & 0xC0 != 0x80 { seen += 1 }
      scalar[offset] = seen
    }
    scalar[reading.article.text.count] = seen + 1
    func spans(_ ranges: [ByteRange]) -> String {
      "["
        + ranges.map { "[\(scalar[$0.lowerBound]),\(scalar[$0.upperBound])]" }
        .joined(separator: ",") + "]"
    }
    let items = reading.attributions.map {
      "{\"source\":\(spans($0.source)),\"cue\":\(spans($0.cue)),\"content\":\(spans($0.content))}"
    }
    print("{\"id\":\"\(reading.article.id)\",\"attributions\":[\(items.joined(separator: ","))]}")
  }
}
