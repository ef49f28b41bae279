internal import ByteStreams
internal import JSONBytes
internal import ParleyModel

/// Reads features one after another from GeoJSON (a collection, a feature, a geometry) or from a
/// file with one record a line; plain or gzip.
struct FeatureReader {
  /// The longest line or file that is read: 512 MB.
  static let longest = 512 << 20

  private var lines: ByteLines
  private let path: String
  private var bytes: [UInt8] = []
  /// The offset behind the feature that was read last.
  private var offset = 0
  private var isInCollection = false
  private var isByLine: Bool?
  private var count = 0

  /// Opens the file at `path`.
  init(path: String) throws(TerritoryError) {
    lines = try TerritoryError.reading(path) { () throws(ByteSourceError) in
      ByteLines(try ByteSource(path: path), longest: Self.longest)
    }
    self.path = path
  }

  /// The number of the line, or of the feature in a collection, that was read last.
  var place: Int { isByLine == true ? lines.number : count }

  /// Returns the next feature, or `nil` at the end.
  ///
  /// Lines that begin with a date (`{"date":"2025-08-21"`) which `isWanted` refuses are passed over
  /// unread.
  mutating func next(where isWanted: (CalendarDate) -> Bool = { _ in true })
    throws(TerritoryError) -> Feature?
  {
    do throws(TerritoryError) {
      while true {
        if isInCollection {
          if let feature = try nextOfCollection() { return feature }
          continue
        }
        guard let document = try nextDocument() else { return nil }
        if let date = Self.leadingDate(document), !isWanted(date) { continue }
        bytes = document
        var feature = Feature()
        offset = try read(into: &feature, at: 0, isOutermost: true)
        if isInCollection { continue }
        _ = try json { (json) throws(JSONError) in try json.end() }
        return feature
      }
    } catch {
      throw error.at(file: path, line: place)
    }
  }

  /// One record a line where the first line is whole in itself, else the whole file.
  private mutating func nextDocument() throws(TerritoryError) -> [UInt8]? {
    if isByLine == false { return nil }
    let next = try TerritoryError.reading(path) { () throws(ByteSourceError) in try lines.next() }
    guard let line = next else { return nil }
    if isByLine == nil {
      isByLine =
        line.first { $0 > 0x20 } == UInt8(ascii: "{")
        && line.last { $0 > 0x20 } == UInt8(ascii: "}")
    }
    if isByLine == true { return line }
    return try TerritoryError.reading(path) { () throws(ByteSourceError) in
      line + [0x0A] + (try lines.rest())
    }
  }

  private static func leadingDate(_ line: [UInt8]) -> CalendarDate? {
    let head: StaticString = "{\"date\":\""
    guard line.count > head.utf8CodeUnitCount + 11, line[head.utf8CodeUnitCount + 10] == 0x22
    else { return nil }
    for index in 0..<head.utf8CodeUnitCount where line[index] != head.utf8Start[index] {
      return nil
    }
    return CalendarDate(
      iso: String(decoding: line[head.utf8CodeUnitCount...].prefix(10), as: UTF8.self))
  }

  /// What follows a member of an object.
  private enum Member {
    case geometry(Int)
    case bareGeometry
    case collection(Int)
    case end(Int)
    case property
  }

  /// Reads the object at `start` into `feature` and returns the offset behind it; stops before the
  /// first element where it turns out to be a collection.
  private mutating func read(into feature: inout Feature, at start: Int, isOutermost: Bool)
    throws(TerritoryError) -> Int
  {
    var json = JSONScanner(bytes, in: start..<bytes.count)
    do throws(JSONError) { try json.beginObject() } catch { throw Self.damage(error) }
    while true {
      let member: Member
      do throws(JSONError) {
        member = try Self.member(&json, of: &feature, isOutermost)
      } catch { throw Self.damage(error) }
      switch member {
      case .property: continue
      case .end(let end): return end
      case .bareGeometry: return try readGeometry(into: &feature, at: start)
      case .collection(let first):
        isInCollection = true
        count = 0
        return first
      case .geometry(let place):
        let end = try readGeometry(into: &feature, at: place)
        json = JSONScanner(bytes, in: end..<bytes.count)
      }
    }
  }

  private static func member(
    _ json: inout JSONScanner, of feature: inout Feature, _ isOutermost: Bool
  ) throws(JSONError) -> Member {
    guard let key = try json.nextKey() else { return .end(json.offset) }
    switch key {
    case "geometry": return .geometry(json.offset)
    case "coordinates", "geometries": return .bareGeometry
    case "features" where isOutermost:
      let place = json.offset
      try json.beginArray()
      return .collection(place)
    case "properties":
      if json.null() { return .property }
      try json.beginObject()
      while let name = try json.nextKey() { feature.properties[name] = try value(&json) }
    case "type": try json.skipValue()
    default: feature.properties[key] = try value(&json)
    }
    return .property
  }

  private static func value(_ json: inout JSONScanner) throws(JSONError) -> Feature.Value? {
    switch try json.peek() {
    case .string: return .text(try json.string())
    case .number: return .number(try json.number())
    case .array:
      var list: [String] = []
      try json.beginArray()
      while try json.nextElement() {
        if try json.peek() == .string {
          list.append(try json.string())
        } else {
          try json.skipValue()
        }
      }
      return .list(list)
    case .object, .boolean, .null:
      try json.skipValue()
      return nil
    }
  }

  private func readGeometry(into feature: inout Feature, at start: Int) throws(TerritoryError)
    -> Int
  {
    var reader = ShapeReader()
    let end = try reader.read(bytes, in: start..<bytes.count)
    feature.shape = reader.shape
    feature.repairs = reader.repairs
    feature.hasGeometry = !reader.shape.isEmpty || reader.repairs.droppedRings > 0
    return end
  }

  private mutating func nextOfCollection() throws(TerritoryError) -> Feature? {
    var hasMore = false
    let isFirst = count == 0
    let end = try json { (json) throws(JSONError) in
      // A scanner that starts behind an element expects a comma, at the array's start it enters.
      if isFirst { try json.beginArray() }
      hasMore = try json.nextElement()
      if !hasMore {
        while try json.nextKey() != nil { try json.skipValue() }
        try json.end()
      }
    }
    guard hasMore else {
      isInCollection = false
      offset = end
      return nil
    }
    count += 1
    var feature = Feature()
    offset = try read(into: &feature, at: end, isOutermost: false)
    return feature
  }

  /// Runs `work` on the bytes from `offset` on and returns where it stopped.
  private func json(_ work: (inout JSONScanner) throws(JSONError) -> Void) throws(TerritoryError)
    -> Int
  {
    var json = JSONScanner(bytes, in: offset..<bytes.count)
    do throws(JSONError) { try work(&json) } catch { throw Self.damage(error) }
    return json.offset
  }

  private static func damage(_ error: JSONError) -> TerritoryError {
    TerritoryError(.badJSON(found: error.description))
  }
}
