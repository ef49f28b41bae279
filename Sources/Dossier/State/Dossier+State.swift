public import ParleyModel

extension Dossier {
  /// Returns where each party stands on each issue, in a view.
  public func state(_ view: View, rules: MovementRules) throws(DossierError) -> TalksState {
    try state(try TalksRecord(self, view: view, rules: rules), view, rules)
  }

  func state(_ record: TalksRecord, _ view: View, _ rules: MovementRules) throws(DossierError)
    -> TalksState
  {
    var standings = record.standings
    let amounts = try amounts(in: standings.map(\.stance))
    for index in standings.indices {
      let stance = standings[index].stance
      standings[index].terms = Terms(
        stance, amounts: amounts[stance.id] ?? [], until: rules.deadlines.deadlines(stance).first)
    }
    let days = standings.compactMap(\.stance.said)
    return TalksState(
      view: view, standings: standings, articles: record.origins.versionCount,
      origins: record.origins.count,
      days: days.min().flatMap { first in days.max().map { first...$0 } })
  }

  /// Returns what moved in a view, the latest first.
  ///
  /// - Parameter since: leaves out what moved before the day, and what was not known by then.
  public func changes(_ view: View, since: CalendarDate? = nil, rules: MovementRules)
    throws(DossierError) -> [Movement]
  {
    let record = try TalksRecord(self, view: view, rules: rules)
    return record.movements.filter { movement in
      guard let since else { return true }
      return movement.day.map { $0 >= since } ?? false
    }
  }
}
