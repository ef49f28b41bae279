internal import ByteStreams
internal import Foundation
internal import GRDB
internal import ParleyModel

/// Writes readings and what they rest on within one transaction.
struct ReadingRecord {
  let database: Database
  let time: Timestamp

  /// Whether a version has a reading by `reader`, or by it with a model's help: `reader` and a
  /// semicolon begin the names of those.
  static func has(_ reader: String, of version: Int64, in database: Database) throws -> Bool {
    try Bool.fetchOne(
      try database.cachedStatement(
        sql: """
          SELECT EXISTS(SELECT 1 FROM reading WHERE version = ?1
            AND (reader = ?2 OR substr(reader, 1, length(?2) + 2) = ?2 || '; '))
          """), arguments: [version, reader]) ?? false
  }

  /// Writes a reading, which becomes the one that views are made from.
  func write(
    _ reading: ArticleReading, document: [UInt8], reader: String, version: Int64
  ) throws {
    try database.cachedStatement(
      sql: "INSERT INTO reading(version, reader, made, document) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [version, reader, time.description, Data(document)])
    let id = database.lastInsertedRowID
    try database.cachedStatement(
      sql: """
        INSERT INTO current_reading(version, reading) VALUES (?, ?)
          ON CONFLICT(version) DO UPDATE SET reading = excluded.reading
        """
    ).execute(arguments: [version, id])
    try ReadingRows(reading, reading: id, version: version).write(to: database)
  }

  /// Keeps what models were asked and answered for a version.
  func keep(_ answers: [KeptAnswer], of version: Int64) throws {
    for answer in answers {
      try database.cachedStatement(
        sql: """
          INSERT INTO assisted(version, request, model, made, exchange) VALUES (?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        version, answer.request, answer.model, time.description,
        Data(Gzip.compress(answer.line)),
      ])
    }
  }
}
