public import ParleyModel

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

  let original: Original
  let sidecar: Original?
  let origin: Origin
  /// What was read.
  public let reading: ArticleReading
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
