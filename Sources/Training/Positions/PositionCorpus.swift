package import DataFiles
internal import Intake
internal import JSONBytes
internal import Language
internal import ParleyModel
internal import Parties
package import Reading

/// A labelled article, annotated and prepared, with the labels of its clauses.
package struct PositionExample: Sendable {
  package let gold: GoldReading
  package let context: ArticleContext
  /// The conflict, for cross-validation: articles of one conflict stay together.
  package let group: String
  /// Whether it is a short passage instead of an article.
  package let isPassage: Bool
  /// For each clause the gold position that it states best; `nil` where it states none.
  package let labels: [GoldPosition?]
  /// For each clause whether it lies so near a gold position that it is neither right nor wrong.
  package let isNear: [Bool]
}

/// The labelled articles and passages to learn positions from.
package struct PositionCorpus {
  private let shared: SharedCorpora
  private let language: LanguageModel
  private let attributions: AttributionReader
  private let speakers: SpeakerReader
  private let intake: TextIntake
  private let resources: PositionResources

  /// Takes the folder of corpora and the models in use.
  ///
  /// - Throws: `DataError` if a data file is missing or malformed.
  package init(_ shared: SharedCorpora, data: DataFolder) throws {
    self.shared = shared
    language = try LanguageModel(data)
    attributions = try AttributionReader(data)
    speakers = try SpeakerReader(data, cues: attributions.lexicon)
    intake = try TextIntake(data)
    resources = try PositionResources(data)
  }

  /// The articles with gold readings in `gold/<name>` and texts in `data/<texts>`.
  package func articles(_ name: String, texts: String) throws -> [PositionExample] {
    try shared.names("gold/\(name)", ending: ".gold.json").map { file in
      let slug = String(file.dropLast(10))
      let text = try shared.bytes("data/\(texts)/\(slug).txt")
      let gold = try GoldReading(json: shared.bytes("gold/\(name)/\(file)"), text: text)
      var metadata = ArticleMetadata()
      if let sidecar = try? shared.bytes("data/\(texts)/\(slug).json") {
        metadata.published = try GoldReading(json: sidecar, text: []).published
      }
      let article = intake.article(text, id: ArticleID(slug), metadata: metadata)
      return example(article, gold, isPassage: false)
    }
  }

  /// The passages of `passages.ndjson`.
  package func passages() throws -> [PositionExample] {
    let lines = try shared.bytes("gold/passages.ndjson").split(separator: 0x0A)
    return try lines.map { line in
      let gold = try GoldReading(json: Array(line), text: nil)
      var metadata = ArticleMetadata()
      metadata.published = gold.published
      let article = intake.article(gold.text, id: ArticleID(gold.id), metadata: metadata)
      return example(article, gold, isPassage: true)
    }
  }

  private func example(
    _ article: Article, _ gold: GoldReading, isPassage: Bool
  ) -> PositionExample {
    let text = language.annotate(article)
    let parties = resources.parties(text)
    let context = resources.context(
      parties, attributions: speakers.resolved(attributions.read(text), parties: parties))
    let (labels, isNear) = ClauseLabels.label(context, gold.positions)
    var counts: [String: Int] = [:]
    for position in gold.positions { counts[position.holder, default: 0] += 1 }
    let holders = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(2).map(\.key)
    return PositionExample(
      gold: gold, context: context,
      group: isPassage
        ? gold.id : holders.isEmpty ? gold.id : holders.sorted().joined(separator: "|"),
      isPassage: isPassage, labels: labels, isNear: isNear)
  }
}
