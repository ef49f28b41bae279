import ArgumentParser
internal import Asking
internal import Assist
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

      With --assist, a language model proposes and Parley verifies; what it was asked and answered is \
      kept in the dossier, and asked once. The exit status is 75 where it did not answer all: the same \
      command goes on from there.

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
  @OptionGroup var endpoint: EndpointOptions

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
      let intake = try TextIntake(data)
      let reader = try Reader(data)
      let identity = try Reader.identity(data)
      let inputs = ArticleInputs(
        files, web: web.access(contact: contact) { dossier.pageVersion($0) }, data: data)
      let helper = try endpoint.helper(data, reader: reader)
      if let helper, endpoint.prices.dryRun {
        let listing = RequestListing(intake: intake, assistant: helper.reader.assistant) {
          helper.isAnswered($1, in: dossier)
        }
        let tally = try await listing.run(inputs, prices: endpoint.prices.prices)
        if let status = tally.status { throw status }
        return
      }
      let pipeline = AddingPipeline(
        dossier: dossier, intake: intake,
        reader: helper?.reader.reader(own: identity)
          ?? DossierReader(name: identity) { article, _ in
            DossierReader.Reading(reader.read(article), reader: identity)
          }, time: received ?? Clock.now, jobs: jobs ?? Machine.cores)
      let tally = try await pipeline.run(inputs)
      helper?.report()
      if let status = tally.status { throw status }
      if tally.assistance.isIncomplete { throw ExitStatus.unfinished }
    } catch {
      throw Failure.reported(error)
    }
  }
}
