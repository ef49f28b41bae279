import ArgumentParser
internal import DataFiles
internal import Dossier
internal import JSONBytes

/// `parley state`: where each side stands.
struct StateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "state",
    abstract: "Shows where each party stands on each issue, on any day.",
    discussion: """
      A stance is in force from the day it speaks of until another takes its place. --on asks what \
      was so, --known what the public knew by then.

      Example: parley state talks --on 2025-08-22 --known 2025-08-22
      """)

  @OptionGroup var dossier: DossierOptions
  @OptionGroup var view: ViewOptions

  @Option(
    help: ArgumentHelp(
      "Show only this party; may be given several times (default: those with most stances).",
      valueName: "name"))
  var party: [String] = []

  @Option(
    help: ArgumentHelp(
      "Show only this issue or group of issues, by its code; may be given several times.",
      valueName: "code"))
  var issue: [String] = []

  @Flag(help: "Write one JSON document.")
  var json = false

  @Flag(help: "Write CSV, one stance in force a row.")
  var csv = false

  func validate() throws {
    if json, csv { throw ValidationError("--json and --csv exclude each other") }
  }

  func run() throws {
    try dossier.run { dossier in
      let data = try DataFolder.locate()
      let state = try dossier.state(view.view, rules: try MovementRules(data))
        .only(parties: party, issues: issue)
      if json {
        var output = JSONOutput()
        state.write(to: &output)
        output.raw("\n")
        try StandardStreams.write(output.bytes)
      } else if csv {
        try StandardStreams.write(state.csv)
      } else {
        var sheet = Sheet(Terminal.current())
        let view = StateView(
          state, title: try dossier.title(), words: view.words, names: try IssueNames(data),
          parties: party)
        view.write(to: &sheet)
        try StandardStreams.write(sheet.bytes)
      }
    }
  }
}
