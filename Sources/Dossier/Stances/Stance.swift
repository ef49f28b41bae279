public import ParleyModel

/// One position in the record: who wants what, on whose word, in which article, and what people
/// said of the reading.
public struct Stance: Sendable, Hashable {
  /// A link of the chain of attribution, as it is shown.
  public struct Link: Sendable, Hashable {
    /// The name, or the words of an unnamed source; `nil` if unknown.
    public let name: String?
    /// What it is.
    public let kind: ChainLink.Kind
  }

  /// A name that stays with the stance as long as its article, words, party, act and issue do.
  public let id: String
  /// The article's name in the dossier.
  public let article: String
  /// The version of the article.
  public let version: Int64
  /// The place in the positions of the current reading; `nil` if a person added it, or it is no
  /// longer read.
  public let number: Int?
  /// The article's outlet; `nil` if not stated.
  public let outlet: String?
  /// The day of publication; `nil` if not stated.
  public let published: CalendarDate?
  /// When the article came in.
  public let received: Timestamp
  /// The party.
  public var holder: String
  /// What the party does.
  public var act: Act
  /// What is negotiated.
  public var issue: IssueCode
  /// To whom; `nil` if not stated.
  public var addressee: String?
  /// Places, as written.
  public var places: [String]
  /// The condition, as written; `nil` if there is none.
  public var condition: String?
  /// When it is true of (EDTF); `nil` if not stated.
  public var asOf: String?
  /// The first day that it speaks of: its own, else that of publication; `nil` if both are unknown.
  public var said: CalendarDate?
  /// Whether it is held now or was held once.
  public var status: Position.Status
  /// Where it stands in the text.
  public let range: ByteRange
  /// The words there.
  public let words: String
  /// The chain of attribution, outlet first.
  public let chain: [Link]
  /// Who speaks; `nil` if unresolved, or if the article speaks itself.
  public let speaker: String?
  /// Why it is not known who speaks; `nil` if it is.
  public let unresolved: String?
  /// How sure the reader is, 0 to 1.
  public let confidence: Double
  /// What people decided; `nil` if nobody looked at it.
  public var review: ReviewMark?

  /// The day by which the public knew it.
  public var knownOn: CalendarDate { published ?? received.date }

  /// Returns the name of a stance.
  static func id(
    article: String, start: Int, end: Int, holder: String, act: String, issue: String
  ) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in [article, String(start), String(end), holder, act, issue] {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0x1F) &* 0x100_0000_01b3
    }
    hash ^= hash >> 32
    let digits = String(hash & 0xFF_FFFF_FFFF, radix: 16)
    return String(repeating: "0", count: 10 - digits.count) + digits
  }
}
