internal import Foundation
internal import GRDB
public import Intake
public import ParleyModel

/// What became of articles that were added.
public struct Addition: Sendable, Hashable {
  /// Articles that the dossier did not have.
  public var new = 0
  /// Articles that it had with other bytes: they are kept as further versions.
  public var changed = 0
  /// Articles that it had already, and that were read again by another reader.
  public var readAgain = 0
  /// Articles that it had already, read by this reader.
  public var known = 0

  /// Nothing yet.
  public init() {}

  /// Adds up what became of two lots.
  public static func += (a: inout Addition, b: Addition) {
    a.new += b.new
    a.changed += b.changed
    a.readAgain += b.readAgain
    a.known += b.known
  }

  /// How many articles were looked at.
  public var count: Int { new + changed + readAgain + known }
}

extension Dossier {
  /// Adds articles in one transaction, with their originals.
  ///
  /// An article is the same as one that is there if it has the same address, or where no address is
  /// known the same name. One whose bytes are there as well is not added again: the same call can be
  /// repeated after a crash and finishes the work.
  ///
  /// A page from the web whose text is that of its latest version is known, whatever else in it has
  /// changed.
  ///
  /// - Parameters:
  ///   - reader: which reader and models made the readings.
  ///   - time: when the articles came in.
  ///   - item: the item of a followed feed that is taken by this.
  /// - Throws: `.cannotWrite`, `.busy`; nothing of `entries` is then in the record.
  @discardableResult
  public func add(
    _ entries: [Entry], reader: String, at time: Timestamp, taking item: FeedItem? = nil
  ) throws(DossierError) -> Addition {
    let originals = OriginalStore(dossier: path)
    for entry in entries {
      try originals.keep(entry.original)
      if let sidecar = entry.sidecar { try originals.keep(sidecar) }
    }
    originals.flush()
    return try write { database in
      var addition = Addition()
      let writer = EntryWriter(database: database, reader: reader, time: time, path: path)
      for entry in entries { try writer.add(entry, &addition) }
      if let item { try Self.changeFollowed(database) { $0.done(item) } }
      return addition
    }
  }

  /// Whether the dossier has the article with these bytes, read by `reader`, with or without a model's
  /// help.
  public func has(_ name: ArticleID, _ original: Original, reader: String)
    throws(DossierError) -> Bool
  {
    try read { database in
      let version = try Int64.fetchOne(
        database,
        sql: """
          SELECT version.id FROM article JOIN version ON version.article = article.id
            WHERE article.name = ? AND version.original = ?
          """, arguments: [name.rawValue, original.checksum])
      guard let version else { return false }
      return try ReadingRecord.has(reader, of: version, in: database)
    }
  }
}

/// Writes entries within one transaction.
private struct EntryWriter {
  let database: Database
  let reader: String
  let time: Timestamp
  let path: String
  private var readings: ReadingRecord {
    ReadingRecord(database: database, time: time)
  }

  func add(_ entry: Entry, _ addition: inout Addition) throws {
    let version = try addVersion(entry, &addition)
    try readings.keep(entry.answers, of: version)
    guard let web = entry.origin.web else { return }
    try database.cachedStatement(
      sql: """
        INSERT INTO fetched(address, version, tag, modified, at) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT(address) DO UPDATE SET version = excluded.version, tag = excluded.tag,
            modified = excluded.modified, at = excluded.at
        """
    ).execute(arguments: [web.requested, version, web.tag, web.modified, web.fetched])
  }

  /// Adds the article, or a version of it; returns the version that is there now.
  private func addVersion(_ entry: Entry, _ addition: inout Addition) throws -> Int64 {
    let article = try article(entry)
    if let version = try version(of: article.id, entry.original.checksum)
      ?? versionOfSameText(entry, article.id)
    {
      if try ReadingRecord.has(entry.reader ?? reader, of: version, in: database) {
        addition.known += 1
      } else {
        try write(reading: entry, version: version)
        addition.readAgain += 1
      }
      return version
    }
    let version = try insertVersion(entry, article: article.id)
    try write(reading: entry, version: version)
    try CopyFinder(database: database, path: path).add(
      entry.reading.article, sample: entry.fingerprint, version: version, article: article.id)
    if article.isNew { addition.new += 1 } else { addition.changed += 1 }
    return version
  }

  /// The latest version of the article, if it came from the web with the same title and text: the
  /// rest of a page changes with every visit.
  private func versionOfSameText(_ entry: Entry, _ article: Int64) throws -> Int64? {
    guard entry.origin.web != nil else { return nil }
    let latest = try database.cachedStatement(
      sql: "SELECT id FROM version WHERE article = ? ORDER BY id DESC LIMIT 1")
    guard let version = try Int64.fetchOne(latest, arguments: [article]),
      let known = try Document.current(of: version, in: database, path: path)?.article
    else { return nil }
    let new = entry.reading.article
    return known.text == new.text && known.title == new.title ? version : nil
  }

  private func article(_ entry: Entry) throws -> (id: Int64, isNew: Bool) {
    let name = entry.reading.article.id.rawValue
    if let address = entry.origin.address {
      let known = try database.cachedStatement(sql: "SELECT id FROM article WHERE address = ?")
      if let id = try Int64.fetchOne(known, arguments: [address]) { return (id, false) }
    }
    let named = try database.cachedStatement(sql: "SELECT id, address FROM article WHERE name = ?")
    if let row = try Row.fetchOne(named, arguments: [name]) {
      let address: String? = row[1]
      if address == nil || entry.origin.address == nil { return (row[0], false) }
      // Another article of the same name: told apart by its bytes.
      return (
        try insertArticle("\(name)-\(entry.original.checksum.prefix(8))", entry.origin.address),
        true
      )
    }
    return (try insertArticle(name, entry.origin.address), true)
  }

  private func insertArticle(_ name: String, _ address: String?) throws -> Int64 {
    try database.cachedStatement(sql: "INSERT INTO article(name, address) VALUES (?, ?)")
      .execute(arguments: [name, address])
    return database.lastInsertedRowID
  }

  private func version(of article: Int64, _ checksum: String) throws -> Int64? {
    try Int64.fetchOne(
      try database.cachedStatement(
        sql: "SELECT id FROM version WHERE article = ? AND original = ?"),
      arguments: [article, checksum])
  }

  private func insertVersion(_ entry: Entry, article: Int64) throws -> Int64 {
    let text = entry.reading.article
    try database.cachedStatement(
      sql: """
        INSERT INTO version(article, original, sidecar, input, line, title, outlet, published,
          language, words, sample, warnings, received)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      article, entry.original.checksum, entry.sidecar?.checksum, entry.origin.input,
      entry.origin.line,
      text.title, text.outlet, text.published?.description, text.language,
      Self.words(text.text), entry.fingerprint.count, text.warnings.joined(separator: "\n"),
      time.description,
    ])
    let version = database.lastInsertedRowID
    try database.cachedStatement(
      sql: "INSERT INTO article_text(rowid, title, body) VALUES (?, ?, ?)"
    ).execute(arguments: [version, text.title, String(decoding: text.text, as: UTF8.self)])
    return version
  }

  private func write(reading entry: Entry, version: Int64) throws {
    try readings.write(
      entry.reading, document: entry.document, reader: entry.reader ?? reader, version: version)
  }

  private static func words(_ text: [UInt8]) -> Int {
    var count = 0
    var isInWord = false
    for byte in text {
      let isSpace = byte <= 0x20
      if !isSpace, !isInWord { count += 1 }
      isInWord = !isSpace
    }
    return count
  }
}
