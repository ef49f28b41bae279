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

  /// What a stance is apart from the fields that a person may correct.
  struct Source: Sendable, Hashable {
    let id: String
    let article: String
    let version: Int64
    let number: Int?
    let outlet: String?
    let published: CalendarDate?
    let received: Timestamp
    let places: [String]
    let condition: String?
    var range: ByteRange
    var words: String
    let chain: [Link]
    let speaker: String?
    let unresolved: String?
    let confidence: Double
  }

  private var source: Box<Source>
  private var mark: Box<ReviewMark>?

  /// The party.
  public var holder: String
  /// What the party does.
  public var act: Act
  /// What is negotiated.
  public var issue: IssueCode
  /// To whom; `nil` if not stated.
  public var addressee: String?
  /// When it is true of (EDTF); `nil` if not stated.
  public var asOf: String?
  /// The first day that it speaks of: its own, else that of publication; `nil` if both are unknown.
  public var said: CalendarDate?
  /// Whether it is held now or was held once.
  public var status: Position.Status

  init(
    _ source: Source, holder: String, act: Act, issue: IssueCode, addressee: String?,
    asOf: String?, said: CalendarDate?, status: Position.Status
  ) {
    self.source = Box(source)
    self.holder = holder
    self.act = act
    self.issue = issue
    self.addressee = addressee
    self.asOf = asOf
    self.said = said
    self.status = status
  }

  /// A name that stays with the stance as long as its article, words, party, act and issue do.
  public var id: String { source.value.id }
  /// The article's name in the dossier.
  public var article: String { source.value.article }
  /// The version of the article.
  public var version: Int64 { source.value.version }
  /// The place in the positions of the current reading; `nil` if a person added it, or it is no
  /// longer read.
  public var number: Int? { source.value.number }
  /// The article's outlet; `nil` if not stated.
  public var outlet: String? { source.value.outlet }
  /// The day of publication; `nil` if not stated.
  public var published: CalendarDate? { source.value.published }
  /// When the article came in.
  public var received: Timestamp { source.value.received }
  /// Places, as written.
  public var places: [String] { source.value.places }
  /// The condition, as written; `nil` if there is none.
  public var condition: String? { source.value.condition }
  /// Where it stands in the text.
  public var range: ByteRange { source.value.range }
  /// The words there.
  public var words: String { source.value.words }
  /// The chain of attribution, outlet first.
  public var chain: [Link] { source.value.chain }
  /// Who speaks; `nil` if unresolved, or if the article speaks itself.
  public var speaker: String? { source.value.speaker }
  /// Why it is not known who speaks; `nil` if it is.
  public var unresolved: String? { source.value.unresolved }
  /// How sure the reader is, 0 to 1.
  public var confidence: Double { source.value.confidence }

  /// What people decided; `nil` if nobody looked at it.
  public var review: ReviewMark? {
    get { mark?.value }
    set { mark = newValue.map { Box($0) } }
  }

  /// Puts the stance at another place of the text, whose words are `words`; it keeps its name.
  mutating func move(to range: ByteRange, words: String) {
    var moved = source.value
    moved.range = range
    moved.words = words
    source = Box(moved)
  }

  /// The day by which the public knew it.
  public var knownOn: CalendarDate { published ?? received.date }

  /// Returns the name of a stance.
  static func id(
    article: String, start: Int, end: Int, holder: String, act: String, issue: String
  ) -> String {
    StableName.of([article, String(start), String(end), holder, act, issue])
  }
}
