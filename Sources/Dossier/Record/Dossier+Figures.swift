internal import GRDB
public import ParleyModel

/// One figure in the record: what is measured, how much, on whose word, in which article.
public struct FigureEntry: Sendable, Hashable {
  /// The article's name in the dossier.
  public let article: String
  /// The version of the article.
  public let version: Int64
  /// The place in the figures of the current reading.
  public let number: Int
  /// The day by which the public knew it.
  public let knownOn: CalendarDate
  /// The number, or the first end of a range.
  public let low: Double
  /// The number, or the second end of a range.
  public let high: Double
  /// The unit ("percent", "km2").
  public let unit: String
  /// The words that soften or bound it; `nil` where there are none.
  public let hedge: String?
  /// What is measured; `nil` where the text does not say.
  public let quantity: String?
  /// Whose it is; `nil` where the text does not say.
  public let holder: String?
  /// What it is a part or measure of, as written.
  public let of: [String]
  /// When it is true of (EDTF); `nil` if not stated.
  public let asOf: String?
  /// Where it stands in the text.
  public let range: ByteRange
  /// The words there.
  public let words: String
  /// Who speaks; `nil` if unresolved, or if the article speaks itself.
  public let speaker: String?
  /// Why it is not known who speaks; `nil` if it is.
  public let unresolved: String?
  /// The chain of attribution, outlet first.
  public let chain: [Stance.Link]
}

extension Dossier {
  /// Returns the figures of a view, by day of publication, article and place in the text.
  public func figures(_ view: View = View()) throws(DossierError) -> [FigureEntry] {
    try read { database in
      let versions = try VisibleVersions(database, view: view)
      let names = try PartyNames(database)
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT f.version, f.number, f.low, f.high, f.unit, f.hedge, f.quantity, f.holder, f.of,
            f.as_of, f.start, f.end, f.words, f.speaker, f.unresolved, f.chain
          FROM figure AS f JOIN current_reading AS c ON c.reading = f.reading
          """)
      return rows.compactMap { row -> FigureEntry? in
        guard let facts = versions.facts[row[0]] else { return nil }
        let knownOn = facts.knownOn
        return FigureEntry(
          article: facts.article, version: row[0], number: row[1], knownOn: knownOn, low: row[2],
          high: row[3], unit: row[4], hedge: row[5], quantity: row[6],
          holder: (row[7] as String?).map { names.party($0, on: knownOn) },
          of: StanceLoader.list(row[8]), asOf: row[9], range: ByteRange(row[10], row[11]),
          words: row[12], speaker: row[13], unresolved: row[14], chain: StanceLoader.chain(row[15]))
      }.sorted {
        ($0.knownOn, $0.article, $0.range, $0.number) < (
          $1.knownOn, $1.article, $1.range, $1.number
        )
      }
    }
  }
}
