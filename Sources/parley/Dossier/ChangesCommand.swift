public import ArgumentParser
internal import DataFiles
public import Dossier
internal import JSONBytes
internal import ParleyModel

/// `parley changes`: what moved.
struct ChangesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "Shows what moved, on whose word, and why Parley says so.",
    discussion: """
      A movement is told by an article, or found by comparing two stances of a party on an issue: \
      their acts first, then their places. What each pair of acts means stands in \
      Data/dossier/movement.tsv.

      Example: parley changes talks --since 2025-08-01
      """)

  @OptionGroup var dossier: DossierOptions
  @OptionGroup var view: ViewOptions

  @Option(help: ArgumentHelp("Leave out what moved before this day.", valueName: "date"))
  var since: CalendarDate?

  @Option(
    help: ArgumentHelp("Show only this party; may be given several times.", valueName: "name"))
  var party: [String] = []

  @Option(
    help: ArgumentHelp(
      "Show only new, softened, hardened, dropped, contradicted or changed; may be given several times.",
      valueName: "kind"))
  var kind: [Movement.Kind] = []

  @Option(
    help: ArgumentHelp(
      "Show only so many for people, the latest (0: all; JSON has all).", valueName: "count"))
  var most = 200

  @Flag(help: "Write one JSON document.")
  var json = false

  func validate() throws {
    if most < 0 { throw ValidationError("--most must be 0 or more") }
  }

  func run() throws {
    try dossier.run { dossier in
      let data = try DataFolder.locate()
      let wanted = Set(party.map { $0.lowercased() })
      let movements = try dossier.changes(view.view, since: since, rules: try MovementRules(data))
        .filter { movement in
          (wanted.isEmpty || wanted.contains(movement.party.lowercased()))
            && (kind.isEmpty || kind.contains(movement.kind))
        }
      if json {
        var output = JSONOutput()
        output.raw("{\"schema\":\"parley/changes/1\",\"view\":")
        view.view.write(to: &output)
        output.raw(",\"changes\":")
        output.array(movements) { $1.write(to: &$0) }
        output.raw("}\n")
        try StandardStreams.write(output.bytes)
      } else {
        var sheet = Sheet(Terminal.current())
        ChangesView(
          movements, title: try dossier.title(), words: view.words, names: try IssueNames(data),
          most: most == 0 ? Int.max : most
        ).write(to: &sheet)
        try StandardStreams.write(sheet.bytes)
      }
    }
  }
}

extension Movement.Kind: ExpressibleByArgument {}
