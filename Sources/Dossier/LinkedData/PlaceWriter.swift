internal import JSONBytes
internal import ParleyModel
internal import Territory

/// Writes the places of stances as GeoJSON, as far as the gazetteers of Territory know them.
///
/// - Source: RFC 7946
struct PlaceWriter {
  let contents: DossierContents
  let atlas: TerritoryAtlas

  /// Finds the places, each with the stances that name it.
  ///
  /// - Returns: the document, and what people should know about it.
  /// - Throws: `TerritoryError` if there are no regions here.
  func document() throws -> (bytes: [UInt8], notes: [String]) {
    let country = try? atlas.controlEntry().country
    let regions = try atlas.regions(level: 1, country: country ?? nil)
    let towns = Dictionary(
      try atlas.places(country: country ?? nil).map { (atlas.words.fold($0.name), $0) },
      uniquingKeysWith: { ($1.population ?? 0) > ($0.population ?? 0) ? $1 : $0 })
    var byPlace: [String: [Stance]] = [:]
    for stance in contents.standing {
      for place in Set(stance.places) { byPlace[place, default: []].append(stance) }
    }
    var output = JSONOutput()
    var unknown: [String] = []
    output.raw("{\"type\":\"FeatureCollection\",\"features\":[")
    var isFirst = true
    for (place, stances) in byPlace.sorted(by: { $0.key < $1.key }) {
      guard let found = find(place, regions, towns) else {
        unknown.append(place)
        continue
      }
      if !isFirst { output.raw(",") }
      isFirst = false
      output.raw("\n{\"type\":\"Feature\",\"properties\":")
      properties(place, found.name, found.source, stances).write(to: &output)
      output.raw(",\"geometry\":")
      found.write(&output)
      output.raw("}")
    }
    output.raw("]}\n")
    return (
      output.bytes,
      unknown.isEmpty
        ? [] : ["\(unknown.count) places are not in the gazetteers: \(Self.list(unknown))"]
    )
  }

  private struct Found {
    let name: String
    let source: String
    let write: (inout JSONOutput) -> Void
  }

  private func find(_ place: String, _ regions: RegionSet, _ towns: [String: Place]) -> Found? {
    for name in Self.variants(place) {
      // A name that no region has is looked up among the towns.
      if let ground = try? regions.ground(name, groups: atlas.groups, words: atlas.words) {
        var shape = Shape()
        for number in ground.regions { shape.append(regions.regions[number].shape) }
        return Found(name: ground.name, source: regions.source) {
          GeoJSONWriter.geometry(shape, to: &$0)
        }
      }
      if let town = towns[atlas.words.fold(name)] {
        return Found(name: town.name, source: "places") { output in
          output.raw("{\"type\":\"Point\",\"coordinates\":")
          output.array([town.point.longitude, town.point.latitude]) { $0.number($1) }
          output.raw("}")
        }
      }
    }
    return nil
  }

  /// The name as written, and without an article before it.
  private static func variants(_ place: String) -> [String] {
    place.lowercased().hasPrefix("the ") ? [place, String(place.dropFirst(4))] : [place]
  }

  private func properties(_ place: String, _ name: String, _ source: String, _ stances: [Stance])
    -> JSONTree
  {
    .members([
      "place": .string(place), "name": .string(name), "source": .string(source),
      "attribution": .string(atlas.attribution(of: source)),
      "stances": .list(
        stances.map { stance in
          .members([
            "id": .string(stance.id), "party": .string(stance.holder),
            "act": .string(stance.act.rawValue), "issue": .string(stance.issue.rawValue),
            "said": .text(stance.said?.description), "article": .string(stance.article),
          ])
        }),
    ])
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " and others" : "")
  }
}
