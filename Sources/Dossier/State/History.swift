internal import ParleyModel

/// The stances of one party on one issue in the order of time, and what follows from them.
///
/// Of each day one stance leads: the one that a person confirmed, else the one with the most
/// independent origins, else the surest. The stance in force is that of the last day. What was once
/// held (`past`) is history: it starts a standing only where something held now follows, and is
/// never in force itself.
struct History {
  /// How many days reports may lie apart and still contradict each other.
  static let sameDays = 2

  /// What leads on one day.
  struct Day {
    let date: CalendarDate?
    let lead: Stance
    let all: [Stance]
  }

  let days: [Day]
  /// What moved from day to day.
  private(set) var movements: [Movement] = []
  private let rules: MovementRules
  private let origins: OriginGroups

  /// Takes the stances of one party on one issue.
  init(_ stances: [Stance], rules: MovementRules, origins: OriginGroups) {
    self.rules = rules
    self.origins = origins
    let byDay = Dictionary(grouping: stances) { $0.said?.dayNumber ?? Int.min }
    days = byDay.sorted { $0.key < $1.key }.map { number, stances in
      Day(
        date: number == Int.min ? nil : CalendarDate(dayNumber: number),
        lead: Self.lead(stances, origins), all: stances)
    }
    movements = moves()
  }

  /// The stance that leads among those of one day.
  private static func lead(_ stances: [Stance], _ origins: OriginGroups) -> Stance {
    if stances.count == 1 { return stances[0] }
    let groups = Dictionary(grouping: stances) { "\($0.act.rawValue) \($0.status.rawValue)" }
    func rank(_ group: [Stance]) -> (Int, Int, Int, Double, String) {
      let best = group.map(\.confidence).max() ?? 0
      return (
        group.contains { $0.status == .current } ? 1 : 0,
        group.contains { $0.isConfirmed } ? 1 : 0, origins.support(group).origins, best,
        group[0].act.rawValue
      )
    }
    let best = groups.values.max { rank($0) < rank($1) } ?? stances
    return best.max { a, b in
      (a.isConfirmed ? 1 : 0, a.places.count, a.confidence, a.id)
        < (b.isConfirmed ? 1 : 0, b.places.count, b.confidence, b.id)
    } ?? stances[0]
  }

  /// The days whose lead is held now, or was before something that is.
  private var current: [Day] { days.filter { $0.lead.status == .current } }

  /// Where the party stands at the end; `nil` if nothing is in force.
  func standing() -> Standing? {
    guard let last = current.last else { return nil }
    let run = current.reversed().prefix { rules.movement(from: $0.lead, to: last.lead) == nil }
    let saying = run.reversed().flatMap { day in day.all.filter { $0.act == last.lead.act } }
    return Standing(
      party: last.lead.holder, issue: last.lead.issue, stance: last.lead,
      terms: Terms(last.lead),
      since: run.last?.date, saying: saying, support: origins.support(saying),
      rivals: rivals(of: last), movement: movements.last)
  }

  /// Stances of other reports around the day that exclude its lead. One report that tells of both, as
  /// of one thing refused and another agreed to, does not contradict itself.
  private func rivals(of day: Day) -> [Stance] {
    days.filter { other in
      guard let a = other.date, let b = day.date else { return other.date == day.date }
      return abs(a.dayNumber - b.dayNumber) <= Self.sameDays
    }.flatMap(\.all).filter { stance in
      stance.status == .current && rules.areOpposed(stance.act, day.lead.act)
        && origins.group(of: stance.version) != origins.group(of: day.lead.version)
    }
  }

  private func moves() -> [Movement] {
    var movements: [Movement] = []
    var before: Day?
    for day in days {
      defer { before = day }
      guard let before else {
        if day.lead.status == .current {
          movements.append(made(.new, day, nil, "the first report of a stance"))
        }
        continue
      }
      if day.lead.status == .past {
        continue
      }
      guard let move = rules.movement(from: before.lead, to: day.lead) else { continue }
      let isContradiction =
        rules.areOpposed(before.lead.act, day.lead.act) && isNear(before, day)
        && before.lead.outlet != day.lead.outlet
      movements.append(
        isContradiction
          ? made(.contradicted, day, before.lead, "reports of the same days exclude each other")
          : made(move.kind, day, before.lead, move.why))
    }
    return movements
  }

  private func isNear(_ a: Day, _ b: Day) -> Bool {
    guard let first = a.date, let second = b.date else { return false }
    return abs(first.dayNumber - second.dayNumber) <= Self.sameDays
  }

  private func made(_ kind: Movement.Kind, _ day: Day, _ before: Stance?, _ why: String) -> Movement
  {
    Movement(
      kind: kind, party: day.lead.holder, issue: day.lead.issue, day: day.date, before: before,
      after: day.lead, ground: .compared, why: why, told: nil)
  }
}

extension Stance {
  /// Whether a person said that it is right.
  public var isConfirmed: Bool { review.map { $0.verdict != .reject } ?? false }
}
