public import ParleyModel

/// How much of the difference between two sets of terms is a change of terms, and how much is
/// ground that changed hands meanwhile.
public struct TermsChange: Sendable {
  /// The ground asked for under one set of terms on one map.
  public struct Ask: Sendable, Hashable {
    /// The title of the terms; `nil` where they have none.
    public let title: String?
    /// The date of the map.
    public let mapDate: CalendarDate
    /// The ground that the other side would give.
    public let given: Area
    /// The ground that the map's holder would give.
    public let returned: Area
  }

  /// The earlier terms on the earlier map.
  public let earlier: Ask
  /// The earlier terms on the later map.
  public let earlierTermsOnLaterMap: Ask
  /// The later terms on the earlier map.
  public let laterTermsOnEarlierMap: Ask
  /// The later terms on the later map.
  public let later: Ask

  /// Lays both sets of terms on both maps.
  ///
  /// - Throws: what ``Scenario`` throws.
  public init(
    earlier old: Terms, on oldDate: CalendarDate, later new: Terms, on newDate: CalendarDate,
    series: ControlSeries, regions: RegionSet, atlas: TerritoryAtlas
  ) throws(TerritoryError) {
    func ask(_ terms: Terms, _ date: CalendarDate) throws(TerritoryError) -> Ask {
      let scenario = try Scenario(terms, on: date, series: series, regions: regions, atlas: atlas)
      return Ask(
        title: terms.title, mapDate: scenario.mapDate, given: scenario.total.gained,
        returned: scenario.total.lost)
    }
    earlier = try ask(old, oldDate)
    earlierTermsOnLaterMap = try ask(old, newDate)
    laterTermsOnEarlierMap = try ask(new, oldDate)
    later = try ask(new, newDate)
  }

  /// The whole difference of the ground asked for.
  public var difference: Area { later.given - earlier.given }
  /// The part that is change of terms: both sets of terms on the later map.
  public var byTerms: Area { later.given - earlierTermsOnLaterMap.given }
  /// The part that is ground that changed hands: the earlier terms on both maps.
  public var byGround: Area { earlierTermsOnLaterMap.given - earlier.given }
  /// The part that is change of terms if both are laid on the earlier map instead.
  public var byTermsOnEarlierMap: Area { laterTermsOnEarlierMap.given - earlier.given }

  /// The part of the difference that is change of terms, 0 to 1 where both parts point one way;
  /// `nil` if there is no difference.
  public var termsPart: Double? {
    difference == .zero ? nil : Double(byTerms.units) / Double(difference.units)
  }
}
