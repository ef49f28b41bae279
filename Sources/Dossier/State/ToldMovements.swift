internal import GRDB
internal import ParleyModel

/// What articles tell of movements, each told once however many copies of a report carry it.
struct ToldMovements {
  private let movements: [Movement]
  private let origins: OriginGroups

  init(_ movements: [Movement], origins: OriginGroups) {
    self.movements = movements
    self.origins = origins
  }

  /// Returns the movements, of copies only the one that was known first; the stance before is taken
  /// from the history where the article does not give it.
  func folded(_ histories: [History]) -> [Movement] {
    var byThing: [PartyIssue: History] = [:]
    for history in histories {
      guard let lead = history.days.first?.lead else { continue }
      byThing[PartyIssue(party: lead.holder, issue: lead.issue)] = history
    }
    let inOrder = movements.sorted { a, b in
      guard let first = a.told, let second = b.told else { return false }
      return (first.knownOn, first.article, first.range)
        < (second.knownOn, second.article, second.range)
    }
    var folded: [Movement] = []
    var places: [Report: Int] = [:]
    for var movement in inOrder {
      guard let told = movement.told else { continue }
      let group = origins.group(of: told.version)
      let report = Report(
        kind: movement.kind, thing: PartyIssue(party: movement.party, issue: movement.issue),
        group: group)
      if let place = places[report] {
        folded[place].told?.copies.append(told.article)
        continue
      }
      places[report] = folded.count
      if movement.before == nil, let history = byThing[report.thing] {
        movement.before = before(movement, group, in: history)
      }
      folded.append(movement)
    }
    return folded
  }

  /// The stance that led last before the day, told by another report.
  private func before(_ movement: Movement, _ group: Int64, in history: History) -> Stance? {
    guard let day = movement.day else { return nil }
    return history.days.last { earlier in
      guard let date = earlier.date, date < day else { return false }
      return origins.group(of: earlier.lead.version) != group
    }?.lead
  }

  private struct Report: Hashable {
    let kind: Movement.Kind
    let thing: PartyIssue
    let group: Int64
  }
}

extension ToldMovements {
  /// Reads the movements that articles of a view tell of, with the stances before and after where
  /// the reading names them.
  init(_ loader: StanceLoader, stances: [Stance], rules: MovementRules, origins: OriginGroups)
    throws
  {
    let byPlace = Dictionary(
      stances.compactMap { stance in
        stance.number.map { (StancePlace(version: stance.version, number: $0), stance) }
      }, uniquingKeysWith: { first, _ in first })
    let rows = try Row.fetchAll(
      loader.database,
      sql: """
        SELECT t.version, t.holder, t.issue, t.direction, t.from_stance, t.to_stance, t.start,
          t.end, t.words
        FROM told_change AS t JOIN current_reading AS c ON c.reading = t.reading
        ORDER BY t.version, t.start, t.number
        """)
    let movements = rows.compactMap { row -> Movement? in
      let version: Int64 = row[0]
      guard let facts = loader.versions.facts[version], var kind = Movement.Kind(rawValue: row[3])
      else { return nil }
      let words: String = row[8]
      func stance(_ number: Int?) -> Stance? {
        number.flatMap { byPlace[StancePlace(version: version, number: $0)] }
      }
      let after = stance(row[5])
      if kind == .softened, after == nil, rules.tellOfDropping(words) { kind = .dropped }
      return Movement(
        kind: kind, party: loader.names.party(row[1], on: facts.knownOn), issue: IssueCode(row[2]),
        day: after?.said ?? facts.published, before: stance(row[4]), after: after,
        ground: .told, why: "the article tells of it",
        told: Movement.Told(
          version: version, article: facts.article, knownOn: facts.knownOn,
          range: ByteRange(row[6], row[7]), words: words))
    }
    self.init(movements, origins: origins)
  }
}

/// A position in the reading of a version.
private struct StancePlace: Hashable {
  let version: Int64
  let number: Int
}
