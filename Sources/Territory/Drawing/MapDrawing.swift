/// A map of control, change or a scenario, to be drawn as SVG.
public struct MapDrawing: Sendable {
  /// How a piece of ground is drawn. Every look differs in pattern, not in colour alone.
  public enum Look: String, Sendable, Hashable, CaseIterable {
    /// Held: a half-strong fill with a fine line.
    case held
    /// Gained since: stripes.
    case gained
    /// Lost since: dots in a dashed line.
    case lost
    /// Would be given by the other side: hatching.
    case given
    /// Would be returned: dots.
    case returned
    /// Would be held by neither: a cross-hatch.
    case neutral
  }

  /// One kind of ground on the map.
  public struct Layer: Sendable {
    /// How it is drawn.
    public let look: Look
    /// The ground.
    public let shape: Shape
    /// The words in the legend.
    public let label: String

    /// Makes a layer.
    public init(_ look: Look, _ shape: Shape, label: String) {
      self.look = look
      self.shape = shape
      self.label = label
    }
  }

  /// The title.
  public var title: String
  /// The regions underneath.
  public var regions: [Region]
  /// The kinds of ground, drawn in this order.
  public var layers: [Layer]
  /// Places to be named, most important first.
  public var places: [Place]
  /// The sources and licences under the map.
  public var credit: String

  /// Makes a drawing from its parts.
  public init(
    title: String, regions: [Region], layers: [Layer], places: [Place] = [], credit: String
  ) {
    self.title = title
    self.regions = regions
    self.layers = layers
    self.places = places
    self.credit = credit
  }

  /// A map of who holds what.
  public static func control(
    _ map: ControlMap, source: MapSource, regions: RegionSet, outlines: String
  ) -> MapDrawing {
    MapDrawing(
      title: "Held by \(source.holder), map of \(map.date)", regions: regions.regions,
      layers: [Layer(.held, map.held, label: "held by \(source.holder), \(source.id)")],
      credit: credit(source, outlines))
  }

  /// A map of what changed; slivers are left out.
  public static func change(
    _ comparison: Comparison, map: ControlMap, source: MapSource, regions: RegionSet,
    outlines: String
  ) -> MapDrawing {
    var gained = Shape()
    var lost = Shape()
    for piece in comparison.pieces where !piece.isSliver {
      if piece.isGained { gained.append(piece.shape) } else { lost.append(piece.shape) }
    }
    return MapDrawing(
      title: "Change from \(comparison.from) to \(comparison.to)", regions: regions.regions,
      layers: [
        Layer(.held, map.held, label: "held by \(source.holder), \(comparison.to)"),
        Layer(.gained, gained, label: "gained by \(source.holder) since"),
        Layer(.lost, lost, label: "lost by \(source.holder) since"),
      ], credit: credit(source, outlines))
  }

  /// A map of what terms would mean.
  public static func scenario(_ scenario: Scenario, regions: RegionSet, outlines: String)
    -> MapDrawing
  {
    let source = scenario.source
    let layers = [
      Layer(.held, scenario.before, label: "held by \(source.holder), \(scenario.mapDate)"),
      Layer(.given, scenario.given, label: "terms: \(source.other) would leave"),
      Layer(.returned, scenario.returned, label: "terms: \(source.holder) would leave"),
      Layer(.neutral, scenario.neutral, label: "terms: held by neither"),
    ]
    return MapDrawing(
      title: scenario.terms.title ?? "Terms on the map of \(scenario.mapDate)",
      regions: regions.regions, layers: layers.filter { !$0.shape.isEmpty },
      places: Array((scenario.placesGiven.prefix(6) + scenario.placesReturned.prefix(4))),
      credit: credit(source, outlines))
  }

  private static func credit(_ source: MapSource, _ outlines: String) -> String {
    [source.attribution, source.meaning, outlines].filter { !$0.isEmpty }
      .map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
      + " Lines show control, not title."
  }

  /// The same map of some regions only, with the ground inside them.
  ///
  /// - Throws: `.overlayFailed` if GEOS gives up.
  public func clipped(to regions: [Region]) throws(TerritoryError) -> MapDrawing {
    var drawing = self
    drawing.regions = regions
    drawing.layers = []
    for layer in layers {
      let ground = try GEOSGeometry(layer.shape)
      var inside = Shape()
      for region in regions {
        inside.append(try ground.intersection(GEOSGeometry(region.shape)).shape())
      }
      drawing.layers.append(Layer(layer.look, inside, label: layer.label))
    }
    drawing.places = places.filter { place in
      regions.contains { $0.shape.contains(place.point) }
    }
    return drawing
  }
}
