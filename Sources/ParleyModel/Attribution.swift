/// Who says what in an article: a source, the words that attribute (cue) and what is attributed.
public struct Attribution: Sendable, Hashable {
  /// Whether the content is quoted.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Every word of the content stands in quotation marks.
    case direct
    /// Some words do.
    case mixed
    /// No word does.
    case indirect
  }

  /// What kind of source speaks.
  public enum SourceType: String, Sendable, Codable, CaseIterable {
    /// A person by name, or a title or pronoun that stands for one.
    case named
    /// Persons without names ("three sources").
    case unnamed
    /// A body: a government, ministry, outlet, company.
    case organization
    /// A text: a statement, report, letter, estimate.
    case document
    /// The article itself.
    case narrator
  }

  /// The source's words; empty where the text names no source.
  public var source: [ByteRange]
  /// The words that attribute ("said", "according to"); empty where there are none.
  public var cue: [ByteRange]
  /// What is attributed, in order; more than one span where a cue interrupts it. Never empty.
  public var content: [ByteRange]
  /// Whether the content is quoted.
  public var kind: Kind
  /// What kind of source speaks.
  public var sourceType: SourceType
  /// Who finally speaks.
  public var speaker: Speaker
  /// On whose word, from the article's outlet (first) down to the first speaker (last).
  public var chain: [ChainLink]
  /// What the text says about sources it does not name; `nil` for other sources.
  public var unnamed: UnnamedSource?
  /// The index of the attribution inside whose content this one stands; `nil` for an outermost one.
  public var parent: Int?

  /// Makes an attribution from its parts.
  ///
  /// - Precondition: `content` is not empty.
  public init(
    source: [ByteRange], cue: [ByteRange], content: [ByteRange], kind: Kind,
    sourceType: SourceType = .narrator, speaker: Speaker = .narrator, chain: [ChainLink] = [],
    unnamed: UnnamedSource? = nil, parent: Int? = nil
  ) {
    precondition(!content.isEmpty, "an attribution without content has no evidence")
    self.source = source
    self.cue = cue
    self.content = content
    self.kind = kind
    self.sourceType = sourceType
    self.speaker = speaker
    self.chain = chain
    self.unnamed = unnamed
    self.parent = parent
  }
}

/// The person or body who finally says it, as far as the text lets one tell.
public enum Speaker: Sendable, Hashable {
  /// A name or, for unnamed sources, their description ("two diplomats at the talks").
  case known(name: String)
  /// The text does not let one tell, and why.
  case unresolved(reason: String)
  /// The article itself.
  case narrator

  /// The name; `nil` where the speaker is unresolved or the article itself.
  public var name: String? {
    if case .known(let name) = self { name } else { nil }
  }
}

/// One link of a chain of attribution.
public struct ChainLink: Sendable, Hashable {
  /// What kind of link this is.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// A newspaper, agency or broadcaster.
    case outlet
    /// A person by name.
    case person
    /// Persons without names.
    case unnamed
    /// A government, ministry, party or company.
    case organization
    /// A statement, report, letter or estimate.
    case document
    /// A speaker whom the text does not let one resolve.
    case unresolved
  }

  /// The name or description; `nil` for an unresolved speaker.
  public var name: String?
  /// What kind of link this is.
  public var kind: Kind
  /// Where the article names the link; `nil` where it does not (the article's own outlet).
  public var words: ByteRange?

  /// Makes a link from its parts.
  public init(name: String?, kind: Kind, words: ByteRange? = nil) {
    self.name = name
    self.kind = kind
    self.words = words
  }
}

/// What the text says about a source that it does not name.
public struct UnnamedSource: Sendable, Hashable {
  /// How many ("three"); `nil` where not said.
  public var count: ByteRange?
  /// How close they are ("familiar with the talks"); `nil` where not said.
  public var closeness: ByteRange?
  /// Why they are not named ("as she was not allowed to speak to the press"); `nil` where not said.
  public var why: ByteRange?

  /// Makes a description from its parts.
  public init(count: ByteRange? = nil, closeness: ByteRange? = nil, why: ByteRange? = nil) {
    self.count = count
    self.closeness = closeness
    self.why = why
  }
}
