public import ArgumentParser
internal import JSONBytes
public import ParleyModel
internal import Territory

extension CalendarDate: ExpressibleByArgument {
  /// Reads a date of the form YYYY-MM-DD.
  public init?(argument: String) {
    guard argument.utf8.count == 10 else { return nil }
    self.init(iso: argument)
  }
}

/// Where the data of all territory commands comes from.
struct TerritoryOptions: ParsableArguments {
  @Option(help: "A folder with the public data; PARLEY_MIRROR unless given.")
  var mirror: String?

  @Option(help: "The source of control maps, as 'parley sources' names it; its first unless given.")
  var source: String?

  @Option(
    help: "The source of regions, as 'parley sources' names it; the level's first unless given.")
  var regions: String?

  /// Loads the catalogue and the word lists.
  func atlas() throws -> TerritoryAtlas { try TerritoryAtlas.load(mirror: mirror) }

  /// Loads the regions of a level.
  func regionSet(_ atlas: TerritoryAtlas, level: Int = 1) throws -> RegionSet {
    let entry = try atlas.controlEntry(source)
    return try atlas.regions(level: level, country: entry.country, source: regions)
  }
}

/// The level of the regions that a territory command works on.
struct RegionLevel: ParsableArguments {
  @Option(help: "1 for first-level regions, 2 for districts, 3 for municipalities.")
  var level = 1

  func validate() throws {
    guard (1...3).contains(level) else { throw ValidationError("--level must be 1, 2 or 3") }
  }
}

/// In what form a territory command writes its table; for people unless told otherwise.
struct TableForm: ParsableArguments {
  @Flag(help: "Write one JSON document.")
  var json = false

  @Flag(help: "Write the table as CSV.")
  var csv = false

  func validate() throws {
    if json, csv { throw ValidationError("--json and --csv exclude each other") }
  }
}

/// Runs a territory command and turns its failures into messages and exit statuses.
enum TerritoryRun {
  /// Runs `work` and writes what it gives to standard output.
  static func write(_ work: () throws -> [UInt8]) throws {
    StandardStreams.ignoreClosedPipes()
    do {
      try StandardStreams.write(try work())
    } catch is ClosedPipe {
      return
    } catch {
      throw Failure.reported(error)
    }
  }

  /// Returns one JSON document as bytes.
  static func json(_ write: (inout JSONOutput) -> Void) -> [UInt8] {
    var output = JSONOutput()
    write(&output)
    output.raw("\n")
    return output.bytes
  }

  /// Writes a file beside its place and moves it there.
  static func save(_ bytes: [UInt8], to path: String) throws {
    try FileOutput.replace(path, with: bytes)
    StandardStreams.report("parley: wrote \(path)")
  }
}
