/// The name of one article: a file name without its ending, or the `id` of an NDJSON line.
public struct ArticleID: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The identifier as it is written.
  public let rawValue: String
  /// Makes an identifier.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// The identifier as it is written.
  public var description: String { rawValue }
  /// Reads the identifier from a plain string.
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }
  /// Writes the identifier as a plain string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// One published text as it came, with what is known about it.
///
/// `text` holds the decoded text as UTF-8, unaltered: line ends, a byte-order mark and site
/// boilerplate stay where they were, so that every offset can be verified against the original.
public struct Article: Sendable, Hashable {
  /// The name of the article.
  public var id: ArticleID
  /// The headline; `nil` where none was given.
  public var title: String?
  /// The outlet that published the article ("Reuters"); `nil` where none was given or read.
  public var outlet: String?
  /// The day of publication; `nil` where none was given or read.
  public var published: CalendarDate?
  /// The language as a BCP 47 tag.
  public var language: String
  /// The text as UTF-8 bytes.
  public var text: [UInt8]
  /// The paragraphs in order, without the line ends between them; boilerplate included.
  public var paragraphs: [ByteRange]
  /// Site furniture ("Read more:", app promotion), set apart from the reading but kept.
  public var boilerplate: [ByteRange]
  /// The dateline that opens the article ("KYIV, Aug 21 (Reuters) -"); `nil` where there is none.
  public var dateline: Dateline?
  /// What intake had to mend or guess, as sentences for people.
  public var warnings: [String]

  /// Makes an article from its parts.
  public init(
    id: ArticleID, title: String? = nil, outlet: String? = nil, published: CalendarDate? = nil,
    language: String = "en", text: [UInt8], paragraphs: [ByteRange],
    boilerplate: [ByteRange] = [], dateline: Dateline? = nil, warnings: [String] = []
  ) {
    self.id = id
    self.title = title
    self.outlet = outlet
    self.published = published
    self.language = language
    self.text = text
    self.paragraphs = paragraphs
    self.boilerplate = boilerplate
    self.dateline = dateline
    self.warnings = warnings
  }

  /// Returns the words that `range` covers.
  public func words(_ range: ByteRange) -> String {
    String(decoding: text[range.indices], as: UTF8.self)
  }
}

/// The line that opens a wire report: where and when it was written, and for whom.
public struct Dateline: Sendable, Hashable {
  /// The span of the whole dateline, the closing dash included.
  public var range: ByteRange
  /// The place, as written; `nil` where the dateline names none.
  public var place: ByteRange?
  /// The day, as written ("Aug 21"); `nil` where the dateline names none.
  public var date: ByteRange?
  /// The outlet, as written ("Reuters"); `nil` where the dateline names none.
  public var outlet: ByteRange?

  /// Makes a dateline from its parts.
  public init(
    range: ByteRange, place: ByteRange? = nil, date: ByteRange? = nil, outlet: ByteRange? = nil
  ) {
    self.range = range
    self.place = place
    self.date = date
    self.outlet = outlet
  }
}
