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

  /// All that a stance is, in one place: stances are sorted and grouped by the ten thousand.
  private struct Fields: Sendable, Hashable {
    var source: Source
    var holder: String
    var act: Act
    var issue: IssueCode
    var addressee: String?
    var asOf: String?
    var said: CalendarDate?
    var status: Position.Status
    var mark: ReviewMark?
  }

  private var fields: Box<Fields>

  init(
    _ source: Source, holder: String, act: Act, issue: IssueCode, addressee: String?,
    asOf: String?, said: CalendarDate?, status: Position.Status
  ) {
    fields = Box(
      Fields(
        source: source, holder: holder, act: act, issue: issue, addressee: addressee, asOf: asOf,
        said: said, status: status))
  }

  private var source: Source { fields.value.source }

  /// Returns or changes one field; a change does not touch other copies of the stance.
  private subscript<Value>(field: WritableKeyPath<Fields, Value>) -> Value {
    get { fields.value[keyPath: field] }
    set {
      var changed = fields.value
      changed[keyPath: field] = newValue
      fields = Box(changed)
    }
  }

  /// The party.
  public var holder: String {
    get { fields.value.holder }
    set { self[\.holder] = newValue }
  }
  /// What the party does.
  public var act: Act {
    get { fields.value.act }
    set { self[\.act] = newValue }
  }
  /// What is negotiated.
  public var issue: IssueCode {
    get { fields.value.issue }
    set { self[\.issue] = newValue }
  }
  /// To whom; `nil` if not stated.
  public var addressee: String? {
    get { fields.value.addressee }
    set { self[\.addressee] = newValue }
  }
  /// When it is true of (EDTF); `nil` if not stated.
  public var asOf: String? {
    get { fields.value.asOf }
    set { self[\.asOf] = newValue }
  }
  /// The first day that it speaks of: its own, else that of publication; `nil` if both are unknown.
  public var said: CalendarDate? {
    get { fields.value.said }
    set { self[\.said] = newValue }
  }
  /// Whether it is held now or was held once.
  public var status: Position.Status {
    get { fields.value.status }
    set { self[\.status] = newValue }
  }
  /// What people decided; `nil` if nobody looked at it.
  public var review: ReviewMark? {
    get { fields.value.mark }
    set { self[\.mark] = newValue }
  }

  /// A name that stays with the stance as long as its article, words, party, act and issue do.
  public var id: String { source.id }
  /// The article's name in the dossier.
  public var article: String { source.article }
  /// The version of the article.
  public var version: Int64 { source.version }
  /// The place in the positions of the current reading; `nil` if a person added it, or it is no
  /// longer read.
  public var number: Int? { source.number }
  /// The article's outlet; `nil` if not stated.
  public var outlet: String? { source.outlet }
  /// The day of publication; `nil` if not stated.
  public var published: CalendarDate? { source.published }
  /// When the article came in.
  public var received: Timestamp { source.received }
  /// Places, as written.
  public var places: [String] { source.places }
  /// The condition, as written; `nil` if there is none.
  public var condition: String? { source.condition }
  /// Where it stands in the text.
  public var range: ByteRange { source.range }
  /// The words there.
  public var words: String { source.words }
  /// The chain of attribution, outlet first.
  public var chain: [Link] { source.chain }
  /// Who speaks; `nil` if unresolved, or if the article speaks itself.
  public var speaker: String? { source.speaker }
  /// Why it is not known who speaks; `nil` if it is.
  public var unresolved: String? { source.unresolved }
  /// How sure the reader is, 0 to 1.
  public var confidence: Double { source.confidence }

  /// Puts the stance at another place of the text, whose words are `words`; it keeps its name.
  mutating func move(to range: ByteRange, words: String) {
    var moved = source
    moved.range = range
    moved.words = words
    self[\.source] = moved
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
