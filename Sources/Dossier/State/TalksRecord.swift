internal import GRDB
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
    told = try dossier.toldMovements(view, stances: stances, rules: rules)
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

extension Dossier {
  /// The movements that articles of a view tell of, with the stances before and after where the
  /// reading names them.
  func toldMovements(_ view: View, stances: [Stance], rules: MovementRules)
    throws(DossierError) -> [Movement]
  {
    let byPlace = Dictionary(
      stances.compactMap { stance in
        stance.number.map { (StancePlace(version: stance.version, number: $0), stance) }
      }, uniquingKeysWith: { first, _ in first })
    return try read { database in
      let versions = try VisibleVersions(database, view: view)
      let names = try PartyNames(database)
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT t.version, t.holder, t.issue, t.direction, t.from_stance, t.to_stance, t.start,
            t.end, t.words
          FROM told_change AS t JOIN current_reading AS c ON c.reading = t.reading
          ORDER BY t.version, t.start, t.number
          """)
      return rows.compactMap { row -> Movement? in
        let version: Int64 = row[0]
        guard let facts = versions.facts[version], var kind = Movement.Kind(rawValue: row[3]) else {
          return nil
        }
        let words: String = row[8]
        func stance(_ number: Int?) -> Stance? {
          number.flatMap { byPlace[StancePlace(version: version, number: $0)] }
        }
        let after = stance(row[5])
        if kind == .softened, after == nil, rules.tellOfDropping(words) { kind = .dropped }
        let knownOn = facts.published ?? facts.received.date
        return Movement(
          kind: kind, party: names.party(row[1], on: knownOn), issue: IssueCode(row[2]),
          day: after?.said ?? facts.published, before: stance(row[4]), after: after,
          ground: .told, why: "the article tells of it",
          told: Movement.Told(
            article: facts.article, knownOn: knownOn, range: ByteRange(row[6], row[7]),
            words: words))
      }
    }
  }
}

/// A position in the reading of a version.
private struct StancePlace: Hashable {
  let version: Int64
  let number: Int
}
