/// A populated place.
public struct Place: Sendable, Hashable {
  /// The name.
  public let name: String
  /// Where it lies.
  public let point: GridPoint
  /// The number of people, from before the war and of mixed years; `nil` where not known.
  public let population: Int?
  /// The identifier of the first-level region; `nil` where not known.
  public let region: String?

  /// Makes a place from its parts.
  public init(name: String, point: GridPoint, population: Int?, region: String? = nil) {
    self.name = name
    self.point = point
    self.population = population
    self.region = region
  }

  /// Reads places from a file with one `{"name","lon","lat","pop","adm1"}` a line.
  ///
  /// - Throws: `.cannotRead`, `.badJSON`, `.missing`.
  public static func load(path: String) throws(TerritoryError) -> [Place] {
    var reader = try FeatureReader(path: path)
    var places: [Place] = []
    while let feature = try reader.next() {
      guard let name = feature.text("name"), let x = feature.number("lon"),
        let y = feature.number("lat"), abs(x) <= 180, abs(y) <= 90
      else {
        throw TerritoryError(.missing(what: "name, lon or lat"), in: path, line: reader.place)
      }
      places.append(
        Place(
          name: name, point: GridPoint(longitude: x, latitude: y),
          population: feature.number("pop").flatMap { $0 > 0 ? Int(exactly: $0.rounded()) : nil },
          region: feature.text("adm1")))
    }
    return places
  }

  /// Returns the places inside `shape`, biggest first.
  public static func inside(_ shape: Shape, _ places: [Place]) -> [Place] {
    let box = shape.box
    return places.filter { box.contains($0.point) && shape.contains($0.point) }
      .sorted { ($1.population ?? 0, $0.name) < ($0.population ?? 0, $1.name) }
  }
}
