import ArgumentParser
internal import Foundation
internal import ParleyModel
internal import Territory

/// `parley territory map`: a map as SVG or PNG.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Draws a map of control, change or a scenario.",
    discussion: """
      An SVG with legend, scale, source and licence, legible in print and without colour. With \
      --since the change from that day is drawn, with --terms a scenario. A name that ends in .png \
      is drawn through rsvg-convert, resvg, inkscape or ImageMagick, whichever is installed.

      Example: parley territory map --on 2025-08-21 --since 2025-02-21 --out change.svg
      """)

  @Option(help: "The day, YYYY-MM-DD.")
  var on: CalendarDate

  @Option(help: "Draws the change since this day, YYYY-MM-DD.")
  var since: CalendarDate?

  @Option(help: "Draws what these terms (YAML) would mean.")
  var terms: String?

  @Option(help: "Shows only these regions, by name or code; may be given several times.")
  var region: [String] = []

  @Option(help: "The width in pixels.")
  var width = 960

  @Option(help: "The file to write, .svg or .png; SVG on standard output unless given.")
  var out: String?

  @OptionGroup var options: TerritoryOptions

  func validate() throws {
    if since != nil, terms != nil {
      throw ValidationError("--since and --terms draw two different maps; give one of them")
    }
    guard (200...10_000).contains(width) else {
      throw ValidationError("--width must be 200 to 10000")
    }
  }

  func run() throws {
    try TerritoryRun.write {
      let atlas = try options.atlas()
      let regions = try options.regionSet(atlas)
      var drawing = try drawing(atlas, regions)
      if !region.isEmpty {
        var shown: Set<Int> = []
        for name in region {
          let ground = try regions.ground(name, groups: atlas.groups, words: atlas.words)
          shown.formUnion(ground.regions)
        }
        drawing = try drawing.clipped(to: shown.sorted().map { regions.regions[$0] })
      }
      let svg = try drawing.svg(width: width)
      guard let out else { return svg }
      if out.hasSuffix(".png") {
        try Raster.write(svg, to: out, width: width)
      } else {
        try TerritoryRun.save(svg, to: out)
      }
      return []
    }
  }

  private func drawing(_ atlas: TerritoryAtlas, _ regions: RegionSet) throws -> MapDrawing {
    let outlines = atlas.attribution(of: regions.source)
    if let terms {
      let terms = try Terms.load(path: terms)
      let series = try atlas.control(
        options.source, from: terms.earliestDate(before: on), to: on)
      let country = try atlas.controlEntry(options.source).country
      let scenario = try Scenario(
        terms, on: on, series: series, regions: regions, atlas: atlas,
        places: try atlas.places(country: country))
      return .scenario(scenario, regions: regions, outlines: outlines)
    }
    let series = try atlas.control(options.source, from: since ?? on, to: on)
    let map = try series.map(on: on)
    guard let since else {
      return .control(map, source: series.source, regions: regions, outlines: outlines)
    }
    let comparison = try Comparison(series.map(on: since), map, over: regions)
    return .change(
      comparison, map: map, source: series.source, regions: regions, outlines: outlines)
  }
}

/// Turns SVG into PNG by a program that is installed.
enum Raster {
  /// Writes the drawing as PNG.
  ///
  /// - Throws: `.badForm` naming the programs, if none is installed or it fails.
  static func write(_ svg: [UInt8], to path: String, width: Int) throws {
    let temporary = path + ".part.svg"
    let picture = path + ".part.png"
    try FileOutput.replace(temporary, with: svg)
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    let commands = [
      ["rsvg-convert", "-w", "\(width)", "-o", picture, temporary],
      ["resvg", "-w", "\(width)", temporary, picture],
      ["inkscape", "-w", "\(width)", "-o", picture, temporary],
      ["magick", temporary, picture],
      ["convert", temporary, picture],
    ]
    for command in commands where Programs.run(command) {
      guard rename(picture, path) == 0 else { continue }
      StandardStreams.report("parley: wrote \(path)")
      return
    }
    throw TerritoryError(
      .badForm(
        doing: "drawing", found: "no program could turn the SVG into a PNG",
        advice: "install rsvg-convert (librsvg2-bin), or write an .svg"), in: path)
  }
}
