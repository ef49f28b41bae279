public import ParleyModel
public import Territory

/// Something that a check of the record found, with its evidence and a way to settle it.
public struct CheckFinding: Sendable, Hashable {
  /// What is checked.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A share or an area of ground, against control maps.
    case figuresOnMaps = "figures-on-maps"
    /// Figures of ground that no map is here for.
    case mapsMissing = "maps-missing"
    /// Figures of one thing that exclude each other.
    case figuresDiffer = "figures-differ"
    /// Copies of one report that are read differently.
    case copiesDiffer = "copies-differ"
    /// Stances of a party that exclude each other.
    case rivals
    /// A quotation that has other words elsewhere.
    case quotesAltered = "quotes-altered"
    /// A quotation that is somebody else's elsewhere.
    case quotesReassigned = "quotes-reassigned"
    /// Words of which it is not known who says them.
    case unknownSpeakers = "unknown-speakers"
    /// A stance in force that goes back to one report.
    case oneOrigin = "one-origin"
    /// A stance in force of which nothing was heard for long.
    case stale
    /// An original that is gone or altered.
    case originals
    /// What is left in the record of an article that was retracted.
    case retracted
  }

  /// How much hangs on it.
  public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// What the record says may be wrong.
    case high
    /// What the record says may be weaker than it looks.
    case medium
    /// Worth knowing.
    case low
    /// Checked, and right.
    case settled

    /// Whether `a` weighs more than `b`.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .high: 0
      case .medium: 1
      case .low: 2
      case .settled: 3
      }
    }
  }

  /// Words of an article that the finding rests on.
  public struct Evidence: Sendable, Hashable {
    /// The article's name.
    public let article: String
    /// The outlet; `nil` if not stated.
    public let outlet: String?
    /// The day of publication; `nil` if not stated.
    public let published: CalendarDate?
    /// Where the words stand; `nil` if the article as a whole is meant.
    public let range: ByteRange?
    /// The words; empty if the article as a whole is meant.
    public let words: String
    /// What they are evidence of: "the fuller copy"; `nil` where that is plain.
    public let note: String?
  }

  /// A name that stays the same as long as the evidence does.
  public let id: String
  /// What was checked.
  public let kind: Kind
  /// How much hangs on it.
  public let severity: Severity
  /// What was found, in a few words.
  public let summary: String
  /// Why, in a sentence.
  public let reason: String
  /// The evidence, what is in doubt first.
  public let evidence: [Evidence]
  /// A way to settle it, in a sentence.
  public let settle: String
  /// The check of a figure against maps, with its working; `nil` for other kinds.
  public let ground: Finding?
  /// Who took note of it, and why; `nil` if nobody did.
  public var acknowledgement: Acknowledgement?

  /// Makes a finding; its name is made of its kind and of `key`.
  init(
    _ kind: Kind, _ severity: Severity, key: [String], summary: String, reason: String,
    evidence: [Evidence], settle: String, ground: Finding? = nil
  ) {
    id = StableName.of([kind.rawValue] + key)
    self.kind = kind
    self.severity = severity
    self.summary = summary
    self.reason = reason
    self.evidence = evidence
    self.settle = settle
    self.ground = ground
  }

  /// Whether a strict check fails by it.
  public var isOpen: Bool { severity <= .medium && acknowledgement == nil }
}

/// A decision that a finding needs no more attention.
public struct Acknowledgement: Sendable, Hashable {
  /// Why.
  public let reason: String
  /// Who decided.
  public let by: String
  /// When.
  public let at: Timestamp

  /// Takes a decision.
  public init(reason: String, by: String, at: Timestamp) {
    self.reason = reason
    self.by = by
    self.at = at
  }
}
