internal import ParleyModel

/// All that a view shows of the stances, by party and issue.
struct TalksRecord {
  let histories: [History]
  /// Articles that the view shows.
  let articles: Int
  /// Reports that do not go back to one another.
  let originCount: Int
  private let told: [Movement]
  private let view: View

  init(_ dossier: Dossier, view: View, rules: MovementRules) throws(DossierError) {
    self.view = view
    let stances = try dossier.stances(view).filter { stance in
      guard let on = view.on, let said = stance.said else { return true }
      return said <= on
    }
    let origins = try dossier.origins(view)
    let groups = Dictionary(grouping: stances) { Key(party: $0.holder, issue: $0.issue.rawValue) }
    histories = groups.sorted { $0.key < $1.key }.map { _, stances in
      History(stances, rules: rules, origins: origins)
    }
    articles = origins.versionCount
    originCount = origins.count
    told = ToldMovements(
      try dossier.toldMovements(view, stances: stances, rules: rules), origins: origins
    ).folded(histories)
  }

  /// Where each party stands; a stance that an article tells was dropped is in force no longer.
  var standings: [Standing] {
    histories.compactMap { $0.standing() }.filter { standing in
      !told.contains { told in
        told.kind == .dropped && told.party == standing.party && told.issue == standing.issue
          && (told.day.map { day in standing.stance.said.map { $0 <= day } ?? true } ?? false)
          && view.on.flatMap { on in told.day.map { $0 <= on } } ?? true
      }
    }
  }

  /// What moved, the latest first; what an article tells stands before what was compared, and takes
  /// its place where both speak of the same.
  var movements: [Movement] {
    let compared = histories.flatMap { $0.movements() }.filter { movement in
      !told.contains { told in
        told.party == movement.party && told.issue == movement.issue && told.day == movement.day
      }
    }
    return (told + compared).filter { movement in
      guard let on = view.on, let day = movement.day else { return true }
      return day <= on
    }.sorted { a, b in
      (b.day?.dayNumber ?? Int.min, a.party, a.issue.rawValue, a.kind.rawValue)
        < (a.day?.dayNumber ?? Int.min, b.party, b.issue.rawValue, b.kind.rawValue)
    }
  }

  private struct Key: Hashable, Comparable {
    let party: String
    let issue: String

    static func < (a: Key, b: Key) -> Bool { (a.issue, a.party) < (b.issue, b.party) }
  }
}
