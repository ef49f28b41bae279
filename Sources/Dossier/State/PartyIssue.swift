internal import ParleyModel

/// What a history is of: a party and an issue.
struct PartyIssue: Hashable, Comparable {
  let party: String
  let issue: IssueCode

  static func < (a: PartyIssue, b: PartyIssue) -> Bool {
    (a.issue.rawValue, a.party) < (b.issue.rawValue, b.party)
  }
}
