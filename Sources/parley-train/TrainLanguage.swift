import ArgumentParser
import DataFiles
import Foundation
import Intake
import Language
import ParleyModel
import Training

struct TrainLanguage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "language",
    abstract: "Trains word classes, tagger and parser and writes the language model.",
    discussion: """
      Takes minutes on one core; the same data give the same bytes.

        parley-train language --corpora ../shared
      """)

  @Option(help: "The folder of corpora, laid out as its README says.")
  var corpora = "../shared"

  @Option(help: "The folder of data files to write the model into (default: the one in use).")
  var data: String?

  @Option(help: "A file of unlabelled text, a paragraph a line, to learn word classes from.")
  var text: String?

  @Flag(help: "Keep the word classes of the present model, which take longest.")
  var keepClasses = false

  func run() throws {
    let folder = try data.map { try DataFolder(path: $0) } ?? DataFolder.locate()
    let path = folder.path + "/models/language.parley"
    let shared = SharedCorpora(path: corpora)
    let trainer = LanguageTrainer(shared) { message in
      FileHandle.standardError.write(Data((message + "\n").utf8))
    }
    let classSection: SectionWriter
    if keepClasses, let bytes = try ModelFile(path: path).bytes("classes") {
      classSection = SectionWriter(bytes: bytes)
    } else {
      classSection = trainer.classes(try texts(folder))
    }
    try write([("classes", classSection)], to: path + ".new")
    let classes = try ModelFile(path: path + ".new").load("classes", WordClasses.init)
    let sections = [("classes", classSection)] + (try trainer.syntax(classes))
    try write(sections, to: path)
    try FileManager.default.removeItem(atPath: path + ".new")
    let model = try ModelFile(path: path)
    let tagger = try model.load("tagger", Tagger.init)
    let steps = try model.load("parser.steps") { section throws(ModelFileError) in section }
    let parser = try model.load("parser.arcs") { arcs throws(ModelFileError) in
      try Parser(steps: steps, arcs: arcs)
    }
    for split in ["dev", "test"] {
      let score = SyntaxScore(
        try shared.treebank(split), tagger: tagger, parser: parser, classes: classes)
      print(split, score.words, score.percentages)
    }
  }

  private func texts(_ folder: DataFolder) throws -> [TokenizedText] {
    let segmenter = try Segmenter(folder)
    guard let text else { throw ValidationError("word classes need --text FILE") }
    let content = [UInt8](try Data(contentsOf: URL(filePath: text)))
    return content.split(separator: 0x0A).map { line in
      let text = Array(line)
      return segmenter.segment(
        Article(id: ArticleID("bulk"), text: text, paragraphs: [ByteRange(0, text.count)]))
    }
  }

  private func write(
    _ sections: [(name: String, section: SectionWriter)], to path: String
  ) throws {
    var writer = ModelFileWriter()
    for (name, section) in sections { writer.add(name, section) }
    try Data(writer.finished()).write(to: URL(filePath: path))
  }
}
