public import ArgumentParser
internal import DataFiles
public import Dossier
internal import JSONBytes
internal import Territory

/// `parley check`: what in the record needs a person.
struct CheckDossierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Checks a dossier: figures against maps, quotations, copies, what rests on one report.",
    discussion: """
      Each finding has a name, a severity (high, medium, low, or settled: checked, and right), its \
      evidence and a way to settle it. `parley acknowledge` takes note of one.

      Example: parley check talks --strict
      """)

  @OptionGroup var dossier: DossierOptions
  @OptionGroup var view: ViewOptions

  @Option(
    help: ArgumentHelp(
      "Show only findings of this kind, as --json names it; may be given several times.",
      valueName: "kind"))
  var kind: [CheckFinding.Kind] = []

  @Option(
    help: ArgumentHelp(
      "A folder with the public data for figures on ground; PARLEY_MIRROR unless given.",
      valueName: "folder"))
  var mirror: String?

  @Flag(help: "Fails with status 1 if a finding of high or medium severity is not acknowledged.")
  var strict = false

  @Flag(help: "Write one JSON document.")
  var json = false

  func run() throws {
    var isFailing = false
    try dossier.run { dossier in
      let report = try Self.report(dossier, view.view, mirror: mirror).only(kind)
      isFailing = strict && report.hasOpenFindings
      if json {
        var output = JSONOutput()
        report.write(to: &output)
        output.raw("\n")
        try StandardStreams.write(output.bytes)
      } else {
        var sheet = Sheet(Terminal.current())
        CheckView(
          report, title: try dossier.title(), words: view.words, isWhole: !kind.isEmpty
        ).write(to: &sheet)
        try StandardStreams.write(sheet.bytes)
      }
    }
    if isFailing { throw ExitCode(1) }
  }

  /// Checks a dossier with the rules and maps that are here.
  static func report(_ dossier: Dossier, _ view: View, mirror: String?) throws
    -> CheckReport
  {
    try dossier.check(
      view, rules: try CheckRules(try DataFolder.locate()),
      atlas: try TerritoryAtlas.load(mirror: mirror))
  }
}

extension CheckFinding.Kind: ExpressibleByArgument {}
