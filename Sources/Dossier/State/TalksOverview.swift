/// Stances, where parties stand, what moved, and which articles are copies, all from one state of the
/// record.
public struct TalksOverview: Sendable {
  /// The stances of the view, by day of publication, article and place in the text; those that a
  /// person rejected are among them, marked.
  public let stances: [Stance]
  /// The stances that stand and speak of the day looked at or an earlier one: those that nobody
  /// rejected.
  public let standing: [Stance]
  /// Where each party stands.
  public let state: TalksState
  /// What moved, the latest first.
  public let movements: [Movement]
  /// Which articles go back to one report.
  public let origins: OriginGroups
}

extension Dossier {
  /// Returns all that a view shows of the stances.
  public func overview(_ view: View, rules: MovementRules) throws(DossierError) -> TalksOverview {
    let record = try TalksRecord(self, view: view, rules: rules)
    return TalksOverview(
      stances: record.stances, standing: record.standing, state: try state(record, view, rules),
      movements: record.movements, origins: record.origins)
  }
}
