internal import ParleyModel

/// Looks at the stances in force: rivals, how many reports they rest on, how old they are.
struct StanceChecks {
  /// A stance is stale if nothing was heard of it for so many days before the newest article ...
  private static let days = 60
  /// ... while so many later reports have another stance of the party.
  private static let laterReports = 3

  let state: TalksState
  let stances: [Stance]
  let origins: OriginGroups

  func findings() -> [CheckFinding] {
    let newest = stances.map(\.knownOn).max()
    let byParty = Dictionary(grouping: stances) { $0.holder }
    return state.standings.flatMap { standing in
      [
        rivals(standing), oneOrigin(standing),
        newest.flatMap { stale(standing, newest: $0, of: byParty[standing.party] ?? []) },
      ].compactMap { $0 }
    }
  }

  private func name(_ standing: Standing) -> String { "\(standing.party) on \(standing.issue)" }

  private func key(_ standing: Standing) -> [String] {
    [standing.party, standing.issue.rawValue, standing.stance.id]
  }

  private func rivals(_ standing: Standing) -> CheckFinding? {
    guard !standing.rivals.isEmpty else { return nil }
    let acts = Set(standing.rivals.map { $0.act.verb }).sorted().joined(separator: ", ")
    return CheckFinding(
      .rivals, .high, key: key(standing) + standing.rivals.map(\.id).sorted(),
      summary: "\(name(standing)): \(standing.stance.act.verb), and also \(acts)",
      reason: "reports of the same days exclude each other",
      evidence: [CheckFinding.Evidence(standing.stance, note: "in force")]
        + standing.rivals.map { CheckFinding.Evidence($0, note: "also reported") },
      settle: "read both; reject the reading that is wrong, or find the later report")
  }

  private func oneOrigin(_ standing: Standing) -> CheckFinding? {
    let support = standing.support
    guard support.origins == 1, !standing.stance.isConfirmed else { return nil }
    let isCopied = support.articles > 1
    return CheckFinding(
      .oneOrigin, isCopied ? .medium : .low, key: key(standing),
      summary: isCopied
        ? "\(name(standing)): \(support.articles) articles, one report"
        : "\(name(standing)): one article",
      reason: isCopied
        ? "\(support.outlets) outlets carry it, and all go back to one report"
        : "no other report says it",
      evidence: standing.saying.map { CheckFinding.Evidence($0) },
      settle: "look for a report that does not go back to it, or accept the stance in a review")
  }

  private func stale(_ standing: Standing, newest: CalendarDate, of party: [Stance])
    -> CheckFinding?
  {
    guard let last = standing.saying.map(\.knownOn).max(),
      newest.dayNumber - last.dayNumber > Self.days
    else { return nil }
    let later = party.filter { $0.knownOn > last && $0.issue != standing.issue }
    let reports = Set(later.map { origins.group(of: $0.version) }).count
    guard reports >= Self.laterReports, let latest = later.max(by: { $0.knownOn < $1.knownOn })
    else { return nil }
    return CheckFinding(
      .stale, .low, key: key(standing),
      summary: "\(name(standing)): last heard of on \(last)",
      reason: "\(reports) later reports tell of other stances of \(standing.party), the last on "
        + "\(latest.knownOn), and none of this one",
      evidence: [
        CheckFinding.Evidence(standing.stance, note: "in force"),
        CheckFinding.Evidence(latest, note: "the latest of the party"),
      ],
      settle:
        "see whether a later report still speaks of it; if it was dropped, add that in a review")
  }
}
