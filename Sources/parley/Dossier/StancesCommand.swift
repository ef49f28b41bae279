import ArgumentParser
internal import Dossier
internal import JSONBytes
internal import ParleyModel

/// `parley stances`: what the record holds, one by one.
struct StancesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stances",
    abstract: "Lists the stances of a dossier with the names by which they can be reviewed.",
    discussion: """
      A stance is one position in one article: who wants what, on whose word.

      Example: parley stances talks --party Bland --issue territory --unreviewed
      """)

  @OptionGroup var dossier: DossierOptions
  @OptionGroup var view: ViewOptions
  @OptionGroup var filters: FilterOptions

  @Option(help: ArgumentHelp("Only this article; may be given several times.", valueName: "name"))
  var article: [String] = []

  @Flag(help: "Only stances that nobody has reviewed.")
  var unreviewed = false

  @Flag(help: "Also show stances that a person rejected, marked.")
  var rejected = false

  @Flag(help: "Write one JSON document.")
  var json = false

  @Flag(help: "Write one JSON object a stance, each on its own line.")
  var ndjson = false

  @Flag(help: "Write CSV, one stance a row.")
  var csv = false

  func validate() throws {
    if [json, ndjson, csv].count(where: { $0 }) > 1 {
      throw ValidationError("--json, --ndjson and --csv exclude each other")
    }
  }

  func run() throws {
    try dossier.run { dossier in
      var filter = filters.filter
      filter.articles = article
      filter.isUnreviewed = unreviewed
      if let on = view.on { filter.until = filter.until.map { min($0, on) } ?? on }
      let stances = try dossier.stances(view.view, rejected: rejected).filter(filter.wants)
      try StandardStreams.write(output(stances))
    }
  }

  private func output(_ stances: [Stance]) -> [UInt8] {
    if csv { return Stance.csv(stances) }
    var output = JSONOutput()
    if ndjson {
      for stance in stances {
        stance.write(to: &output)
        output.raw("\n")
      }
      return output.bytes
    }
    if json {
      output.raw("{\"schema\":\"parley/stances/1\",\"view\":")
      view.view.write(to: &output)
      output.raw(",\"stances\":")
      output.array(stances) { $1.write(to: &$0) }
      output.raw("}\n")
      return output.bytes
    }
    var sheet = Sheet(Terminal.current())
    sheet.line(StyledText(counted(stances.count, "stance"), .strong))
    for stance in stances {
      sheet.gap()
      StanceLines(stance).write(to: &sheet)
    }
    return sheet.bytes
  }
}
