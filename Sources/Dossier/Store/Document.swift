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
    return Gzip.compress(output.bytes)
  }

  static func unpacked(_ bytes: [UInt8], path: String) throws(DossierError) -> ArticleReading {
    do {
      return try ReadingParser.parse(try Gzip.decompress(bytes, limit: longest))
    } catch {
      throw DossierError(.damaged(found: "a reading cannot be unpacked: \(error)"), path: path)
    }
  }

  /// The reading that views of the version are made from; `nil` if it has none.
  static func current(of version: Int64, in database: Database, path: String) throws
    -> ArticleReading?
  {
    let find = try database.cachedStatement(
      sql: """
        SELECT document FROM current_reading AS c JOIN reading AS r ON r.id = c.reading
        WHERE c.version = ?
        """)
    guard let bytes = try Data.fetchOne(find, arguments: [version]) else { return nil }
    return try unpacked([UInt8](bytes), path: path)
  }
}
