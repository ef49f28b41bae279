import ArgumentParser
internal import Asking
internal import Assist
internal import DataFiles
internal import Fetching
internal import Foundation
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

      With --assist, a language model proposes and Parley verifies. The exit status is 75 where it did \
      not answer all; the same command with --assist-log goes on from there.

      Example: parley read report.txt
               parley read --ndjson archive.ndjson.gz > readings.ndjson
               parley read --contact me@example.org https://example.org/report
               parley read --assist http://127.0.0.1:8080 --model small report.txt
      """)

  @Argument(
    help: ArgumentHelp(
      "Files and addresses to read; - is standard input.", valueName: "input"))
  var files: [String] = []

  @OptionGroup var options: ReadingOptions
  @OptionGroup var endpoint: EndpointOptions

  @Option(
    help: ArgumentHelp(
      "Keep requests and answers in this file, and ask nothing that it answers.", valueName: "file")
  )
  var assistLog: String?

  @OptionGroup var web: WebOptions

  func validate() throws {
    try web.validate(files)
    if assistLog != nil, endpoint.assist == nil {
      throw ValidationError("--assist-log goes with --assist")
    }
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
      let intake = try TextIntake(data)
      if let helper = try endpoint.helper(data, reader: reader) {
        try await read(inputs, intake, helper)
        return
      }
      let pipeline = ReadingPipeline(
        intake: intake, selection: options.selection, format: options.format,
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

  /// Reads with a model's help, or only tells what that would cost.
  private func read(
    _ inputs: ArticleInputs, _ intake: TextIntake, _ helper: EndpointOptions.Helper
  ) async throws {
    let assistant = helper.reader.assistant
    let isThere = assistLog.map { FileManager.default.fileExists(atPath: $0) } ?? false
    let book = try AnswerFile.book(
      isThere ? [assistLog ?? ""] : [], model: assistant.settings.model)
    if endpoint.prices.dryRun {
      let listing = RequestListing(intake: intake, assistant: assistant) { _, request in
        book.isAnswered(request.customID)
      }
      let tally = try await listing.run(inputs, prices: endpoint.prices.prices)
      if let status = tally.status { throw status }
      return
    }
    let log = try assistLog.map { try AnswerLog($0) }
    let pipeline = ReadingPipeline(
      intake: intake, selection: options.selection, format: options.format,
      jobs: options.jobs ?? Machine.cores, articlesAtOnce: 1
    ) { article in
      let result = try await helper.reader.read(article, known: book.answer) { try log?.add($0) }
      return ReadingPipeline.Result(
        result.reading,
        messages: result.failure.map { ["parley: '\(article.id)': \($0)"] } ?? [])
    }
    let tally = try await pipeline.run(inputs)
    helper.report()
    if let status = tally.status { throw status }
    if tally.assistance.isIncomplete { throw ExitStatus.unfinished }
  }
}
