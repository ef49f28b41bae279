public import ArgumentParser
internal import DataFiles
public import Dossier
internal import Foundation
internal import Territory

/// `parley export`: a dossier in other forms.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes a dossier in another form.",
    discussion: """
      Forms: json, ndjson, readings, csv, sqlite, web-annotation, prov, ftm, claimreview, geojson, \
      brat, ical, markdown, html. csv and brat are folders and need --out, as sqlite does. What each \
      form keeps stands in Documentation/formats.md.

      Examples: parley export talks --format markdown --on 2025-08-22
                parley export talks --format csv --out tables
      """)

  @OptionGroup var dossier: DossierOptions

  @Option(help: "The form.")
  var format: ExportFormat

  @Option(help: ArgumentHelp("The file or folder (default: standard output).", valueName: "path"))
  var out: String?

  @Option(
    help: "For geojson and claimreview: a folder with the public data; PARLEY_MIRROR unless given.")
  var mirror: String?

  @OptionGroup var view: ViewOptions

  func validate() throws {
    if out == nil, format.isFolder || format == .sqlite {
      throw ValidationError("--format \(format.rawValue) needs --out")
    }
  }

  func run() throws {
    try dossier.run { try write($0) }
  }

  private func write(_ dossier: Dossier) throws {
    if let out, format == .sqlite {
      // A copy that was cut is in the way of the next one.
      try? FileManager.default.removeItem(atPath: out + ".part")
      try dossier.copy(to: out + ".part")
      guard rename(out + ".part", out) == 0 else {
        throw ExportTarget.Failure(path: out, reason: String(cString: strerror(errno)))
      }
      StandardStreams.report("parley: wrote \(out)")
      return
    }
    let data = try DataFolder.locate()
    let exporter = Exporter(
      dossier, view: view.view, data: data,
      atlas: format.needsMaps ? try TerritoryAtlas.load(data: data, mirror: mirror) : nil)
    var target = try ExportTarget(out, isFolder: format.isFolder)
    do {
      for note in try exporter.write(format, to: { try target.write($0) }) {
        StandardStreams.report("parley: \(note)")
      }
      try target.close()
    } catch {
      target.abandon()
      throw error
    }
    if let out {
      StandardStreams.report(
        "parley: wrote \(out)" + (format.isFolder ? ", \(target.files) files" : ""))
    }
  }
}

extension ExportFormat: ExpressibleByArgument {
  /// Whether places are looked up, or figures held against maps, for it.
  fileprivate var needsMaps: Bool { self == .geojson || self == .claimreview }
}
