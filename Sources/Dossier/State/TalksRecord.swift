internal import ParleyModel

/// All that a view shows of the stances, by party and issue.
struct TalksRecord {
  /// All stances; those that a person rejected are among them, marked.
  let stances: [Stance]
  /// Those that nobody rejected and that speak of the day looked at or an earlier one.
  let standing: [Stance]
  let histories: [History]
  /// Which articles go back to one report.
  let origins: OriginGroups
  private let told: [Movement]
  private let view: View

  init(_ dossier: Dossier, view: View, rules: MovementRules) throws(DossierError) {
    self.view = view
    // One state of the record, and what it shows of versions and names looked up once.
    let (stances, standing, origins, told) = try dossier.read { database in
      let loader = try StanceLoader(database: database, view: view, path: dossier.path)
      let stances = try loader.inOrder(rejected: true)
      let standing = stances.filter { stance in
        guard stance.review?.verdict != .reject else { return false }
        guard let on = view.on, let said = stance.said else { return true }
        return said <= on
      }
      let origins = try OriginGroups(database, of: loader.versions)
      let told = try ToldMovements(loader, stances: standing, rules: rules, origins: origins)
      return (stances, standing, origins, told)
    }
    self.stances = stances
    self.standing = standing
    self.origins = origins
    let groups = Dictionary(grouping: standing) { PartyIssue(party: $0.holder, issue: $0.issue) }
    histories = groups.sorted { $0.key < $1.key }.map { _, stances in
      History(stances, rules: rules, origins: origins)
    }
    self.told = told.folded(histories)
  }

  /// Where each party stands; a stance that an article tells was dropped is in force no longer.
  var standings: [Standing] {
    // The last day on which each was told to be dropped.
    var dropped: [PartyIssue: CalendarDate] = [:]
    for told in told where told.kind == .dropped {
      guard let day = told.day, view.on.map({ day <= $0 }) ?? true else { continue }
      let thing = PartyIssue(party: told.party, issue: told.issue)
      dropped[thing] = max(dropped[thing] ?? day, day)
    }
    return histories.compactMap { $0.standing() }.filter { standing in
      let thing = PartyIssue(party: standing.party, issue: standing.issue)
      guard let day = dropped[thing] else { return true }
      return standing.stance.said.map { $0 > day } ?? false
    }
  }

  /// What moved, the latest first; what an article tells stands before what was compared, and takes
  /// its place where both speak of the same.
  var movements: [Movement] {
    var toldDays: [PartyIssue: Set<CalendarDate?>] = [:]
    for told in told {
      toldDays[PartyIssue(party: told.party, issue: told.issue), default: []].insert(told.day)
    }
    let compared = histories.flatMap(\.movements).filter { movement in
      toldDays[PartyIssue(party: movement.party, issue: movement.issue)]?.contains(movement.day)
        != true
    }
    return (told + compared).filter { movement in
      guard let on = view.on, let day = movement.day else { return true }
      return day <= on
    }.sorted { a, b in
      (b.day?.dayNumber ?? Int.min, a.party, a.issue.rawValue, a.kind.rawValue)
        < (a.day?.dayNumber ?? Int.min, b.party, b.issue.rawValue, b.kind.rawValue)
    }
  }
}
