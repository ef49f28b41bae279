package import DataFiles
internal import Intake
internal import Language
internal import ParleyModel
internal import Parties
internal import Quantities
internal import Reading

/// The quantities of a labelled article, with those that are figures.
struct FigureExample: Sendable {
  let id: String
  let prepared: PreparedFigures
  let gold: [GoldFigure]
  /// For each candidate the gold figure that it states; `nil` where it states none.
  let labels: [Int?]
  /// The conflict, for cross-validation: articles of one conflict stay together.
  let group: String
  let isPassage: Bool
}

/// The labelled articles and passages to learn figures from.
package struct FigureCorpus {
  private let shared: SharedCorpora
  private let intake: TextIntake
  private let language: LanguageModel
  private let attributions: AttributionReader
  private let catalogue: PartyCatalogue
  private let resources: FigureResources

  /// Takes the folder of corpora and the models in use.
  ///
  /// - Throws: `DataError` if a data file is missing or malformed.
  package init(_ shared: SharedCorpora, data: DataFolder) throws {
    self.shared = shared
    intake = try TextIntake(data)
    language = try LanguageModel(data)
    attributions = try AttributionReader(data)
    catalogue = try PartyCatalogue(data)
    resources = try FigureResources(data)
  }

  /// The articles with gold readings in `gold/train`.
  func articles() throws -> [FigureExample] {
    try shared.names("gold/train", ending: ".gold.json").map { file in
      let slug = String(file.dropLast(10))
      let text = try shared.bytes("data/train/\(slug).txt")
      let gold = try GoldFigure.all(json: shared.bytes("gold/train/\(file)"), text: text)
      return example(slug, gold, isPassage: false)
    }
  }

  /// The passages of `passages.ndjson`.
  func passages() throws -> [FigureExample] {
    let lines = try shared.bytes("gold/passages.ndjson").split(separator: 0x0A)
    return try lines.enumerated().map { number, line in
      let gold = try GoldFigure.all(json: Array(line), text: nil)
      return example("passage-\(number)", gold, isPassage: true)
    }
  }

  private func example(
    _ id: String, _ gold: (text: [UInt8], published: CalendarDate?, figures: [GoldFigure]),
    isPassage: Bool
  ) -> FigureExample {
    var metadata = ArticleMetadata()
    metadata.published = gold.published
    let article = intake.article(gold.text, id: ArticleID(id), metadata: metadata)
    let text = language.annotate(article)
    let prepared = resources.prepared(
      ArticleParties(text, catalogue: catalogue), attributions: attributions.read(text))
    var taken: Set<Int> = []
    let labels = prepared.candidates.map { candidate -> Int? in
      let match = gold.figures.indices.first { index in
        !taken.contains(index)
          && gold.figures[index].evidence.overlaps(candidate.quantity.range)
          && gold.figures[index].value == candidate.value
      }
      if let match { taken.insert(match) }
      return match
    }
    // "colombia--afp--..." names its conflict, other articles stand for themselves.
    let group = id.firstRange(of: "--").map { id[..<$0.lowerBound] } ?? id[...]
    return FigureExample(
      id: id, prepared: prepared, gold: gold.figures, labels: labels,
      group: isPassage ? id : String(group), isPassage: isPassage)
  }
}
