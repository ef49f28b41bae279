internal import ParleyModel

/// Applies terms one after another to held ground.
struct TermEngine {
  let series: ControlSeries
  let regions: RegionSet
  let atlas: TerritoryAtlas

  /// Returns the ground held and the ground that neither side holds after all terms.
  func apply(_ terms: [Term], to held: Shape) throws(TerritoryError) -> (
    held: Shape, neutral: Shape
  ) {
    var current = try GEOSGeometry(held)
    var neutral = try GEOSGeometry(Shape())
    for term in terms {
      switch term.verb {
      case .freeze: continue
      case .cede, .withdraw, .giveBack:
        let ground = try ground(term)
        if try isHolder(term.party) {
          current = try current.subtracting(ground)
        } else {
          current = try current.union(ground)
        }
      case .backTo(let date):
        let ground = try ground(term)
        let then = try GEOSGeometry(
          MapGuard.checked(try series.map(on: date), edges: nil).held)
        current = try current.subtracting(ground).union(then.intersection(ground))
      case .buffer(let kilometres):
        let ground = try ground(term)
        let zone = try BufferZone(around: current, within: ground, kilometres: kilometres).zone
        neutral = try neutral.union(zone)
        current = try current.subtracting(zone)
      }
    }
    return (try current.shape(), try neutral.shape())
  }

  /// The ground that a term names, all regions where it names none.
  private func ground(_ term: Term) throws(TerritoryError) -> GEOSGeometry {
    var numbers: Set<Int> = []
    for name in term.ground {
      let ground = try regions.ground(name, groups: atlas.groups, words: atlas.words)
      numbers.formUnion(ground.regions)
    }
    if term.ground.isEmpty { numbers = Set(regions.regions.indices) }
    var sum = try GEOSGeometry(Shape())
    for shape in regions.shapes(numbers.sorted()) {
      sum = try sum.union(try GEOSGeometry(shape))
    }
    return sum
  }

  private func isHolder(_ party: String?) throws(TerritoryError) -> Bool {
    let source = series.source
    if party?.lowercased() == source.holder.lowercased() { return true }
    if party?.lowercased() == source.other.lowercased() { return false }
    throw TerritoryError(
      .badForm(
        doing: "applying terms", found: "the map source knows no party '\(party ?? "")'",
        advice: "say \(source.holder) or \(source.other)"))
  }
}

/// The ground within a distance of the line between two sides.
struct BufferZone {
  /// The zone.
  let zone: GEOSGeometry

  /// Draws the zone on both sides of the boundary of `held` inside `ground`.
  ///
  /// Distances are taken in an equidistant conic projection around the ground, which stretches by
  /// less than 0.5 % over ten degrees of latitude, on lines simplified to 50 m. Ground less than 300
  /// m wide does not make a line: there two maps draw one shore or border differently.
  init(around held: GEOSGeometry, within ground: GEOSGeometry, kilometres: Double)
    throws(TerritoryError)
  {
    let box = try ground.shape().box
    let projection = ConicProjection(box)
    let metres = kilometres * 1000
    func near(_ side: GEOSGeometry) throws(TerritoryError) -> GEOSGeometry {
      var wide = Shape()
      for polygon in try side.shape().polygons
      where 2 * polygon.area.squareMetres / max(1, polygon.perimeter) >= 300 {
        wide.append(polygon)
      }
      return try GEOSGeometry(wide).projected(projection).simplified(by: 50).buffered(by: metres)
    }
    let free = try near(ground.subtracting(held))
    let taken = try near(held)
    let flat = try free.intersection(taken)
    zone = try flat.unprojected(projection).intersection(ground)
  }
}
