internal import GRDB
internal import JSONBytes
internal import ParleyModel

/// Loads the stances of a view from the record.
struct StanceLoader {
  let database: Database
  let view: View
  let names: PartyNames
  let path: String
  /// The versions of the view.
  let versions: VisibleVersions
  /// What people decided.
  let layer: ReviewLayer

  init(database: Database, view: View, path: String) throws {
    self.database = database
    self.view = view
    self.path = path
    names = try PartyNames(database)
    let versions = try VisibleVersions(database, view: view)
    self.versions = versions
    let names = names
    let carrier = CarriedReviews(database: database, path: path, shown: versions.byArticle)
    layer = ReviewLayer(
      try carrier.carried(try ReviewRecord.all(database)).map { review in
        // People may have given parties other names since.
        var review = review
        let day =
          review.subject.asOf.flatMap(DateText.firstDay)
          ?? versions.facts[review.version]?.published
        func party(_ name: String?) -> String? { name.map { names.party($0, on: day) } }
        review.subject.holder = party(review.subject.holder)
        review.subject.addressee = party(review.subject.addressee)
        review.correction.holder = party(review.correction.holder)
        review.correction.addressee = party(review.correction.addressee)
        return review
      })
  }

  /// All stances of the view, by article and place in the text, with what people decided; those that
  /// were rejected are among them.
  ///
  /// - Parameter only: leaves out all versions but these; `nil` for none.
  func all(of only: Set<Int64>? = nil) throws -> [Stance] {
    var stances: [Stance] = []
    let condition =
      only.map { "WHERE s.version IN (\($0.sorted().map(String.init).joined(separator: ",")))" }
      ?? ""
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT s.version, s.number, s.holder, s.act, s.issue, s.addressee, s.places, s.condition,
          s.as_of, s.said, s.status, s.confidence, s.start, s.end, s.words, s.speaker,
          s.unresolved, s.chain
        FROM stance AS s JOIN current_reading AS c ON c.reading = s.reading
        \(condition) ORDER BY s.version, s.start, s.number
        """)
    var current: [Stance] = []
    var version: Int64 = 0
    func finish(_ version: Int64, _ read: [Stance]) {
      guard let facts = versions.facts[version] else { return }
      stances += layer.applied(to: read, of: version) {
        make($0, facts)
      } words: {
        words($0, of: version)
      }
    }
    var seen: Set<Int64> = []
    while let row = try rows.next() {
      let next: Int64 = row[0]
      if next != version {
        finish(version, current)
        current = []
        version = next
        seen.insert(next)
      }
      guard let facts = versions.facts[next], let stance = stance(row, facts) else { continue }
      current.append(stance)
    }
    finish(version, current)
    for version in layer.versions
    where !seen.contains(version) && only?.contains(version) ?? true {
      finish(version, [])
    }
    return stances
  }

  private func stance(_ row: Row, _ facts: VisibleVersions.Facts) -> Stance? {
    let holder: String = row[2]
    let act: String = row[3]
    let issue: String = row[4]
    let range = ByteRange(row[12], row[13])
    guard let known = Act(rawValue: act) else { return nil }
    let said = (row[9] as String?).flatMap { CalendarDate(iso: $0) }
    return Stance(
      Stance.Source(
        id: Stance.id(
          article: facts.article, start: range.lowerBound, end: range.upperBound, holder: holder,
          act: act, issue: issue),
        article: facts.article, version: row[0], number: row[1], outlet: facts.outlet,
        published: facts.published, received: facts.received, places: Self.list(row[6]),
        condition: row[7], range: range, words: row[14], chain: Self.chain(row[17]),
        speaker: row[15], unresolved: row[16], confidence: row[11]),
      holder: names.party(holder, on: said), act: known, issue: IssueCode(issue),
      addressee: (row[5] as String?).map { names.party($0, on: said) }, asOf: row[8], said: said,
      status: Position.Status(rawValue: row[10]) ?? .current)
  }

  /// Makes the stance that only a review holds.
  private func make(_ review: ReviewRecord, _ facts: VisibleVersions.Facts) -> Stance? {
    guard let holder = review.subject.holder, let name = review.subject.act,
      let act = Act(rawValue: name), let issue = review.subject.issue
    else { return nil }
    return Stance(
      Stance.Source(
        id: Stance.id(
          article: facts.article, start: review.range.lowerBound, end: review.range.upperBound,
          holder: holder, act: name, issue: issue),
        article: facts.article, version: review.version, number: nil, outlet: facts.outlet,
        published: facts.published, received: facts.received, places: [], condition: nil,
        range: review.range, words: words(review.range, of: review.version) ?? "",
        chain: facts.outlet.map { [Stance.Link(name: $0, kind: .outlet)] } ?? [], speaker: nil,
        unresolved: nil, confidence: 1),
      holder: holder, act: act, issue: IssueCode(issue), addressee: review.subject.addressee,
      asOf: review.subject.asOf,
      said: review.subject.asOf.flatMap(DateText.firstDay) ?? facts.published,
      status: review.subject.status.flatMap(Position.Status.init) ?? .current)
  }

  /// The words of a range of a version's text; `nil` if the text has no such range.
  private func words(_ range: ByteRange, of version: Int64) -> String? {
    // A reading that cannot be unpacked is reported where articles are read, not here.
    let reading = try? Document.current(of: version, in: database, path: path)
    guard let article = reading?.article, range.upperBound <= article.text.count else { return nil }
    return article.words(range)
  }

  static func list(_ text: String) -> [String] {
    guard text != "[]" else { return [] }
    var items: [String] = []
    var json = JSONScanner(Array(text.utf8))
    // The record wrote this itself.
    do throws(JSONError) {
      try json.beginArray()
      while try json.nextElement() { items.append(try json.string()) }
    } catch {}
    return items
  }

  static func chain(_ text: String) -> [Stance.Link] {
    guard text != "[]" else { return [] }
    var links: [Stance.Link] = []
    var json = JSONScanner(Array(text.utf8))
    do throws(JSONError) {
      try json.beginArray()
      while try json.nextElement() {
        try json.beginArray()
        var parts: [String?] = []
        while try json.nextElement() { parts.append(json.null() ? nil : try json.string()) }
        guard parts.count == 2, let kind = parts[1].flatMap(ChainLink.Kind.init) else { continue }
        links.append(Stance.Link(name: parts[0], kind: kind))
      }
    } catch {}
    return links
  }
}
