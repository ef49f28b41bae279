import ArgumentParser
internal import DataFiles
internal import Fetching
internal import Intake
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

  @OptionGroup var options: ReadingOptions

  @OptionGroup var web: WebOptions

  func validate() throws {
    try web.validate(files)
    if files.isEmpty, Terminal.inputIsTerminal {
      throw ValidationError("name a file to read, or - for standard input")
    }
  }

  func run() async throws {
    StandardStreams.ignoreClosedPipes()
    do {
      let data = try DataFolder.locate()
      let inputs = ArticleInputs(
        files.isEmpty ? ["-"] : files, web: web.access(), data: data)
      let reader = try Reader(data)
      let pipeline = ReadingPipeline(
        intake: try TextIntake(data), selection: options.selection, format: options.format,
        jobs: options.jobs ?? Machine.cores
      ) { article in
        ReadingPipeline.Result(reader.read(article))
      }
      let tally = try await pipeline.run(inputs)
      if let status = tally.status { throw status }
    } catch is ClosedPipe {
      return
    } catch {
      throw Failure.reported(error)
    }
  }
}
