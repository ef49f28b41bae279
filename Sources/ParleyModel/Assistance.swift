/// Which reader saw a stance or a figure.
public enum ReaderKind: String, Sendable, Codable, CaseIterable {
  /// Parley's own reader.
  case builtIn = "built-in"
  /// A language model whose answer was verified.
  case assisted
}

/// What part a language model had in the reading of one article: how it was asked, and what became
/// of its answers.
public struct Assistance: Sendable, Hashable {
  /// How the model was asked.
  public struct Settings: Sendable, Hashable {
    /// The longest part of an article in one request, in estimated tokens.
    public var window: Int
    /// The longest answer that was asked for, in tokens.
    public var answerTokens: Int
    /// How the form of the answer was asked for: "json_schema", "json_object" or "text".
    public var format: String

    /// Makes settings.
    public init(window: Int, answerTokens: Int, format: String) {
      self.window = window
      self.answerTokens = answerTokens
      self.format = format
    }
  }

  /// How many items of a kind the model gave, and how many of them stand in the reading.
  public struct Count: Sendable, Hashable {
    /// All items of the answers, repeated ones included.
    public var proposed: Int
    /// Those that verification let pass, each once.
    public var accepted: Int

    /// Makes a count.
    public init(proposed: Int = 0, accepted: Int = 0) {
      self.proposed = proposed
      self.accepted = accepted
    }
  }

  /// Why something of the answers was not taken, and how often.
  public struct Dropped: Sendable, Hashable {
    /// The reason, as words for people.
    public var reason: String
    /// How often.
    public var count: Int

    /// Makes a count of one reason.
    public init(reason: String, count: Int) {
      self.reason = reason
      self.count = count
    }
  }

  /// Something that the two readers see differently, for a person to look at.
  public struct Finding: Sendable, Hashable {
    /// What the readers see differently.
    public enum Kind: String, Sendable, Codable, CaseIterable {
      /// Who says it.
      case speaker
      /// Whose stance it is.
      case holder
    }

    /// What the readers see differently.
    public var kind: Kind
    /// The words that state the stance.
    public var evidence: ByteRange
    /// What the model says; `nil` where it names nobody.
    public var assisted: String?
    /// What Parley's own reader says; `nil` where it finds nobody.
    public var builtIn: String?

    /// Makes a finding.
    public init(kind: Kind, evidence: ByteRange, assisted: String?, builtIn: String?) {
      self.kind = kind
      self.evidence = evidence
      self.assisted = assisted
      self.builtIn = builtIn
    }
  }

  /// The model, as it names itself, else as it was asked for.
  public var model: String
  /// The version of the prompt with a checksum of all its parts.
  public var prompt: String
  /// How the model was asked.
  public var settings: Settings
  /// The number of requests that the article takes.
  public var requests: Int
  /// The number of requests with an answer that could be used.
  public var answers: Int
  /// The stances.
  public var positions: Count
  /// The figures.
  public var figures: Count
  /// What was not taken, by reason; reasons that did not occur are left out.
  public var dropped: [Dropped]
  /// What the two readers see differently, in the order of the text.
  public var findings: [Finding]

  /// Makes a description from its parts.
  public init(
    model: String, prompt: String, settings: Settings, requests: Int, answers: Int,
    positions: Count = Count(), figures: Count = Count(), dropped: [Dropped] = [],
    findings: [Finding] = []
  ) {
    self.model = model
    self.prompt = prompt
    self.settings = settings
    self.requests = requests
    self.answers = answers
    self.positions = positions
    self.figures = figures
    self.dropped = dropped
    self.findings = findings
  }
}
