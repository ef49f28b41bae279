import ArgumentParser
internal import DataFiles
internal import Dossier
internal import Intake
internal import Reading

/// `parley add`: articles into a dossier.
struct AddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Adds articles to a dossier, and reads them.",
    discussion: """
      Takes what `parley read` takes. An article that is there already is not added again, so that \
      a run that was cut can be repeated; one whose bytes have changed is kept as a further version. \
      With a newer reader, or after its lists were edited, articles are read again, and every \
      decision of a person is kept.

      Example: parley add talks reports/*.txt
      """)

  @OptionGroup var dossier: DossierOptions

  @Argument(help: ArgumentHelp("Files to add; - is standard input.", valueName: "file"))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "When the articles came in, a date or a moment in UTC (default: now).", valueName: "time"))
  var received: Timestamp?

  @Option(help: "The number of articles read at the same time (default: all cores).")
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be 1 to 256") }
    if files.isEmpty { throw ValidationError("name a file to add, or - for standard input") }
  }

  func run() async throws {
    StandardStreams.ignoreClosedPipes()
    do {
      let dossier = try Dossier(opening: dossier.path)
      let data = try DataFolder.locate()
      let pipeline = AddingPipeline(
        dossier: dossier, intake: try TextIntake(data), reader: try Reader(data),
        identity: try Reader.identity(data), time: received ?? Clock.now,
        jobs: jobs ?? Machine.cores)
      if let status = try await pipeline.run(files).status { throw status }
    } catch {
      throw Failure.reported(error)
    }
  }
}
