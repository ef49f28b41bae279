import ArgumentParser
internal import Dossier
internal import Foundation

/// `parley import`: what others read, annotated or know of parties.
struct ImportCommand: ParsableCommand {
  /// The forms that can be imported.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case readings, brat
    case webAnnotation = "web-annotation"
    case parties = "ftm-parties"
  }

  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Takes readings, annotations or parties into a dossier.",
    discussion: """
      Forms: readings (parley/reading/1, one a line), brat (files .ann beside their .txt, or folders \
      of them), web-annotation, ftm-parties (FollowTheMoney entities or statements). An annotation is \
      attached only where quotation, context, position and checksum agree; what cannot be attached \
      is listed, and the exit status is then 65.

      Example: parley import talks --format brat annotated/
      """)

  /// How many orphans are listed.
  private static let mostListed = 20

  @OptionGroup var dossier: DossierOptions

  @Argument(help: ArgumentHelp("The files.", valueName: "file"))
  var files: [String]

  @Option(help: "The form: readings, brat, web-annotation or ftm-parties.")
  var format: Format

  @OptionGroup var decision: DecisionOptions

  func validate() throws {
    if files.isEmpty { throw ValidationError("name a file to import") }
  }

  func run() throws {
    try dossier.run { dossier in
      var report = ImportReport()
      for file in files { report += try take(file, into: dossier) }
      for orphan in report.orphans.prefix(Self.mostListed) {
        StandardStreams.report("parley: left out: \(orphan.name): \(orphan.reason)")
      }
      let rest = report.orphans.count - Self.mostListed
      if rest > 0 { StandardStreams.report("parley: and \(rest) more") }
      StandardStreams.report(
        "parley: \(report.added) imported, \(report.known) there already, "
          + "\(report.orphans.count) left out")
      if !report.orphans.isEmpty { throw ExitStatus.badInput }
    }
  }

  private func take(_ file: String, into dossier: Dossier) throws -> ImportReport {
    let by = decision.name
    let time = Clock.now
    switch format {
    case .readings:
      return try dossier.importReadings(try Self.bytes(file), from: file, by: by, at: time)
    case .webAnnotation:
      return try dossier.importAnnotations(try Self.bytes(file), from: file, by: by, at: time)
    case .parties:
      return try dossier.importParties(try Self.bytes(file), from: file, by: by, at: time)
    case .brat:
      var report = ImportReport()
      for stem in Self.stems(file) {
        let facts = stem + ".json"
        report += try dossier.importBrat(
          BratFiles(
            name: URL(filePath: stem).lastPathComponent, text: try Self.bytes(stem + ".txt"),
            annotations: try Self.bytes(stem + ".ann"),
            facts: FileManager.default.fileExists(atPath: facts) ? try Self.bytes(facts) : nil),
          by: by, at: time)
      }
      return report
    }
  }

  /// The paths without endings of the annotations that `path` names: one file, or all of a folder.
  private static func stems(_ path: String) -> [String] {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      // A folder that cannot be listed gives nothing, and the last line says so.
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      return names.filter { $0.hasSuffix(".ann") }.sorted().map { path + "/" + $0.dropLast(4) }
    }
    return [path.hasSuffix(".ann") || path.hasSuffix(".txt") ? String(path.dropLast(4)) : path]
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch {
      StandardStreams.report(
        """
        parley: importing '\(path)': there is no such file, or it cannot be read
          check the path and the rights
        """)
      throw ExitStatus.noInput
    }
  }
}
