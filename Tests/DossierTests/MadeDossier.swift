import DataFiles
import Dossier
import Foundation
import ParleyModel
import TestSupport

/// A figure of a made article: its words stand in the text.
struct MadeFigure {
  let words: String
  let value: Double
  let unit: String
  var quantity: String?
  var holder: String?
  var of: String?
}

/// A quotation of a made article; without a speaker nobody is named.
struct MadeQuote {
  let words: String
  let speaker: String?
}

/// Small articles with one position each, and dossiers made of them.
enum MadeDossier {
  /// Makes an entry: an article of one sentence, read as one position on it.
  ///
  /// With `told` the words tell of a movement, and there is no position.
  ///
  /// `words` are the evidence; the rest of the text is filler that no other article shares.
  static func entry(
    _ name: String, outlet: String? = "The Lantern", published: String?, holder: String = "Aland",
    act: Act = .demand, issue: String = "territory.withdrawal", words: String,
    places: [String] = [], asOf: String? = nil, status: Position.Status = .current,
    confidence: Double = 0.9, text: String? = nil, told: Change.Direction? = nil,
    figures: [MadeFigure] = [], quotes: [MadeQuote] = []
  ) -> Entry {
    let text = text ?? "Report \(name) from the talks. \(words)."
    let bytes = Array(text.utf8)
    func range(_ words: String) -> ByteRange {
      let pattern = Array(words.utf8)
      let start = bytes.indices.first { bytes[$0...].starts(with: pattern) } ?? 0
      return ByteRange(start, start + pattern.count)
    }
    let article = Article(
      id: ArticleID(name), title: "On \(name)", outlet: outlet,
      published: published.flatMap { CalendarDate(iso: $0) }, text: bytes,
      paragraphs: [ByteRange(0, bytes.count)])
    let position = Position(
      holder: holder, act: act, issue: IssueCode(issue), places: places.map(range), asOf: asOf,
      status: status, evidence: range(words), confidence: confidence)
    return Entry(
      original: Original(bytes), origin: Entry.Origin(input: name + ".txt"),
      reading: ArticleReading(
        article: article,
        attributions: quotes.map { quote in
          Attribution(
            source: [], cue: [], content: [range(quote.words)], kind: .direct, sourceType: .named,
            speaker: quote.speaker.map { .known(name: $0) }
              ?? .unresolved(reason: "nobody is named"),
            chain: quote.speaker.map { [ChainLink(name: $0, kind: .person)] } ?? [])
        },
        positions: told == nil ? [position] : [],
        figures: figures.map { figure in
          Figure(
            value: .exact(figure.value), unit: figure.unit, quantity: figure.quantity,
            holder: figure.holder, of: figure.of.map { [range($0)] } ?? [],
            evidence: range(figure.words))
        },
        changes: told.map {
          [
            Change(
              holder: holder, issue: IssueCode(issue), direction: $0, evidence: range(words))
          ]
        } ?? []))
  }

  /// Makes a dossier in a new folder and does `body` with it.
  static func with(
    _ entries: [Entry] = [], at time: Timestamp = Timestamp(seconds: 1_932_768_000),
    _ body: (Dossier) throws -> Void
  ) throws {
    let folder = try TemporaryFolder()
    let dossier = try Dossier.create(folder.url.path + "/talks", title: "Talks", at: time)
    try dossier.add(entries, reader: "test 1", at: time)
    try body(dossier)
  }

  /// The rules of the repository.
  static func rules() throws -> MovementRules {
    try MovementRules(DataFolder(path: Schema.repository.appending(path: "Data").path))
  }
}
