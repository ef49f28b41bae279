internal import GRDB
internal import JSONBytes
internal import ParleyModel

/// Writes what a reading says into the columns that views are made from.
struct ReadingRows {
  private let reading: ArticleReading
  private let readingID: Int64
  private let version: Int64

  init(_ reading: ArticleReading, reading readingID: Int64, version: Int64) {
    self.reading = reading
    self.readingID = readingID
    self.version = version
  }

  func write(to database: Database) throws {
    for (number, position) in reading.positions.enumerated() {
      try write(position, number, to: database)
    }
    for (number, figure) in reading.figures.enumerated() {
      try write(figure, number, to: database)
    }
    for (number, change) in reading.changes.enumerated() {
      try write(change, number, to: database)
    }
    try writeSpeakers(to: database)
  }

  /// Counts the persons and bodies that speak, unnamed ones, documents and outlets left out.
  private func writeSpeakers(to database: Database) throws {
    var times: [ChainLink: Int] = [:]
    for attribution in reading.attributions {
      guard let name = attribution.speaker.name, let kind = attribution.chain.last?.kind,
        kind == .person || kind == .organization
      else { continue }
      times[ChainLink(name: name, kind: kind), default: 0] += 1
    }
    for (speaker, count) in times {
      try database.cachedStatement(
        sql: "INSERT INTO speaker(reading, name, kind, times) VALUES (?, ?, ?, ?)"
      ).execute(arguments: [readingID, speaker.name, speaker.kind.rawValue, count])
    }
  }

  private func write(_ position: Position, _ number: Int, to database: Database) throws {
    let word = Word(reading, position.attribution)
    let words = reading.article.words(position.evidence)
    try database.cachedStatement(
      sql: """
        INSERT INTO stance(reading, version, number, holder, act, issue, addressee, places,
          condition, as_of, said, status, confidence, start, end, words, speaker, unresolved, chain)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      readingID, version, number, position.holder, position.act.rawValue, position.issue.rawValue,
      position.addressee, list(position.places), position.condition.map(reading.article.words),
      position.asOf, said(position)?.description, position.status.rawValue, position.confidence,
      position.evidence.lowerBound, position.evidence.upperBound, words, word.speaker,
      word.unresolved, word.chain,
    ])
    try database.cachedStatement(sql: "INSERT INTO stance_text(rowid, words) VALUES (?, ?)")
      .execute(arguments: [database.lastInsertedRowID, words])
  }

  private func write(_ figure: Figure, _ number: Int, to database: Database) throws {
    let word = Word(reading, figure.attribution)
    let (low, high) =
      switch figure.value {
      case .exact(let value): (value, value)
      case .range(let low, let high): (low, high)
      }
    try database.cachedStatement(
      sql: """
        INSERT INTO figure(reading, version, number, low, high, unit, hedge, quantity, holder, of,
          as_of, start, end, words, speaker, unresolved, chain)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      readingID, version, number, low, high, figure.unit, figure.hedge.map(reading.article.words),
      figure.quantity, figure.holder, list(figure.of), figure.asOf, figure.evidence.lowerBound,
      figure.evidence.upperBound, reading.article.words(figure.evidence), word.speaker,
      word.unresolved, word.chain,
    ])
  }

  private func write(_ change: Change, _ number: Int, to database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO told_change(reading, version, number, holder, issue, direction, from_stance,
          to_stance, start, end, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      readingID, version, number, change.holder, change.issue.rawValue, change.direction.rawValue,
      change.from, change.to, change.evidence.lowerBound, change.evidence.upperBound,
      reading.article.words(change.evidence),
    ])
  }

  /// The first day that a position speaks of: its own date, else the article's.
  private func said(_ position: Position) -> CalendarDate? {
    guard let own = position.asOf.flatMap(DateText.firstDay) else {
      return reading.article.published
    }
    return own
  }

  private func list(_ ranges: [ByteRange]) -> String {
    var output = JSONOutput()
    output.array(ranges) { $0.string(reading.article.words($1)) }
    return String(decoding: output.bytes, as: UTF8.self)
  }
}

/// On whose word something stands, in columns.
private struct Word {
  var speaker: String?
  var unresolved: String?
  /// The chain as JSON: pairs of name (or `null`) and kind, the outlet first.
  var chain: String

  init(_ reading: ArticleReading, _ attribution: Int?) {
    var links: [ChainLink] = []
    if let attribution {
      let found = reading.attributions[attribution]
      links = found.chain
      switch found.speaker {
      case .known(let name): speaker = name
      case .unresolved(let reason):
        unresolved = reason
        if links.last?.kind != .unresolved {
          links.append(ChainLink(name: nil, kind: .unresolved))
        }
      case .narrator: break
      }
    } else if let outlet = reading.article.outlet {
      links = [ChainLink(name: outlet, kind: .outlet)]
    }
    var output = JSONOutput()
    output.array(links) { output, link in
      output.array([link.name, link.kind.rawValue]) { $0.string($1) }
    }
    chain = String(decoding: output.bytes, as: UTF8.self)
  }
}
