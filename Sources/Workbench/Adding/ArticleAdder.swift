internal import DataFiles
internal import Dossier
internal import Intake
internal import JSONBytes
internal import ParleyModel
internal import Reading
internal import Synchronization

/// Reads articles and adds them to a dossier.
///
/// The reader with its models is loaded with the first article.
final class ArticleAdder: Sendable {
  /// What somebody gives to be added.
  struct Given: Sendable {
    /// The bytes: a text or a web page.
    var bytes: [UInt8]
    /// The name of the file, or one made from the title.
    var name: String
    /// What the person says of it; `nil` where nothing is said.
    var title: String?
    var outlet: String?
    var published: String?

    /// The article as intake takes it.
    var raw: RawArticle {
      .text(bytes: bytes, input: Slug.of(name) + ".txt", sidecar: sidecar)
    }

    private var sidecar: [UInt8]? {
      let pairs = [("title", title), ("outlet", outlet), ("published", published)]
        .compactMap { name, value in value.map { (name, $0) } }
      guard !pairs.isEmpty else { return nil }
      var fields = Fields()
      for (name, value) in pairs { fields[name] = .text(value) }
      return fields.json
    }
  }

  /// What became of it.
  struct Added: Sendable {
    /// The name of the article in the dossier.
    let name: String
    /// The title; `nil` if not stated.
    let title: String?
    /// Whether it was there already.
    let isKnown: Bool
    /// How many stances were read in it.
    let stances: Int
    /// What intake had to say.
    let warnings: [String]
  }

  private struct Tools: Sendable {
    let intake: TextIntake
    let reader: Reader
    let identity: String
  }

  private let dossier: Dossier
  private let data: DataFolder
  private let tools = Kept<Tools>()

  /// Adds to `dossier` with the data files of `data`.
  init(_ dossier: Dossier, data: DataFolder) {
    self.dossier = dossier
    self.data = data
  }

  /// Reads an article and adds it.
  ///
  /// - Throws: `PageError` if it has no text; `IntakeError`, `DossierError`, `DataError`.
  func add(_ raw: RawArticle, at time: Timestamp) throws -> Added {
    let tools = try tools.value { () throws(DataError) in
      Tools(
        intake: try TextIntake(data), reader: try Reader(data), identity: try Reader.identity(data))
    }
    let article = try tools.intake.article(raw)
    guard !article.paragraphs.isEmpty, let source = RawSource(raw) else {
      throw PageError(
        .impossible(found: "'\(article.id)' has no text", advice: "give a text or a web page"))
    }
    let isKnown = try dossier.has(article.id, source.original, reader: tools.identity)
    guard !isKnown else {
      return Added(
        name: article.id.rawValue, title: article.title, isKnown: true, stances: 0,
        warnings: article.warnings)
    }
    let reading = tools.reader.read(article)
    let addition = try dossier.add(
      [Entry(source, reading: reading)], reader: tools.identity, at: time)
    return Added(
      name: article.id.rawValue, title: article.title, isKnown: addition.known > 0,
      stances: reading.positions.count, warnings: article.warnings)
  }
}
