internal import DataFiles
internal import Dossier
internal import ParleyModel

/// What a party puts forward in one report: its demands, proposals and offers there, at most one on
/// each issue.
struct Proposal {
  /// The name by which an address means it: stays as long as the article and the party do.
  let name: String
  let party: String
  /// The article; of copies the one that was known first.
  let article: String
  let outlet: String?
  /// The first day that it speaks of; `nil` if unknown.
  let said: CalendarDate?
  let known: CalendarDate
  /// The stances by issue: of several on one issue the surest.
  let stances: [IssueCode: Stance]

  /// All proposals of a view on at least `fewest` issues, the latest first; copies of one report give
  /// one proposal.
  static func all(_ snapshot: Snapshot, fewest: Int = 2) -> [Proposal] {
    struct Key: Hashable {
      let group: Int64
      let party: String
    }
    let forward = snapshot.standing.filter {
      [.demand, .propose, .offer].contains($0.act) && $0.status == .current
    }
    let groups = Dictionary(grouping: forward) {
      Key(group: snapshot.origins.group(of: $0.version), party: $0.holder)
    }
    return groups.compactMap { key, stances in Proposal(key.party, stances) }
      .filter { $0.stances.count >= fewest }
      .sorted { ($1.day, $0.party, $0.article) < ($0.day, $1.party, $1.article) }
  }

  private var day: Int { (said ?? known).dayNumber }

  private init?(_ party: String, _ stances: [Stance]) {
    let first = stances.min {
      ($0.knownOn, $0.article, $0.range) < ($1.knownOn, $1.article, $1.range)
    }
    guard let first else { return nil }
    self.party = party
    article = first.article
    outlet = first.outlet
    known = first.knownOn
    said = stances.compactMap(\.said).min()
    name = String(Checksum.of(Array("\(first.article)\u{1F}\(party)".utf8)).prefix(10))
    self.stances = Dictionary(
      stances.sorted { ($0.article, $0.range, $0.id) < ($1.article, $1.range, $1.id) }
        .map { ($0.issue, $0) },
      uniquingKeysWith: { a, b in
        (b.isConfirmed ? 1 : 0, b.confidence) > (a.isConfirmed ? 1 : 0, a.confidence) ? b : a
      })
  }
}
