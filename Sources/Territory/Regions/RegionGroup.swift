public import DataFiles

/// A name for several regions ("Donbas").
public struct RegionGroup: Sendable, Hashable {
  /// The name.
  public let name: String
  /// Other names.
  public let otherNames: [String]
  /// The members: identifiers of regions, or one country code for all its regions.
  public let members: [String]

  /// Reads groups from a table of name, other names and members.
  ///
  /// - Throws: `.noFile`, `.malformed`.
  public static func read(_ folder: DataFolder, _ name: String) throws(DataError) -> [RegionGroup] {
    var groups: [RegionGroup] = []
    for line in try folder.lines(name) {
      let fields = line.fields
      guard fields.count == 3, !fields[2].isEmpty else {
        throw DataError(line, found: "expected a name, other names and members between tabs")
      }
      groups.append(
        RegionGroup(
          name: fields[0],
          otherNames: fields[1].split(separator: "|").map { String($0) },
          members: fields[2].split(separator: " ").map { String($0) }))
    }
    return groups
  }
}

/// Ground that goes by a name: one region, several, or a whole country.
public struct NamedGround: Sendable, Hashable {
  /// The name.
  public let name: String
  /// The regions, as numbers in a region set, in ascending order.
  public let regions: [Int]

  /// Makes named ground from its parts.
  public init(name: String, regions: [Int]) {
    self.name = name
    self.regions = regions
  }
}

extension RegionSet {
  /// Returns the ground with this name: a group, a country code, or a region.
  ///
  /// Regions of a lower level also answer to the identifier of the region they belong to.
  ///
  /// - Throws: `.unknownRegion` with the names most like it.
  public func ground(_ name: String, groups: [RegionGroup], words: RegionWords)
    throws(TerritoryError) -> NamedGround
  {
    let folded = words.fold(name)
    for group in groups
    where ([group.name] + group.otherNames).contains(where: { words.fold($0) == folded }) {
      let members = regions.indices.filter { number in
        let region = regions[number]
        return group.members.contains(region.id)
          || region.parent.map(group.members.contains) == true
          || region.country.map(group.members.contains) == true
          || region.parent.map { group.members.contains(String($0.prefix(2))) } == true
      }
      if !members.isEmpty { return NamedGround(name: group.name, regions: members) }
    }
    let numbers = numbers(named: name, words: words)
    if let first = numbers.first {
      return NamedGround(name: regions[first].name, regions: numbers)
    }
    let inside = regions.indices.filter {
      regions[$0].country == name.uppercased() || regions[$0].parent == name.uppercased()
    }
    if !inside.isEmpty { return NamedGround(name: name.uppercased(), regions: inside) }
    throw TerritoryError(.unknownRegion(name: name, near: names(like: name, words: words)))
  }

  /// Returns the shape of several regions together, their shared edges still in it.
  func shapes(_ numbers: [Int]) -> [Shape] { numbers.map { regions[$0].shape } }
}
