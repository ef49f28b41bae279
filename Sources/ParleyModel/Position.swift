/// What a party does about an issue.
public enum Act: String, Sendable, Codable, CaseIterable {
  /// The party asks another to do or bear something.
  case demand
  /// The party puts something to all.
  case propose
  /// The party undertakes something itself.
  case offer
  /// The party agrees to another's terms.
  case accept
  /// The party refuses another's terms, or rules something out.
  case reject
  /// The party says that it will do harm or withhold good.
  case threaten

  /// The act as the verb of a sentence about its holder.
  public var verb: String {
    switch self {
    case .demand: "demands"
    case .propose: "proposes"
    case .offer: "offers"
    case .accept: "accepts"
    case .reject: "rejects"
    case .threaten: "threatens"
    }
  }
}

/// A code of the taxonomy of issues ("territory.cession").
///
/// An open set: codes come from a data file, and records made with another taxonomy still load.
public struct IssueCode: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The code as it is written.
  public let rawValue: String
  /// Makes a code.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// The code as it is written.
  public var description: String { rawValue }
  /// The first part of the code: the group of issues that it belongs to ("territory").
  public var group: String {
    String(rawValue.prefix { $0 != "." })
  }
  /// Reads the code from a plain string.
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }
  /// Writes the code as a plain string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// One party's stance on one issue, as an article reports it.
public struct Position: Sendable, Hashable {
  /// Whether the stance holds or is set against a later one.
  public enum Status: String, Sendable, Codable, CaseIterable {
    /// The stance in force when the article was written.
    case current
    /// An earlier stance that the article sets against today's.
    case past
  }

  /// The party whose stance it is.
  public var holder: String
  /// What the party does.
  public var act: Act
  /// What it is about.
  public var issue: IssueCode
  /// The party that is asked, offered or threatened; `nil` where the article names none.
  public var addressee: String?
  /// The places that the stance is about, as written.
  public var places: [ByteRange]
  /// The words that make the stance conditional; `nil` where there are none.
  public var condition: ByteRange?
  /// The time that the stance is of, as an EDTF date; `nil` where it is the article's own.
  public var asOf: String?
  /// Whether the stance holds or belongs to the past.
  public var status: Status
  /// The words that state the stance.
  public var evidence: ByteRange
  /// The index of the attribution that carries the stance; `nil` where the article speaks itself.
  public var attribution: Int?
  /// The chance that a careful reader would agree, 0 to 1.
  public var confidence: Double
  /// Which readers saw the stance; empty where only Parley's own reader was at work.
  public var readers: [ReaderKind]

  /// Makes a position from its parts.
  public init(
    holder: String, act: Act, issue: IssueCode, addressee: String? = nil,
    places: [ByteRange] = [], condition: ByteRange? = nil, asOf: String? = nil,
    status: Status = .current, evidence: ByteRange, attribution: Int? = nil, confidence: Double,
    readers: [ReaderKind] = []
  ) {
    self.holder = holder
    self.act = act
    self.issue = issue
    self.addressee = addressee
    self.places = places
    self.condition = condition
    self.asOf = asOf
    self.status = status
    self.evidence = evidence
    self.attribution = attribution
    self.confidence = confidence
    self.readers = readers
  }
}

/// A number that bears on the negotiation.
public struct Figure: Sendable, Hashable {
  /// One number, or the two ends of a range.
  public enum Value: Sendable, Hashable {
    /// A single number.
    case exact(Double)
    /// From the first number to the second.
    case range(Double, Double)
  }

  /// The number, in `unit`.
  public var value: Value
  /// The unit ("percent", "fraction", "km2", "people", "USD", "days").
  public var unit: String
  /// The words that soften or bound the number ("about", "at least"); `nil` where there are none.
  public var hedge: ByteRange?
  /// What is measured, in a short phrase; `nil` where the text does not say.
  public var quantity: String?
  /// Whose it is; `nil` where the text does not say.
  public var holder: String?
  /// What the number is a part or measure of, as written; empty where the text does not say.
  public var of: [ByteRange]
  /// The time that the number is of, as an EDTF date; `nil` where it is the article's own.
  public var asOf: String?
  /// The words that state the number.
  public var evidence: ByteRange
  /// The index of the attribution that carries the number; `nil` where the article speaks itself.
  public var attribution: Int?
  /// Which readers saw the figure; empty where only Parley's own reader was at work.
  public var readers: [ReaderKind]

  /// Makes a figure from its parts.
  public init(
    value: Value, unit: String, hedge: ByteRange? = nil, quantity: String? = nil,
    holder: String? = nil, of: [ByteRange] = [], asOf: String? = nil, evidence: ByteRange,
    attribution: Int? = nil, readers: [ReaderKind] = []
  ) {
    self.value = value
    self.unit = unit
    self.hedge = hedge
    self.quantity = quantity
    self.holder = holder
    self.of = of
    self.asOf = asOf
    self.evidence = evidence
    self.attribution = attribution
    self.readers = readers
  }
}

/// A stance that moved, as the article itself tells it.
public struct Change: Sendable, Hashable {
  /// Which way the stance moved.
  public enum Direction: String, Sendable, Codable, CaseIterable {
    /// The party asks for less or gives more.
    case softened
    /// The party asks for more or gives less.
    case hardened
  }

  /// The party whose stance moved.
  public var holder: String
  /// What it is about.
  public var issue: IssueCode
  /// Which way the stance moved.
  public var direction: Direction
  /// The index of the earlier position; `nil` where the article does not state it.
  public var from: Int?
  /// The index of the later position; `nil` where the article does not state it.
  public var to: Int?
  /// The words that tell of the change.
  public var evidence: ByteRange

  /// Makes a change from its parts.
  public init(
    holder: String, issue: IssueCode, direction: Direction, from: Int? = nil, to: Int? = nil,
    evidence: ByteRange
  ) {
    self.holder = holder
    self.issue = issue
    self.direction = direction
    self.from = from
    self.to = to
    self.evidence = evidence
  }
}
