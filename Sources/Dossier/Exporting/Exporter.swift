public import DataFiles
internal import GRDB
internal import JSONBytes
internal import ParleyModel
internal import Parties
internal import ReadingFormat
public import Territory

/// Writes a dossier in other forms.
///
///     let notes = try Exporter(dossier, data: data).write(.prov) { try file.write($0.bytes) }
public struct Exporter {
  private let dossier: Dossier
  private let view: View
  private let data: DataFolder
  private let atlas: TerritoryAtlas?

  /// Prepares to write what `view` shows of a dossier.
  ///
  /// - Parameters:
  ///   - data: Parley's data files.
  ///   - atlas: where regions and places are looked up for GeoJSON; `nil` if there is no such data.
  public init(
    _ dossier: Dossier, view: View = View(), data: DataFolder, atlas: TerritoryAtlas? = nil
  ) {
    self.dossier = dossier
    self.view = view
    self.data = data
    self.atlas = atlas
  }

  /// Writes the dossier in a form, piece by piece.
  ///
  /// The same dossier gives the same bytes.
  ///
  /// - Returns: what people should know, as sentences: what was left out, and why.
  /// - Throws: `DossierError`, `DataError`, `TerritoryError`, what `sink` throws; `.badRequest` for
  ///   ``ExportFormat/sqlite``, which is written by ``Dossier/copy(to:)``.
  public func write(_ format: ExportFormat, to sink: (ExportPiece) throws -> Void) throws
    -> [String]
  {
    func one(_ bytes: [UInt8]) throws { try sink(ExportPiece(file: nil, bytes: bytes)) }
    switch format {
    case .json: try one(try json().document)
    case .ndjson: try one(try json().lines)
    case .readings: try writeReadings(sink)
    case .csv:
      let tables = DossierTables(
        contents: try contents(), changes: try changes(), dictionary: try ColumnDictionary(data))
      for piece in tables.pieces { try sink(piece) }
    case .sqlite:
      throw DossierError(
        .badRequest(found: "the record is no stream", advice: "copy it to a file"),
        path: dossier.path)
    case .webAnnotation: try writeAnnotations(sink)
    case .prov: try one(ProvenanceWriter(contents: try contents()).document)
    case .ftm:
      try one(
        StatementWriter(contents: try contents(), catalogue: try PartyCatalogue(data)).lines)
    case .claimreview: return try writeClaims(sink)
    case .geojson: return try writePlaces(sink)
    case .brat: try writeBrat(sink)
    case .ical:
      let finder = try MovementRules(data).deadlines
      try one(CalendarWriter(contents: try contents(), finder: finder).bytes)
    case .markdown:
      try one(
        Array(
          StateMarkdown(state: try state(), title: try dossier.title(), names: try IssueNames(data))
            .text.utf8))
    case .html:
      try one(
        Array(
          StateHTML(state: try state(), title: try dossier.title(), names: try IssueNames(data))
            .text.utf8))
    }
    return []
  }

  private func contents() throws -> DossierContents { try DossierContents(dossier, view: view) }

  private func changes() throws -> [Movement] {
    try dossier.changes(view, rules: try MovementRules(data))
  }

  private func state() throws -> TalksState {
    try dossier.state(view, rules: try MovementRules(data))
  }

  private func json() throws -> DossierJSON {
    DossierJSON(contents: try contents(), changes: try changes())
  }

  /// The readings of the articles, each as it is stored.
  private func writeReadings(_ sink: (ExportPiece) throws -> Void) throws {
    for article in try dossier.articles(view) {
      var output = JSONOutput()
      ReadingWriter.write(try reading(article), to: &output)
      output.raw("\n")
      try sink(ExportPiece(file: nil, bytes: output.bytes))
    }
  }

  /// The reading that counts, under the name that the article has in the dossier.
  private func reading(_ article: ArticleEntry) throws -> ArticleReading {
    var reading = try dossier.reading(of: article.name, version: article.version)
    reading.article.id = ArticleID(article.name)
    return reading
  }

  private func writeAnnotations(_ sink: (ExportPiece) throws -> Void) throws {
    let contents = try contents()
    let writer = AnnotationWriter(contents: contents)
    let byVersion = Dictionary(grouping: contents.stances, by: \.version)
    var pieces = writer.opening(count: contents.stances.count)
    var isFirst = true
    for article in contents.articles {
      guard let stances = byVersion[article.version] else { continue }
      if !isFirst { pieces.append(UInt8(ascii: ",")) }
      isFirst = false
      pieces += writer.annotations(stances, of: article, text: try reading(article).article.text)
      try sink(ExportPiece(file: nil, bytes: pieces))
      pieces = []
    }
    try sink(ExportPiece(file: nil, bytes: pieces + AnnotationWriter.closing))
  }

  /// The figures as claims, and what a check of them against maps found.
  private func writeClaims(_ sink: (ExportPiece) throws -> Void) throws -> [String] {
    var findings: [CheckFinding] = []
    if let atlas {
      findings = try dossier.check(view, rules: try CheckRules(data), atlas: atlas)
        .only([.figuresOnMaps]).findings
    }
    let writer = ClaimWriter(contents: try contents(), findings: findings)
    try sink(ExportPiece(file: nil, bytes: writer.document))
    return findings.isEmpty ? ["no figure could be held against a map: there are no reviews"] : []
  }

  /// The places, or an empty collection and why it is empty.
  private func writePlaces(_ sink: (ExportPiece) throws -> Void) throws -> [String] {
    func nothing(_ why: String) throws -> [String] {
      let bytes = Array("{\"type\":\"FeatureCollection\",\"features\":[]}\n".utf8)
      try sink(ExportPiece(file: nil, bytes: bytes))
      return ["no places are written: \(why)"]
    }
    guard let atlas else { return try nothing("there is no gazetteer") }
    let places: (bytes: [UInt8], notes: [String])
    do {
      places = try PlaceWriter(contents: try contents(), atlas: atlas).document()
    } catch let error as TerritoryError {
      return try nothing("\(error)")
    }
    try sink(ExportPiece(file: nil, bytes: places.bytes))
    return places.notes
  }

  /// Of each article its text, its annotations, and what is known about it.
  private func writeBrat(_ sink: (ExportPiece) throws -> Void) throws {
    let issues = try IssueNames(data).codes
    try sink(
      ExportPiece(
        file: BratConfiguration.file,
        bytes: Array(BratConfiguration.text(issues: issues).utf8)))
    for entry in try dossier.articles(view) {
      let reading = try reading(entry)
      let name = FileName.encoded(entry.name)
      var facts = JSONOutput()
      JSONTree.members([
        "title": .text(reading.article.title), "outlet": .text(reading.article.outlet),
        "published": .text(reading.article.published?.description),
        "language": .string(reading.article.language),
      ]).write(to: &facts)
      facts.raw("\n")
      try sink(ExportPiece(file: name + ".txt", bytes: reading.article.text))
      try sink(ExportPiece(file: name + ".ann", bytes: BratWriter.annotations(reading)))
      try sink(ExportPiece(file: name + ".json", bytes: facts.bytes))
    }
  }
}

extension Dossier {
  /// Writes the record, in one state, to a new file.
  ///
  /// - Throws: `.cannotWrite` if the file is there already, or cannot be written.
  public func copy(to file: String) throws(DossierError) {
    do {
      try store.vacuum(into: file)
    } catch {
      throw DossierError(.cannotWrite(reason: "'\(file)' cannot be written: \(error)"), path: path)
    }
  }
}
