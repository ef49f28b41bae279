public import ParleyModel

/// Checks claims about ground against control maps.
public struct ClaimChecker: Sendable {
  /// How far two makers' maps of one day differ, in points of a share.
  public static let spreadInPoints = 0.3
  /// How far they differ in area, as a part of it.
  public static let spreadOfArea = 0.003
  /// How many days before and after are looked at.
  public static let days = 7

  private let atlas: TerritoryAtlas
  private let outlines: [RegionSet]
  private let series: [ControlSeries]

  /// Loads what checks around `date` need: all outlines of first-level regions that are there, and
  /// the maps of all control sources, or of the one named.
  ///
  /// - Throws: `.noData` with how to get it; reading errors.
  public init(_ atlas: TerritoryAtlas, on date: CalendarDate, source: String? = nil)
    throws(TerritoryError)
  {
    let first = try atlas.controlEntry(source)
    var series: [ControlSeries] = []
    for entry in atlas.catalogue.entries where entry.role == .control {
      guard
        source == nil
          ? entry.country == first.country && atlas.path(of: entry) != nil
          : entry.id == source
      else { continue }
      series.append(
        try atlas.control(
          entry.id, from: date.adding(days: -Self.days), to: date.adding(days: Self.days)))
    }
    if series.isEmpty { series.append(try atlas.control(first.id, from: date, to: date)) }
    var outlines: [RegionSet] = []
    for entry in atlas.regionEntries(level: 1, country: first.country)
    where atlas.path(of: entry) != nil && (entry.country != nil || outlines.isEmpty) {
      outlines.append(
        try atlas.regions(level: 1, country: first.country, source: entry.id))
    }
    if outlines.isEmpty { outlines.append(try atlas.regions(country: first.country)) }
    self.init(atlas, outlines: outlines, series: series)
  }

  /// Takes outlines, the default first, and series of control maps, the default first.
  public init(_ atlas: TerritoryAtlas, outlines: [RegionSet], series: [ControlSeries]) {
    self.atlas = atlas
    self.outlines = outlines
    self.series = series
  }

  /// Checks a claim on ground that `holder` is said to hold on `date`.
  ///
  /// A claim without ground is about the whole country.
  public func check(_ claim: Claim, holder: String? = nil, on date: CalendarDate) -> Finding {
    do throws(TerritoryError) {
      return try checked(claim, holder: holder, on: date)
    } catch {
      return Finding(
        claim: claim, holder: holder ?? "", ground: claim.ground ?? "", asked: date,
        result: .cannotBeChecked, reason: error.description, accepted: nil, computed: nil,
        range: nil, variants: [], rows: [])
    }
  }

  private func checked(_ claim: Claim, holder: String?, on date: CalendarDate)
    throws(TerritoryError) -> Finding
  {
    let isRest = try isRest(holder)
    let first = outlines[0]
    let name = claim.ground ?? series[0].source.country ?? ""
    let ground =
      name.isEmpty
      ? NamedGround(name: "all regions", regions: Array(first.regions.indices))
      : try first.ground(name, groups: atlas.groups, words: atlas.words)
    var variants: [Finding.Variant] = []
    var rows: [RegionHolding] = []
    for series in series {
      let current = try series.map(on: date)
      for (number, outline) in outlines.enumerated() {
        // A week either way is looked at with the default outlines only.
        let maps = number == 0 ? Self.near(series, date) : [current]
        let place =
          name.isEmpty
          ? ground : try outline.ground(name, groups: atlas.groups, words: atlas.words)
        let days = outline.days(of: maps)
        for day in days.filter({ $0.date == current.date })
          + days.filter({
            $0.date != current.date
          })
        {
          let holdings = outline.holdings(day.held)
          let parts = place.regions.map { holdings[$0] }
          if rows.isEmpty { rows = parts }
          variants += Self.variants(
            claim, day, parts, outline.source, series.source, isRest: isRest,
            isWhole: parts.count == outline.regions.count)
        }
      }
    }
    return judged(
      claim, isRest ? series[0].source.other : series[0].source.holder, ground.name, date,
      variants, rows)
  }

  private func isRest(_ holder: String?) throws(TerritoryError) -> Bool {
    guard let holder else { return false }
    let source = series[0].source
    if holder.lowercased() == source.holder.lowercased() { return false }
    if holder.lowercased() == source.other.lowercased() { return true }
    throw TerritoryError(
      .badForm(
        doing: "checking a claim", found: "the map source knows no holder '\(holder)'",
        advice: "it tells ground held by \(source.holder) from ground held by \(source.other)"))
  }

  /// The map used on the date and those up to a week before and after.
  private static func near(_ series: ControlSeries, _ date: CalendarDate) -> [ControlMap] {
    let current = series.maps.last { $0.date <= date }
    return series.maps.filter { map in
      map.date == current?.date || abs(map.date.dayNumber - date.dayNumber) <= days
    }
  }

  private static func variants(
    _ claim: Claim, _ record: DayRecord, _ rows: [RegionHolding], _ outline: String,
    _ source: MapSource, isRest: Bool, isWhole: Bool
  ) -> [Finding.Variant] {
    let sum = RegionHolding.sum(rows, id: "", name: "")
    var found: [Finding.Variant] = []
    func add(_ definition: String, held: Area, whole: Area?) {
      let value = whole.map { Share(held, of: $0).percent } ?? held.squareKilometres
      found.append(
        Finding.Variant(
          definition: definition, mapSource: source.id, mapDate: record.date, outline: outline,
          heldSquareKilometres: held.squareKilometres,
          wholeSquareKilometres: whole?.squareKilometres, value: value))
    }
    let held = isRest ? sum.rest : sum.held
    if claim.isShare {
      add("inside the outlines, over their own area", held: held, whole: sum.area)
      if let official = sum.officialArea {
        let part = isRest ? max(.zero, official - sum.held) : held
        add("inside the outlines, over official areas", held: part, whole: official)
      }
    } else if isWhole, !isRest {
      add("the whole map, ground outside the outlines included", held: record.total, whole: nil)
      add("inside the outlines, on land", held: held, whole: nil)
    } else {
      add("inside the outlines", held: held, whole: nil)
      if isRest, let official = sum.officialArea {
        add("official areas less the ground held", held: official - sum.held, whole: nil)
      }
    }
    return found
  }

  private func judged(
    _ claim: Claim, _ holder: String, _ ground: String, _ date: CalendarDate,
    _ variants: [Finding.Variant], _ rows: [RegionHolding]
  ) -> Finding {
    let values = variants.map(\.value)
    guard let computed = values.first, let low = values.min(), let high = values.max() else {
      return Finding(
        claim: claim, holder: holder, ground: ground, asked: date, result: .cannotBeChecked,
        reason: "no map and outline to compute it from", accepted: nil, computed: nil, range: nil,
        variants: [], rows: [])
    }
    var result = Finding.Result.cannotBeChecked
    var reason = "a word, not a figure; the computed value is shown beside it"
    var accepted: ClosedRange<Double>?
    if claim.value != nil {
      let given = claim.accepted
      let slack = claim.isShare ? Self.spreadInPoints : Self.spreadOfArea * computed
      let allowed = max(0, given.lowerBound - slack)...given.upperBound + slack
      accepted = allowed
      (result, reason) = FindingWords.judge(
        claim, allowed: allowed, computed: computed, range: low...high, variants: variants)
    }
    return Finding(
      claim: claim, holder: holder, ground: ground, asked: date, result: result, reason: reason,
      accepted: accepted, computed: computed, range: low...high, variants: variants, rows: rows)
  }
}
