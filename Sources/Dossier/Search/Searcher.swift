internal import GRDB
internal import ParleyModel

/// Looks for a pattern in one state of the record.
struct Searcher {
  /// How many candidates are looked at together.
  private static let lot = 64

  let loader: StanceLoader
  let filter: StanceFilter
  let view: View
  let limit: Int

  /// The stances whose words fit, best first; those that only a review holds come first.
  func stances(_ pattern: FTS5Pattern) throws -> [StanceHit] {
    let marker = try WordMarker(column: "words")
    let reviewed = Set(loader.layer.versions)
    var hits: [StanceHit] = []
    func add(_ stance: Stance) throws {
      guard hits.count < limit, wants(stance) else { return }
      let matches = try marker.matches(pattern, in: stance.words)
      guard !matches.isEmpty else { return }
      hits.append(
        StanceHit(stance: stance, excerpt: Excerpt(of: Array(stance.words.utf8), matches: matches)))
    }
    for stance in try loader.all(of: reviewed) where stance.number == nil { try add(stance) }
    let rows = try Row.fetchCursor(
      loader.database,
      sql: """
        SELECT s.version, s.number, s.holder, s.act, s.issue, s.said
        FROM stance_text JOIN stance AS s ON s.id = stance_text.rowid
        JOIN current_reading AS c ON c.reading = s.reading
        WHERE stance_text MATCH ? ORDER BY bm25(stance_text), s.id
        """, arguments: [pattern])
    var lot: [Candidate] = []
    while hits.count < limit {
      let row = try rows.next()
      if let row {
        let candidate = Candidate(version: row[0], number: row[1])
        guard loader.versions.facts[candidate.version] != nil,
          reviewed.contains(candidate.version) || mayFit(row)
        else { continue }
        lot.append(candidate)
      }
      if lot.count == Self.lot || row == nil {
        let found = try loader.all(of: Set(lot.map(\.version)))
        let byPlace = Dictionary(
          found.compactMap { stance in
            stance.number.map { (Candidate(version: stance.version, number: $0), stance) }
          }, uniquingKeysWith: { first, _ in first })
        for stance in lot.compactMap({ byPlace[$0] }) { try add(stance) }
        lot = []
      }
      if row == nil { break }
    }
    return hits
  }

  /// The articles whose title or text fits, best first.
  func articles(_ pattern: FTS5Pattern) throws -> [ArticleHit] {
    let marker = try WordMarker(column: "body")
    var hits: [ArticleHit] = []
    let rows = try Int64.fetchCursor(
      loader.database,
      sql: """
        SELECT rowid FROM article_text WHERE article_text MATCH ?
        ORDER BY bm25(article_text, 4.0, 1.0), rowid
        """, arguments: [pattern])
    var lot: [Int64] = []
    while hits.count < limit {
      let version = try rows.next()
      if let version, loader.versions.facts[version] != nil { lot.append(version) }
      if lot.count == Self.lot || version == nil {
        let wanted = try wanted(lot)
        for version in lot where wanted.contains(version) && hits.count < limit {
          if let hit = try hit(version, pattern, marker) { hits.append(hit) }
        }
        lot = []
      }
      if version == nil { break }
    }
    return hits
  }

  private func wants(_ stance: Stance) -> Bool {
    guard stance.review?.verdict != .reject, filter.wants(stance) else { return false }
    if let on = view.on, let said = stance.said, said > on { return false }
    return stance.review != nil || stance.confidence >= view.leastConfidence
  }

  /// Whether a stance as it was read may be wanted, judged by its columns.
  private func mayFit(_ row: Row) -> Bool {
    let said = (row[5] as String?).flatMap { CalendarDate(iso: $0) }
    return filter.wants(day: said) && filter.wants(issue: IssueCode(row[4]))
      && (filter.acts.isEmpty || filter.acts.contains { $0.rawValue == row[3] as String })
      && (filter.parties.isEmpty || filter.wants(party: loader.names.party(row[2], on: said)))
  }

  /// The versions among `versions` that the filter wants.
  private func wanted(_ versions: [Int64]) throws -> Set<Int64> {
    if filter.isOnlyOfDays {
      return Set(
        versions.filter { version in
          let facts = loader.versions.facts[version]
          return filter.wants(day: facts?.knownOn)
        })
    }
    return Set(try loader.all(of: Set(versions)).filter(wants).map(\.version))
  }

  private func hit(_ version: Int64, _ pattern: FTS5Pattern, _ marker: WordMarker) throws
    -> ArticleHit?
  {
    guard let facts = loader.versions.facts[version],
      let reading = try Document.current(
        of: version, in: loader.database, path: loader.path)
    else { return nil }
    let text = reading.article.text
    let matches = try marker.matches(
      pattern, in: String(decoding: text, as: UTF8.self), title: reading.article.title)
    return ArticleHit(
      article: facts.article, version: version, title: reading.article.title,
      outlet: facts.outlet, published: facts.published,
      excerpt: Excerpt(of: text, matches: matches))
  }

  /// A position in the reading of a version.
  private struct Candidate: Hashable {
    let version: Int64
    let number: Int
  }
}
