internal import JSONBytes

/// Reads a GeoJSON geometry: a Polygon, a MultiPolygon, a collection of them, or null.
struct ShapeReader {
  /// The ground read so far.
  var shape = Shape()
  /// What was mended.
  var repairs = Repairs()
  private var ring: [GridPoint] = []

  /// Reads the geometry at the start of `bytes[range]`; returns the offset just past it.
  mutating func read(_ bytes: [UInt8], in range: Range<Int>) throws(TerritoryError) -> Int {
    try read(bytes, in: range, depth: 0)
  }

  private mutating func read(_ bytes: [UInt8], in range: Range<Int>, depth: Int)
    throws(TerritoryError) -> Int
  {
    guard depth < 16 else {
      throw TerritoryError(.badGeometry(found: "geometry collections are nested too deeply"))
    }
    var coordinates: Int?
    var type: String?
    var json = JSONScanner(bytes, in: range)
    do throws(JSONError) {
      if json.null() { return json.offset }
      try json.beginObject()
    } catch {
      throw TerritoryError(.badJSON(found: error.description))
    }
    while true {
      var members: Int?
      do throws(JSONError) {
        guard let key = try json.nextKey() else { break }
        switch key {
        case "type": type = try json.string()
        case "coordinates":
          coordinates = json.offset
          if let type, type == "Polygon" || type == "MultiPolygon" {
            members = nil
          } else {
            try json.skipValue()
            continue
          }
        case "geometries": members = json.offset
        default: try json.skipValue()
        }
        if key != "coordinates" && key != "geometries" { continue }
      } catch {
        throw TerritoryError(.badJSON(found: error.description))
      }
      let end: Int
      if let members {
        end = try collection(bytes, in: members..<range.upperBound, depth: depth)
      } else {
        end = try polygons(bytes, at: json.offset, isMulti: type == "MultiPolygon")
        coordinates = nil
      }
      json = JSONScanner(bytes, in: end..<range.upperBound)
    }
    switch type {
    case "Polygon", "MultiPolygon":
      // The coordinates stood before the type.
      if let coordinates {
        _ = try polygons(bytes, at: coordinates, isMulti: type == "MultiPolygon")
      }
    case "GeometryCollection", "Point", "MultiPoint", "LineString", "MultiLineString": break
    case let type:
      throw TerritoryError(
        .badGeometry(found: type.map { "unknown geometry type '\($0)'" } ?? "it has no type"))
    }
    return json.offset
  }

  private mutating func collection(_ bytes: [UInt8], in range: Range<Int>, depth: Int)
    throws(TerritoryError) -> Int
  {
    var json = JSONScanner(bytes, in: range)
    do throws(JSONError) { try json.beginArray() } catch {
      throw TerritoryError(.badJSON(found: error.description))
    }
    while true {
      do throws(JSONError) {
        guard try json.nextElement() else { return json.offset }
      } catch {
        throw TerritoryError(.badJSON(found: error.description))
      }
      let end = try read(bytes, in: json.offset..<range.upperBound, depth: depth + 1)
      json = JSONScanner(bytes, in: end..<range.upperBound)
    }
  }

  private mutating func polygons(_ bytes: [UInt8], at offset: Int, isMulti: Bool)
    throws(TerritoryError) -> Int
  {
    // A typed throw does not pass through the closure, hence the Result.
    let outcome = bytes.withUnsafeBufferPointer { bytes -> Result<Int, TerritoryError> in
      do throws(TerritoryError) {
        var reader = CoordinateReader(bytes, at: offset)
        if isMulti {
          try reader.expect(UInt8(ascii: "["))
          if !reader.take(UInt8(ascii: "]")) {
            repeat { try polygon(&reader) } while reader.take(UInt8(ascii: ","))
            try reader.expect(UInt8(ascii: "]"))
          }
        } else {
          try polygon(&reader)
        }
        return .success(reader.offset)
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  private mutating func polygon(_ reader: inout CoordinateReader) throws(TerritoryError) {
    try reader.expect(UInt8(ascii: "["))
    if reader.take(UInt8(ascii: "]")) { return }
    var isHole = false
    var hasShell = true
    repeat {
      ring.removeAll(keepingCapacity: true)
      try reader.expect(UInt8(ascii: "["))
      if !reader.take(UInt8(ascii: "]")) {
        repeat { ring.append(try reader.position()) } while reader.take(UInt8(ascii: ","))
        try reader.expect(UInt8(ascii: "]"))
      }
      if ring.count > 1, ring.first != ring.last { repairs.unclosedRings += 1 }
      // A hole whose outer ring holds no ground has nothing to be cut from.
      let outcome = hasShell ? add(isHole: isHole) : .dropped
      switch outcome {
      case .kept: break
      case .turned: repairs.turnedRings += 1
      case .dropped:
        repairs.droppedRings += 1
        if !isHole { hasShell = false }
      }
      isHole = true
    } while reader.take(UInt8(ascii: ","))
    try reader.expect(UInt8(ascii: "]"))
  }

  /// Adds the ring, cut at the antimeridian where it steps over it.
  private mutating func add(isHole: Bool) -> Shape.RingOutcome {
    guard Antimeridian.isCrossed(by: ring) else { return shape.append(ring: ring, isHole: isHole) }
    repairs.isCutAtAntimeridian = true
    var outcome = Shape.RingOutcome.dropped
    for piece in Antimeridian.cut(ring) {
      let one = shape.append(ring: piece, isHole: isHole)
      if one != .dropped { outcome = one }
    }
    return outcome
  }
}
