public import ParleyModel

/// Which stances are wanted.
public struct StanceFilter: Sendable, Hashable {
  /// The parties, whatever their letter case; empty for all.
  public var parties: [String] = []
  /// Codes of issues or of groups of issues; empty for all.
  public var issues: [String] = []
  /// The acts; empty for all.
  public var acts: [Act] = []
  /// The names of the articles; empty for all.
  public var articles: [String] = []
  /// The first day that a stance may speak of.
  public var since: CalendarDate?
  /// The last.
  public var until: CalendarDate?
  /// Whether only stances that nobody has reviewed are wanted.
  public var isUnreviewed = false

  /// Wants every stance.
  public init() {}

  /// Whether a party with this name is wanted.
  public func wants(party: String) -> Bool {
    parties.isEmpty || parties.contains { $0.lowercased() == party.lowercased() }
  }

  /// Whether this issue, or its group, is wanted.
  public func wants(issue: IssueCode) -> Bool {
    issues.isEmpty || issues.contains { issue.rawValue == $0 || issue.group == $0 }
  }

  /// Whether a day is wanted; one that is unknown only where no day is asked for.
  public func wants(day: CalendarDate?) -> Bool {
    guard since != nil || until != nil else { return true }
    guard let day else { return false }
    return since.map { day >= $0 } ?? true && until.map { day <= $0 } ?? true
  }

  /// Whether nothing but days is asked for, so that articles can be told by their dates alone.
  public var isOnlyOfDays: Bool {
    parties.isEmpty && issues.isEmpty && acts.isEmpty && !isUnreviewed
  }

  /// Whether the stance is wanted.
  public func wants(_ stance: Stance) -> Bool {
    wants(party: stance.holder) && wants(issue: stance.issue) && wants(day: stance.said)
      && (acts.isEmpty || acts.contains(stance.act))
      && (articles.isEmpty || articles.contains(stance.article))
      && !(isUnreviewed && stance.review != nil)
  }
}
