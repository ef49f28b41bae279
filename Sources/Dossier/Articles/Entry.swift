public import Intake
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
    /// Where it was on the web, and what its site said of it; `nil` if it did not come from there.
    public let web: WebOrigin?

    /// Takes where the article was on the web.
    public init(_ web: WebOrigin) {
      input = web.requested
      line = nil
      address = web.identity
      self.web = web
    }

    /// Takes where the article came from.
    public init(input: String, line: Int? = nil, address: String? = nil) {
      self.input = input
      self.line = line
      self.address = address
      web = nil
    }
  }

  let original: Original
  let sidecar: Original?
  let origin: Origin
  /// What was read.
  public let reading: ArticleReading
  /// Which readers made the reading; `nil` for the reader of all that is added with it.
  let reader: String?
  let answers: [KeptAnswer]
  let document: [UInt8]
  let fingerprint: [Int64]

  /// Takes the bytes of an article and the reading of it.
  public init(
    original: Original, sidecar: Original? = nil, origin: Origin, reading: ArticleReading
  ) {
    self.init(original, sidecar, origin, reading, reader: nil, answers: [])
  }

  /// Takes the bytes of an article and what came of reading it for the dossier.
  public init(
    original: Original, sidecar: Original? = nil, origin: Origin, made: DossierReader.Reading
  ) {
    self.init(
      original, sidecar, origin, made.reading, reader: made.reader, answers: made.answers)
  }

  private init(
    _ original: Original, _ sidecar: Original?, _ origin: Origin, _ reading: ArticleReading,
    reader: String?, answers: [KeptAnswer]
  ) {
    self.original = original
    self.sidecar = sidecar
    self.origin = origin
    self.reading = reading
    self.reader = reader
    self.answers = answers
    document = Document.packed(reading)
    fingerprint = Shingles(reading.article).sample
  }
}
