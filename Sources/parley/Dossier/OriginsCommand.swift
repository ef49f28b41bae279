import ArgumentParser
internal import Dossier
internal import JSONBytes
internal import ParleyModel

/// `parley origins`: which articles go back to one report.
struct OriginsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "origins",
    abstract: "Shows which articles go back to one report, and what each copy made of it.",
    discussion: """
      Copies are found by the text that they share. The first report is the one whose outlet the \
      others name, else the one published first, else the fullest.

      Example: parley origins talks
      """)

  @OptionGroup var dossier: DossierOptions

  @Argument(
    help: ArgumentHelp("Shows only the report that this article carries.", valueName: "article"))
  var article: String?

  @Option(
    help: ArgumentHelp("Only articles published by this day.", valueName: "date"))
  var known: CalendarDate?

  @Option(
    help: ArgumentHelp("Only articles that had come in at this time.", valueName: "time"))
  var received: Timestamp?

  @Flag(help: "Write one JSON document.")
  var json = false

  func run() throws {
    try dossier.run { dossier in
      let view = View(known: known, received: received)
      let survey = try dossier.originSurvey(view, article: article)
      if json {
        var output = JSONOutput()
        survey.write(to: &output, view: view)
        output.raw("\n")
        try StandardStreams.write(output.bytes)
      } else {
        var sheet = Sheet(Terminal.current())
        var texts: [Int64: Article] = [:]
        if article != nil {
          for member in survey.reports.flatMap({ [$0.first] + $0.copies.map(\.member) }) {
            texts[member.version] =
              try dossier.reading(of: member.article, version: member.version).article
          }
        }
        OriginsView(survey, title: try dossier.title(), texts: texts).write(to: &sheet)
        try StandardStreams.write(sheet.bytes)
      }
    }
  }
}
