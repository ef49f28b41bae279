internal import JSONBytes
internal import ParleyModel

/// The files of one text as brat keeps them.
public struct BratFiles: Sendable {
  /// The name of the files without their endings.
  public let name: String
  /// The text (`.txt`).
  public let text: [UInt8]
  /// The annotations (`.ann`).
  public let annotations: [UInt8]
  /// What is known about the text (`.json`: title, outlet, published); `nil` if there is no file.
  public let facts: [UInt8]?

  /// Takes the files of one text.
  public init(name: String, text: [UInt8], annotations: [UInt8], facts: [UInt8]?) {
    self.name = name
    self.text = text
    self.annotations = annotations
    self.facts = facts
  }
}

extension Dossier {
  /// Imports what people annotated in brat as a reading of its text.
  ///
  /// - Returns: what became of it; events that lack something, and files that are malformed, are
  ///   orphans.
  public func importBrat(_ files: BratFiles, by: String, at time: Timestamp) throws(DossierError)
    -> ImportReport
  {
    var report = ImportReport()
    let facts = files.facts.flatMap { try? JSONTree.parse($0) }
    if files.facts != nil, facts == nil {
      report.orphan("\(files.name).json", "it is no JSON; the article goes without its facts")
    }
    let article = Article(
      id: ArticleID(FileName.decoded(files.name)), title: facts?["title"]?.text,
      outlet: facts?["outlet"]?.text,
      published: facts?["published"]?.text.flatMap { CalendarDate(iso: $0) },
      language: facts?["language"]?.text ?? "en", text: files.text,
      paragraphs: Article.paragraphs(of: files.text))
    var reader: BratReader
    do {
      reader = try BratReader(files.annotations, of: article)
    } catch {
      report.orphan("\(files.name).ann, line \(error.line)", error.found)
      return report
    }
    let reading = reader.reading()
    for note in reader.notes { report.orphan("\(files.name).ann", note) }
    let isNew = try importReading(
      reading, input: files.name + ".ann", line: nil, by: by, at: time)
    if isNew { report.added += 1 } else { report.known += 1 }
    return report
  }
}
