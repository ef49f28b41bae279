public import JSONBytes
internal import ParleyModel

extension JSONOutput {
  /// Writes an area in square kilometres, to the square metre.
  mutating func squareKilometres(_ area: Area) {
    let metres = (Double(area.units) / 10_000).rounded()
    number(metres / 1e6)
  }

  /// Writes an area, or `null`.
  mutating func squareKilometres(_ area: Area?) {
    if let area { squareKilometres(area) } else { raw("null") }
  }

  /// Writes a share 0 to 1 with seven decimals, or `null`.
  mutating func share(_ share: Share?) {
    if let share { number((share.fraction * 1e7).rounded() / 1e7) } else { raw("null") }
  }

  /// Writes what a map source is and how it must be named.
  mutating func source(_ source: MapSource) {
    raw(#"{"id":"#)
    string(source.id)
    raw(#","holder":"#)
    string(source.holder)
    raw(#","attribution":"#)
    string(source.attribution)
    raw(#","meaning":"#)
    string(source.meaning)
    raw("}")
  }

  /// Writes what is held in one region.
  mutating func holding(_ row: RegionHolding) {
    raw(#"{"id":"#)
    string(row.id)
    raw(#","name":"#)
    string(row.name)
    raw(#","held_km2":"#)
    squareKilometres(row.held)
    raw(#","rest_km2":"#)
    squareKilometres(row.rest)
    raw(#","area_km2":"#)
    squareKilometres(row.area)
    raw(#","official_km2":"#)
    squareKilometres(row.officialArea)
    raw(#","share":"#)
    share(row.share())
    raw(#","share_of_official":"#)
    share(row.share(of: .official))
    raw("}")
  }

  /// Writes a list of texts.
  mutating func strings(_ texts: [String]) { array(texts) { $0.string($1) } }
}

extension ShareTable {
  /// Writes the table as `parley/territory/shares/1`.
  public func write(to json: inout JSONOutput) {
    json.raw(#"{"schema":"parley/territory/shares/1","asked":"#)
    json.string(asked.description)
    json.raw(#","map":"#)
    json.string(mapDate.description)
    json.raw(#","source":"#)
    json.source(source)
    json.raw(#","regions":"#)
    json.string(regionSource)
    json.raw(#","rows":"#)
    json.array(rows) { $0.holding($1) }
    json.raw(#","total_km2":"#)
    json.squareKilometres(total)
    json.raw(#","outside_km2":"#)
    json.squareKilometres(outside)
    json.raw(#","repairs":"#)
    json.strings(repairs.notes)
    json.raw("}")
  }
}

extension Comparison {
  /// Writes the numbers as `parley/territory/compare/1`.
  public func write(source: MapSource, to json: inout JSONOutput) {
    func row(_ json: inout JSONOutput, _ row: Row) {
      json.raw(#"{"id":"#)
      json.string(row.id)
      json.raw(#","name":"#)
      json.string(row.name)
      json.raw(#","gained_km2":"#)
      json.squareKilometres(row.gained)
      json.raw(#","lost_km2":"#)
      json.squareKilometres(row.lost)
      json.raw(#","net_km2":"#)
      json.squareKilometres(row.net)
      json.raw(#","slivers_km2":"#)
      json.squareKilometres(row.slivers)
      json.raw("}")
    }
    json.raw(#"{"schema":"parley/territory/compare/1","from":"#)
    json.string(from.description)
    json.raw(#","to":"#)
    json.string(to.description)
    json.raw(#","source":"#)
    json.source(source)
    json.raw(#","rows":"#)
    json.array(rows, row)
    json.raw(#","total":"#)
    row(&json, total)
    json.raw("}")
  }

  /// Writes the pieces of ground as a GeoJSON collection, biggest first.
  public func writeGeoJSON(regions: RegionSet, to json: inout JSONOutput) {
    json.raw(#"{"type":"FeatureCollection","features":"#)
    json.array(pieces) { json, piece in
      GeoJSONWriter.feature(piece.shape, to: &json) { json in
        json.raw(piece.isGained ? #""change":"gained","# : #""change":"lost","#)
        json.raw(#""from":"#)
        json.string(from.description)
        json.raw(#","to":"#)
        json.string(to.description)
        json.raw(#","km2":"#)
        json.squareKilometres(piece.area)
        json.raw(#","width_m":"#)
        json.number(piece.widthInMetres.rounded())
        json.raw(#","sliver":"#)
        json.boolean(piece.isSliver)
        json.raw(#","regions":"#)
        json.strings(piece.regions.map { regions.regions[$0].id })
      }
    }
    json.raw("}")
  }
}

extension Catalogue.Entry {
  /// Writes the data set; `path` is where it lies, `nil` if it is not here.
  public func write(path: String?, to json: inout JSONOutput) {
    let fields: [(StaticString, String?)] = [
      (#"{"id":"#, id), (#","role":"#, role.rawValue), (#","title":"#, title), (#","file":"#, file),
      (#","address":"#, address), (#","licence":"#, licence), (#","attribution":"#, attribution),
      (#","fields":"#, self.fields), (#","sha256":"#, sha256), (#","meaning":"#, meaning),
      (#","path":"#, path),
    ]
    for (key, value) in fields {
      json.raw(key)
      json.string(value)
    }
    json.raw("}")
  }
}
