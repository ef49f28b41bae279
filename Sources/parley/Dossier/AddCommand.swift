import ArgumentParser
internal import DataFiles
internal import Dossier
internal import Fetching
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
      decision of a person is kept. A page that is there is fetched only if its site says that it \
      has changed.

      Example: parley add talks reports/*.txt
               parley add talks --contact me@example.org --warc proof.warc.gz \\
                 https://example.org/report
      """)

  @OptionGroup var dossier: DossierOptions

  @Argument(
    help: ArgumentHelp("Files and addresses to add; - is standard input.", valueName: "input"))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "When the articles came in, a date or a moment in UTC (default: now).", valueName: "time"))
  var received: Timestamp?

  @Option(help: "The number of articles read at the same time (default: all cores).")
  var jobs: Int?

  @OptionGroup var web: WebOptions

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be 1 to 256") }
    if files.isEmpty { throw ValidationError("name a file to add, or - for standard input") }
  }

  func run() async throws {
    StandardStreams.ignoreClosedPipes()
    do {
      let dossier = try Dossier(opening: dossier.path)
      let contact = try dossier.contact()
      try web.validate(files, contact: contact)
      let data = try DataFolder.locate()
      let pipeline = AddingPipeline(
        dossier: dossier, intake: try TextIntake(data), reader: try Reader(data),
        identity: try Reader.identity(data), time: received ?? Clock.now,
        jobs: jobs ?? Machine.cores)
      let inputs = ArticleInputs(
        files, web: web.access(contact: contact) { dossier.pageVersion($0) }, data: data)
      if let status = try await pipeline.run(inputs).status { throw status }
    } catch {
      throw Failure.reported(error)
    }
  }
}
