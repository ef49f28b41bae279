/// The regions of one source and one level, ready to be laid under control maps.
public struct RegionSet: Sendable {
  /// The name of the source ("ukr-adm1-50m").
  public let source: String
  /// The level: 1 for first-level regions, 2 for districts, 3 for municipalities.
  public let level: Int
  /// The regions, in the source's order.
  public let regions: [Region]
  let index: RegionIndex
  private let byFoldedName: [String: [Int]]

  /// Takes regions.
  ///
  /// - Complexity: linear in the number of boundary points.
  public init(source: String, level: Int, regions: [Region], words: RegionWords) {
    self.source = source
    self.level = level
    self.regions = regions
    index = RegionIndex(regions.map(\.shape))
    var names: [String: [Int]] = [:]
    for (number, region) in regions.enumerated() {
      let folded = Set(([region.id, region.name] + region.otherNames).map(words.fold))
      for name in folded where !name.isEmpty { names[name, default: []].append(number) }
    }
    byFoldedName = names
  }

  /// Reads regions from a GeoJSON file or a file with one region a line, plain or gzip.
  ///
  /// Properties: `iso` or `katotth` or `id`, `name`, `name_uk` or `name_local`, `alt`,
  /// `official_km2`, `country`, `adm1` (the region it belongs to). Only regions whose `country` is
  /// `country` are kept where that is given.
  ///
  /// - Throws: `.cannotRead`, `.badJSON`, `.badGeometry`, `.missing`.
  public static func load(
    path: String, source: String, level: Int, country: String? = nil, words: RegionWords
  ) throws(TerritoryError) -> RegionSet {
    var reader = try FeatureReader(path: path)
    var regions: [Region] = []
    while let feature = try reader.next() {
      let owner = feature.text("country") ?? feature.text("iso").map { String($0.prefix(2)) }
      if let country, owner != country { continue }
      guard let name = feature.text("name") ?? feature.text("NAME_1") else {
        throw TerritoryError(.missing(what: "name of the region"), in: path, line: reader.place)
      }
      guard !feature.shape.isEmpty else {
        throw TerritoryError(.missing(what: "boundary of \(name)"), in: path, line: reader.place)
      }
      let parent = feature.text("adm1") ?? feature.text("parent")
      let local = feature.text("name_uk") ?? feature.text("name_local")
      let code = feature.text("iso") ?? feature.text("katotth") ?? feature.text("id")
      let mended = try Mending.mended(feature.shape, repairs: feature.repairs)
      regions.append(
        Region(
          id: code ?? "\(parent ?? "")/\(name)", name: name,
          otherNames: (local.map { [$0] } ?? []) + feature.list("alt"), country: owner,
          parent: parent, shape: mended.shape,
          officialArea: feature.number("official_km2").map { Area(squareKilometres: $0) },
          repairs: mended.repairs))
    }
    guard !regions.isEmpty else {
      let what = country.map { "region of the country '\($0)'" } ?? "region"
      throw TerritoryError(.missing(what: what), in: path)
    }
    return RegionSet(source: source, level: level, regions: regions, words: words)
  }

  /// Returns the numbers of the regions with this name or code; more than one where several share
  /// it.
  public func numbers(named name: String, words: RegionWords) -> [Int] {
    byFoldedName[words.fold(name)] ?? []
  }

  /// Returns up to three names most like `name`.
  public func names(like name: String, words: RegionWords) -> [String] {
    let target = Array(words.fold(name))
    let scored = regions.map { region in
      (NameDistance.edits(target, Array(words.fold(region.name))), region.name)
    }
    return scored.filter { $0.0 <= max(2, target.count / 3) }.sorted { $0 < $1 }.prefix(3).map(\.1)
  }
}
