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
  }

  /// What became of it.
  struct Added: Sendable {
    /// The name of the article in the dossier.
    let name: String
    /// Whether it was there already.
    let isKnown: Bool
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
  private let tools = Mutex<Tools?>(nil)

  /// Adds to `dossier` with the data files of `data`.
  init(_ dossier: Dossier, data: DataFolder) {
    self.dossier = dossier
    self.data = data
  }

  /// Reads an article and adds it.
  ///
  /// - Throws: `PageError` if it has no text; `IntakeError`, `DossierError`, `DataError`.
  func add(_ given: Given, at time: Timestamp) throws -> Added {
    let tools = try loaded()
    let input = Slug.of(given.name)
    let sidecar = sidecar(given)
    let article = try tools.intake.article(
      .text(bytes: given.bytes, input: input + ".txt", sidecar: sidecar))
    guard !article.paragraphs.isEmpty else {
      throw PageError(
        .impossible(found: "'\(given.name)' has no text", advice: "give a text or a web page"))
    }
    let original = Original(given.bytes)
    if try dossier.has(article.id, original, reader: tools.identity) {
      return Added(name: article.id.rawValue, isKnown: true, warnings: article.warnings)
    }
    let entry = Entry(
      original: original, sidecar: sidecar.map { Original($0) },
      origin: Entry.Origin(input: given.name), reading: tools.reader.read(article))
    let addition = try dossier.add([entry], reader: tools.identity, at: time)
    return Added(
      name: article.id.rawValue, isKnown: addition.known > 0, warnings: article.warnings)
  }

  private func sidecar(_ given: Given) -> [UInt8]? {
    let pairs = [
      ("title", given.title), ("outlet", given.outlet), ("published", given.published),
    ].compactMap { name, value in value.map { (name, $0) } }
    guard !pairs.isEmpty else { return nil }
    var fields = Fields()
    for (name, value) in pairs { fields[name] = .text(value) }
    return fields.json
  }

  private func loaded() throws(DataError) -> Tools {
    if let known = tools.withLock({ $0 }) { return known }
    let made = Tools(
      intake: try TextIntake(data), reader: try Reader(data), identity: try Reader.identity(data))
    tools.withLock { $0 = made }
    return made
  }
}
