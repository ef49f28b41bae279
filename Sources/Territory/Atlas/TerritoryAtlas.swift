public import DataFiles
public import ParleyModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Everything that questions about ground are answered from: the catalogue of data sets and where
/// they lie, named groups of regions, reference areas, hedges.
///
///     let atlas = try TerritoryAtlas.load()
///     let regions = try atlas.regions(level: 1)
///     let series = try atlas.control(from: date, to: date)
///     let table = try regions.shares(of: series.map(on: date), source: series.source)
public struct TerritoryAtlas: Sendable {
  /// The data sets.
  public let catalogue: Catalogue
  /// The folders that are searched for them, in order.
  public let folders: [String]
  /// How names of regions are compared.
  public let words: RegionWords
  /// Named groups of regions.
  public let groups: [RegionGroup]
  /// What claims are read and judged with.
  public let claimWords: ClaimWords

  /// Loads the data files of Parley and finds the folders with public data: the mirror, where one
  /// is given or named by `PARLEY_MIRROR`, and the user's data folder.
  ///
  /// A mirror may bring its own `sources.yaml` and `region-groups.tsv`; its entries stand before
  /// Parley's.
  ///
  /// - Throws: `DataError` if a data file of Parley is missing or malformed; `TerritoryError` if the
  ///   mirror's are.
  public static func load(data: DataFolder? = nil, mirror: String? = nil) throws -> TerritoryAtlas {
    let data = try data ?? DataFolder.locate()
    let environment = ProcessInfo.processInfo.environment
    let named = mirror ?? environment["PARLEY_MIRROR"].flatMap { $0.isEmpty ? nil : $0 }
    var entries = try Catalogue(data).entries
    var groups = try RegionGroup.read(data, "territory/region-groups.tsv")
    if let named {
      if FileManager.default.fileExists(atPath: named + "/sources.yaml") {
        entries = try Catalogue(path: named + "/sources.yaml").entries + entries
      }
      if FileManager.default.fileExists(atPath: named + "/region-groups.tsv") {
        groups = try RegionGroup.read(DataFolder(path: named), "region-groups.tsv") + groups
      }
    }
    return TerritoryAtlas(
      catalogue: Catalogue(entries: entries),
      folders: (named.map { [$0] } ?? []) + [userFolder(environment)],
      words: try RegionWords(data), groups: groups, claimWords: try ClaimWords(data))
  }

  /// The folder for downloaded data: `parley/territory` in `XDG_DATA_HOME` or `~/.local/share`.
  private static func userFolder(_ environment: [String: String]) -> String {
    let base =
      environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
      ?? (environment["HOME"] ?? ".") + "/.local/share"
    return base + "/parley/territory"
  }

  /// The folder that downloads go to.
  public var downloadFolder: String { folders[folders.count - 1] }

  /// Returns where the data set lies, or `nil` if it is in none of the folders.
  public func path(of entry: Catalogue.Entry) -> String? {
    for folder in folders {
      for name in [entry.file, entry.folder].compactMap({ $0 }) {
        let path = folder + "/" + name
        if FileManager.default.fileExists(atPath: path) { return path }
      }
    }
    return nil
  }

  private func present(_ entry: Catalogue.Entry) throws(TerritoryError) -> String {
    if let path = path(of: entry) { return path }
    let how =
      entry.download == nil
      ? "get it from \(entry.address) (\(entry.licence)) and put it at \(downloadFolder)/\(entry.file)"
      : "get it with 'parley sources get \(entry.id)' (\(entry.licence))"
    throw TerritoryError(
      .noData(
        what: "'\(entry.id)', \(entry.title)",
        advice: how + ", or name a folder that has it by PARLEY_MIRROR or --mirror"))
  }

  /// Returns the first control source of the catalogue, or the one named.
  ///
  /// - Throws: `.noData` if there is no such source.
  public func controlEntry(_ id: String? = nil) throws(TerritoryError) -> Catalogue.Entry {
    let found = catalogue.entries.first { $0.role == .control && (id == nil || $0.id == id) }
    guard let found else {
      throw TerritoryError(
        .noData(
          what: "the control source '\(id ?? "any")'",
          advice: "list the sources with 'parley sources'"))
    }
    return found
  }

  /// Returns the control maps of a source from one date to another, with the one nearest before.
  ///
  /// - Parameter id: the source; the catalogue's first where `nil`.
  /// - Throws: `.noData` with how to get it; reading errors.
  public func control(
    _ id: String? = nil, from: CalendarDate? = nil, to: CalendarDate? = nil
  ) throws(TerritoryError) -> ControlSeries {
    let entry = try controlEntry(id)
    return try ControlSeries.load(
      path: try present(entry), source: entry.mapSource, from: from, to: to)
  }

  /// The region sources of a country and level, the default first.
  public func regionEntries(level: Int, country: String?) -> [Catalogue.Entry] {
    catalogue.entries.filter {
      $0.role == .regions && $0.level == level
        && ($0.country == nil || country == nil || $0.country == country)
    }
  }

  /// Returns the regions of a level, from the source named or the default one.
  ///
  /// - Throws: `.noData` with how to get them; reading errors.
  public func regions(level: Int = 1, country: String? = nil, source: String? = nil)
    throws(TerritoryError) -> RegionSet
  {
    let candidates =
      source.map { id in catalogue.entries.filter { $0.id == id && $0.role == .regions } }
      ?? regionEntries(level: level, country: country)
    guard let entry = candidates.first(where: { path(of: $0) != nil }) ?? candidates.first else {
      throw TerritoryError(
        .noData(
          what: source.map { "the regions '\($0)'" } ?? "regions of level \(level)",
          advice: "list the sources with 'parley sources'"))
    }
    return try RegionSet.load(
      path: try present(entry), source: entry.id, level: entry.level ?? level,
      country: entry.country == nil ? country : nil, words: words)
  }

  /// The data set of populated places of a country; `nil` if it is not here.
  public func placesEntry(country: String?) -> Catalogue.Entry? {
    catalogue.entries.first {
      $0.role == .places && (country == nil || $0.country == country) && path(of: $0) != nil
    }
  }

  /// Returns the populated places of a country, or none if the data set is not there.
  public func places(country: String?) throws(TerritoryError) -> [Place] {
    guard let entry = placesEntry(country: country), let path = path(of: entry) else { return [] }
    return try Place.load(path: path)
  }

  /// The words to print with what is made from a data set; its identifier if it is not known.
  public func attribution(of id: String) -> String { catalogue.entry(id)?.attribution ?? id }
}
