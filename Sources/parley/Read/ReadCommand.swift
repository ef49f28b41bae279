import ArgumentParser
internal import DataFiles
internal import Fetching
internal import Intake
internal import ParleyModel
internal import Reading

/// `parley read`: what articles say, and on whose word.
struct ReadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Reads articles: what they say, and on whose word.",
    discussion: """
      An INPUT is one article as plain text or a web page; articles as NDJSON, one object with \
      "text" a line ("id", "title", "outlet" and "published" are used where they are there); a web \
      archive (WARC); an RSS, Atom or JSON feed; all of them perhaps compressed by gzip; or the \
      address of a page or feed. Beside article.txt, article.json may give "title", "outlet" and \
      "published". Addresses are fetched as their site's robots.txt allows; of a feed the pages are \
      fetched if --contact is given.

      Example: parley read report.txt
               parley read --ndjson archive.ndjson.gz > readings.ndjson
               parley read --contact me@example.org https://example.org/report
      """)

  @Argument(
    help: ArgumentHelp(
      "Files and addresses to read; - is standard input.", valueName: "input"))
  var files: [String] = []

  @Flag(help: "Write one JSON document: the reading, or an array of readings.")
  var json = false

  @Flag(help: "Write one JSON object an article, each on its own line, in the order given.")
  var ndjson = false

  @Option(help: "The number of articles read at the same time (default: all cores).")
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Show only attributions, positions, figures or changes; may be given several times.",
      valueName: "kind"))
  var only: [ReadingPart] = []

  @Option(
    help: ArgumentHelp("Leave out positions of lower confidence, 0 to 1.", valueName: "number"))
  var minConfidence = 0.0

  @Option(help: "Colour the person's view: auto, always or never.")
  var color = ColourChoice.auto

  @Option(help: "The columns of the person's view (default: the terminal's, 80 if unknown).")
  var width: Int?

  @OptionGroup var web: WebOptions

  func validate() throws {
    try web.validate(files)
    if json, ndjson { throw ValidationError("--json and --ndjson exclude each other") }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be 1 to 256") }
    if let width, !(60...1000).contains(width) {
      throw ValidationError("--width must be 60 to 1000")
    }
    if !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence must be 0 to 1")
    }
    if files.isEmpty, Terminal.inputIsTerminal {
      throw ValidationError("name a file to read, or - for standard input")
    }
  }

  func run() async throws {
    StandardStreams.ignoreClosedPipes()
    let selection = Selection(parts: Set(only), leastConfidence: minConfidence)
    let inputs = files.isEmpty ? ["-"] : files
    do {
      let data = try DataFolder.locate()
      let pipeline = ReadingPipeline(
        intake: try TextIntake(data), reader: try Reader(data), selection: selection,
        format: format(), jobs: jobs ?? Machine.cores, web: web.access(), data: data)
      let tally = try await pipeline.run(inputs)
      if let status = tally.status { throw status }
    } catch is ClosedPipe {
      return
    } catch let error as WebArchiveError {
      StandardStreams.report("parley: \(error)")
      throw ExitStatus.badInput
    } catch let error as DataError {
      StandardStreams.report("parley: \(error)")
      throw ExitStatus.internalError
    }
  }

  private func format() -> OutputFormat {
    if ndjson { return .lines }
    if json { return .array }
    var terminal = Terminal.current()
    if let width { terminal.width = width - 1 }
    switch color {
    case .auto: break
    case .always: terminal.hasColour = true
    case .never: terminal.hasColour = false
    }
    return .view(terminal)
  }
}

/// When to colour.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}
