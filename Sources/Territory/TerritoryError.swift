internal import ByteStreams

/// What can go wrong with maps, regions, terms and claims, and where.
public struct TerritoryError: Error, Sendable, Hashable {
  /// The kinds of failure.
  public enum Kind: Sendable, Hashable {
    /// The file cannot be opened.
    case cannotRead(reason: String)
    /// The compressed data is wrong, or cut off.
    case damagedGzip(reason: String)
    /// A line or file is longer than any map needs, in bytes.
    case tooLong(limit: Int)
    /// The JSON is damaged.
    case badJSON(found: String)
    /// A geometry is not what GeoJSON allows.
    case badGeometry(found: String)
    /// A map or region lacks something that it needs ("a date").
    case missing(what: String)
    /// No map of the source stands on or before the date.
    case noMap(source: String, date: String, first: String?)
    /// No region or group has this name; `near` are the names most like it.
    case unknownRegion(name: String, near: [String])
    /// The data set is not there; `advice` says how to get it.
    case noData(what: String, advice: String)
    /// A file of terms, claims or the catalogue does not follow its form.
    case badForm(doing: String, found: String, advice: String)
    /// The geometry library gave up.
    case overlayFailed(doing: String, found: String)
  }

  /// What went wrong.
  public let kind: Kind
  /// The file; `nil` where no file is involved.
  public let file: String?
  /// The line of the file, or the number of the feature, from 1; `nil` where not known.
  public let line: Int?

  /// Makes an error.
  public init(_ kind: Kind, in file: String? = nil, line: Int? = nil) {
    self.kind = kind
    self.file = file
    self.line = line
  }

  /// Returns what `body` reads of the file at `path`, or throws what it throws as an error of that file.
  static func reading<Value>(_ path: String, _ body: () throws(ByteSourceError) -> Value)
    throws(TerritoryError) -> Value
  {
    do throws(ByteSourceError) {
      return try body()
    } catch {
      switch error.kind {
      case .missing: throw TerritoryError(.cannotRead(reason: "there is no such file"), in: path)
      case .folder: throw TerritoryError(.cannotRead(reason: "it is a folder"), in: path)
      case .unreadable(let reason): throw TerritoryError(.cannotRead(reason: reason), in: path)
      case .damaged(let reason): throw TerritoryError(.damagedGzip(reason: reason), in: path)
      case .tooLong(let limit): throw TerritoryError(.tooLong(limit: limit), in: path)
      }
    }
  }

  /// The error with the place filled in where it has none.
  func at(file: String, line: Int?) -> TerritoryError {
    TerritoryError(kind, in: self.file ?? file, line: self.line ?? line)
  }
}

extension TerritoryError: CustomStringConvertible {
  private var place: String {
    guard let file else { return "" }
    return " '\(file)'" + (line.map { ", line \($0)" } ?? "")
  }

  /// The message: what was being done, what was wrong where, what to do next.
  public var description: String {
    switch kind {
    case .cannotRead(let reason):
      """
      reading the map file\(place): \(reason)
        check the path, or see 'parley sources' for where the data comes from
      """
    case .damagedGzip(let reason):
      """
      unpacking\(place): the gzip data is damaged (\(reason))
        get the file again; 'parley sources check' compares checksums
      """
    case .tooLong(let limit):
      """
      reading\(place): a line is longer than \(limit >> 20) MB
        cut the file into one map or region a line
      """
    case .badJSON(let found):
      """
      reading\(place): \(found)
        mend the JSON; a file that was cut off must be got again
      """
    case .badGeometry(let found):
      """
      reading the geometry in\(place): \(found)
        give polygons in degrees, longitude first, as RFC 7946 has them
      """
    case .missing(let what):
      """
      reading\(place): there is no \(what)
        add it; Documentation/territory.md shows the fields of maps and regions
      """
    case .noMap(let source, let date, let first):
      """
      looking for a map of '\(source)' on or before \(date): there is none
        \(first.map { "its first map is of \($0); ask for that day or a later one" }
          ?? "the source has no maps; see 'parley sources'")
      """
    case .unknownRegion(let name, let near):
      """
      looking for the region '\(name)': no region or group has that name
        \(near.isEmpty ? "list them with 'parley territory shares'"
          : "did you mean \(near.joined(separator: ", "))")
      """
    case .noData(let what, let advice):
      """
      looking for \(what): it is not in the data folder or the mirror
        \(advice)
      """
    case .badForm(let doing, let found, let advice):
      """
      \(doing)\(place): \(found)
        \(advice)
      """
    case .overlayFailed(let doing, let found):
      """
      \(doing)\(place): \(found)
        the geometry may be beyond repair; look at it in a map editor
      """
    }
  }
}
