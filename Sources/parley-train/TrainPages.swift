import ArgumentParser
import DataFiles
import Foundation
import Intake
import Training

struct TrainPages: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages",
    abstract: "Trains the model that finds the article on a web page.",
    discussion: """
      Takes seconds on one core; the same data give the same bytes. To be run again after groups \
      were added to, or taken from, the word lists of the pages.

        parley-train pages --corpora ../shared
      """)

  @Option(help: "The folder of corpora, laid out as its README says.")
  var corpora = "../shared"

  @Option(help: "The folder of data files to write the model into (default: the one in use).")
  var data: String?

  @Option(
    help: "The number of parts to predict each from the others, instead of training (0: none).")
  var folds = 0

  func run() throws {
    let folder = try data.map { try DataFolder(path: $0) } ?? DataFolder.locate()
    let pages = try SharedCorpora(path: corpora).labelledPages()
    let trainer = try PageTrainer(pages, folder)
    guard folds > 1 else {
      try Data(trainer.model().text.utf8).write(
        to: URL(filePath: folder.path + "/" + BlockModel.file))
      return
    }
    let encoder = JSONEncoder()
    for fold in 0..<folds {
      let part = Set(pages.indices.filter { $0 % folds == fold }.map { pages[$0].id })
      let reader = try PageReader(folder, model: trainer.model(leavingOut: part.contains))
      for page in pages where part.contains(page.id) {
        let found = reader.extract(page.html)
        let row = Prediction(
          id: page.id, title: found.title, author: found.authors,
          published: found.published.map(String.init(describing:)), text: found.text)
        print(String(decoding: try encoder.encode(row), as: UTF8.self))
      }
    }
  }

  /// One line of what `pages_eval.py` reads.
  private struct Prediction: Encodable {
    let id: String
    let title: String?
    let author: [String]
    let published: String?
    let text: String
  }
}
