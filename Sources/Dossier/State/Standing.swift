public import ParleyModel

/// Where a party stands on an issue.
public struct Standing: Sendable, Hashable {
  /// The party.
  public let party: String
  /// The issue.
  public let issue: IssueCode
  /// The stance in force.
  public let stance: Stance
  /// What it asks for or gives.
  public internal(set) var terms: Terms
  /// The first day from which the party is known to hold it without a break; `nil` if unknown.
  public let since: CalendarDate?
  /// All stances that say the same since then, the one in force among them.
  public let saying: [Stance]
  /// What stands behind it.
  public let support: Support
  /// Stances of the same days that exclude it: both stand until somebody settles it.
  public let rivals: [Stance]
  /// The last movement; `nil` if the stance is the first and only one.
  public let movement: Movement?
}

/// The state of the talks: where each party stands on each issue.
public struct TalksState: Sendable, Hashable {
  /// What was looked at.
  public let view: View
  /// The standings, by issue and party.
  public let standings: [Standing]
  /// Articles that the view shows.
  public let articles: Int
  /// Reports that do not go back to one another.
  public let origins: Int
  /// The first and last day that stances in force speak of; `nil` if there are none.
  public let days: ClosedRange<CalendarDate>?

  /// The parties, the one with the most standings first.
  public var parties: [String] {
    Dictionary(grouping: standings, by: \.party).sorted {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }.map(\.key)
  }

  /// The issues, in alphabetical order of their codes.
  public var issues: [IssueCode] {
    Set(standings.map(\.issue)).sorted { $0.rawValue < $1.rawValue }
  }
}
