internal import ByteStreams
internal import Foundation
internal import GRDB
internal import Intake
internal import JSONBytes
internal import ParleyModel
internal import ReadingFormat

/// A reading as it is stored.
enum Document {
  /// The longest reading, in bytes.
  private static let longest = 1 << 31

  static func packed(_ reading: ArticleReading) -> [UInt8] {
    var output = JSONOutput()
    ReadingWriter.write(reading, to: &output)
    return Gzip.compress(output.bytes, quickly: true)
  }

  static func unpacked(_ bytes: [UInt8], path: String) throws(DossierError) -> ArticleReading {
    try opened(path) { () throws in
      try ReadingParser.parse(try Gzip.decompress(bytes, limit: longest))
    }
  }

  private static func opened<Value>(_ path: String, _ body: () throws -> Value)
    throws(DossierError) -> Value
  {
    do {
      return try body()
    } catch {
      throw DossierError(.damaged(found: "a reading cannot be unpacked: \(error)"), path: path)
    }
  }

  /// The reading that views of the version are made from; `nil` if it has none.
  static func current(of version: Int64, in database: Database, path: String) throws
    -> ArticleReading?
  {
    try stored(version, in: database).map { try unpacked($0, path: path) }
  }

  /// The article alone of that reading, in less time; `nil` if there is none.
  static func article(of version: Int64, in database: Database, path: String) throws -> Article? {
    guard let bytes = try stored(version, in: database) else { return nil }
    return try opened(path) { () throws in
      try ReadingParser.article(try Gzip.decompress(bytes, limit: longest))
    }
  }

  private static func stored(_ version: Int64, in database: Database) throws -> [UInt8]? {
    let find = try database.cachedStatement(
      sql: """
        SELECT document FROM current_reading AS c JOIN reading AS r ON r.id = c.reading
        WHERE c.version = ?
        """)
    return try Data.fetchOne(find, arguments: [version]).map { [UInt8]($0) }
  }
}
