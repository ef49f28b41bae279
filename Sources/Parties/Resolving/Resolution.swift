/// Which parties some words stand for, and how that was found.
public struct Resolution: Sendable, Hashable {
  /// The way in which the parties were found.
  public enum Rule: UInt8, Sendable, Hashable, CaseIterable {
    /// The words name the party or a person of it.
    case name
    /// A state, body or company that the words narrow down ("Russian negotiators").
    case modifier
    /// The same role stood beside the party before ("the minister").
    case remembered
    /// A common noun for a party named before ("the bloc", "both sides").
    case anaphor
    /// A personal pronoun or a relative one.
    case pronoun
    /// "We" in the words of a speaker.
    case speaker
    /// The words themselves are the name of a group.
    case phrase
  }

  /// The parties; several for joint stances.
  public var parties: [PartyName]
  /// How they were found.
  public var rule: Rule

  /// Makes a resolution.
  public init(_ parties: [PartyName], _ rule: Rule) {
    self.parties = parties
    self.rule = rule
  }
}

/// Whose words a token stands in.
public struct Speech: Sendable {
  /// The sides that speak; empty where the article itself does.
  public var speakers: [PartyName]
  /// The head token of the words that name the speaker; `nil` where not known.
  public var source: Int?
  /// How many steps from noun to noun have been taken; bounds the search in a tangled parse.
  var depth = 0

  /// Makes a description of who speaks.
  public init(speakers: [PartyName] = [], source: Int? = nil) {
    self.speakers = speakers
    self.source = source
  }

  /// The same speech one step deeper.
  var deeper: Speech {
    var next = self
    next.depth += 1
    return next
  }

  /// The article's own voice, as deep.
  var unattributed: Speech {
    var next = Speech()
    next.depth = depth
    return next
  }

  static let deepest = 6
}
