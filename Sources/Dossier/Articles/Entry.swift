internal import DataFiles
internal import Intake
internal import JSONBytes
public import ParleyModel
internal import ReadingFormat

/// An article that is to be added: its bytes, and what was read in it.
///
/// Making one does the work that needs no record (checksums, compression, word sequences), so that
/// it can be done on many threads.
public struct Entry: Sendable {
  /// Where an article came from.
  public struct Origin: Sendable, Hashable {
    /// The path or address.
    public let input: String
    /// The line of a file of lines, from 1.
    public let line: Int?
    /// The canonical address of the text; `nil` if it is not known.
    public let address: String?

    /// Takes where the article came from.
    public init(input: String, line: Int? = nil, address: String? = nil) {
      self.input = input
      self.line = line
      self.address = address
    }
  }

  /// Bytes as they came, with their checksum.
  public struct Original: Sendable, Hashable {
    /// The bytes.
    public let bytes: [UInt8]
    /// Their SHA-256.
    public let checksum: String

    /// Takes the bytes.
    public init(_ bytes: [UInt8]) {
      self.bytes = bytes
      checksum = Checksum.of(bytes)
    }
  }

  let original: Original
  let sidecar: Original?
  let origin: Origin
  let reading: ArticleReading
  let document: [UInt8]
  let fingerprint: [Int64]

  /// Takes the bytes of an article and the reading of it.
  public init(
    original: Original, sidecar: Original? = nil, origin: Origin, reading: ArticleReading
  ) {
    self.original = original
    self.sidecar = sidecar
    self.origin = origin
    self.reading = reading
    document = Document.packed(reading)
    fingerprint = Shingles(reading.article).sample
  }
}

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
}
