public import ParleyModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension ControlSeries {
  /// Reads the maps from `from` to `to`, and the one nearest before `from`.
  ///
  /// `path` names a file with one `{"date","geometry"}` a line, a GeoJSON file whose features carry
  /// a `date`, or a folder of GeoJSON files whose names hold the date (`20250821` or
  /// `2025-08-21`); plain or gzip. Features of one date are taken together. Maps outside the dates
  /// are passed over unread.
  ///
  /// - Throws: `.cannotRead`, `.damagedGzip`, `.badJSON`, `.badGeometry`, `.missing`.
  public static func load(
    path: String, source: MapSource, from: CalendarDate? = nil, to: CalendarDate? = nil
  ) throws(TerritoryError) -> ControlSeries {
    var window = MapWindow(from: from, to: to)
    var isFolder = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder {
      try window.readFolder(path)
    } else {
      try window.readFile(path)
    }
    return ControlSeries(
      source: source, maps: window.mapsInOrder(), firstDate: window.firstDate)
  }
}

/// Collects the maps of a span of time.
private struct MapWindow {
  let from: CalendarDate?
  let to: CalendarDate?
  private var shapes: [CalendarDate: (shape: Shape, repairs: Repairs)] = [:]
  /// The date of the first map of all, wanted or not.
  private(set) var firstDate: CalendarDate?
  /// The newest map before `from`.
  private var before: CalendarDate?

  init(from: CalendarDate?, to: CalendarDate?) {
    self.from = from
    self.to = to
  }

  /// Whether a map of `date` may be needed, given what was read so far.
  private mutating func isWanted(_ date: CalendarDate) -> Bool {
    firstDate = min(firstDate ?? date, date)
    if let to, date > to { return false }
    if let from, date < from, let before, date < before { return false }
    return true
  }

  private mutating func add(_ feature: Feature, on date: CalendarDate) {
    if let from, date < from {
      if let before, before < date { shapes[before] = nil }
      before = date
    }
    var map = shapes[date] ?? (Shape(), Repairs())
    map.shape.append(feature.shape)
    map.repairs.turnedRings += feature.repairs.turnedRings
    map.repairs.unclosedRings += feature.repairs.unclosedRings
    map.repairs.droppedRings += feature.repairs.droppedRings
    if feature.repairs.isCutAtAntimeridian { map.repairs.isCutAtAntimeridian = true }
    shapes[date] = map
  }

  mutating func readFile(_ path: String) throws(TerritoryError) {
    var reader = try FeatureReader(path: path)
    while let feature = try reader.next(where: { isWanted($0) }) {
      guard let date = feature.text("date").flatMap(CalendarDate.init(iso:)) else {
        throw TerritoryError(.missing(what: "date of the map"), in: path, line: reader.place)
      }
      if isWanted(date) { add(feature, on: date) }
    }
  }

  mutating func readFolder(_ path: String) throws(TerritoryError) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      throw TerritoryError(.cannotRead(reason: "the folder cannot be listed"), in: path)
    }
    for name in names where name.contains(".geojson") || name.contains(".json") {
      guard let date = Self.date(in: name), isWanted(date) else { continue }
      var reader = try FeatureReader(path: path + "/" + name)
      while let feature = try reader.next() { add(feature, on: date) }
    }
  }

  /// The first date in a file's name.
  private static func date(in name: String) -> CalendarDate? {
    let bytes = Array(name.utf8)
    for start in bytes.indices {
      let text = String(decoding: bytes[start...].prefix(10), as: UTF8.self)
      if let date = CalendarDate(iso: text) { return date }
      let digits = Array(text.prefix(8))
      guard digits.count == 8, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { continue }
      let iso = String(digits[..<4]) + "-" + String(digits[4..<6]) + "-" + String(digits[6...])
      if let date = CalendarDate(iso: iso) { return date }
    }
    return nil
  }

  func mapsInOrder() -> [ControlMap] {
    shapes.sorted { $0.key < $1.key }.map {
      ControlMap(date: $0.key, held: $0.value.shape, repairs: $0.value.repairs)
    }
  }
}
