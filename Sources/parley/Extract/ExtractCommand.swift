import ArgumentParser
internal import DataFiles
internal import Fetching
internal import Intake
internal import JSONBytes

/// `parley extract`: the article on a web page.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Takes the article out of web pages: title, date, author and text.",
    discussion: """
      An INPUT is a saved page, a web archive (WARC), an RSS, Atom or JSON feed, all of them perhaps \
      compressed by gzip, or the address of a page or feed; - is standard input. Menus, promotion, \
      captions and comments are left out of the text, and kept in the JSON with where they stand. \
      Addresses are fetched as their site's robots.txt allows; of a feed the pages are fetched if \
      --contact is given.

      Example: parley extract page.html
               parley extract --ndjson saved/*.html.gz > pages.ndjson
               parley extract --contact me@example.org https://example.org/report
      """)

  @Argument(help: ArgumentHelp("Pages to read; - is standard input.", valueName: "input"))
  var inputs: [String] = []

  @Flag(help: "Write one JSON document: the page, or an array of pages.")
  var json = false

  @Flag(help: "Write one JSON object a page, each on its own line, in the order given.")
  var ndjson = false

  @OptionGroup var web: WebOptions

  func validate() throws {
    if json, ndjson { throw ValidationError("--json and --ndjson exclude each other") }
    if inputs.isEmpty, Terminal.inputIsTerminal {
      throw ValidationError("name a page to read, or - for standard input")
    }
    try web.validate(inputs)
  }

  func run() async throws {
    StandardStreams.ignoreClosedPipes()
    do {
      let data = try DataFolder.locate()
      let pages = ArticleInputs(inputs.isEmpty ? ["-"] : inputs, web: web.access(), data: data)
      if let status = try await extract(pages, try PageReader(data)) { throw status }
    } catch is ClosedPipe {
      return
    } catch {
      throw Failure.reported(error)
    }
  }

  /// Reads and shows the pages one by one; returns the exit status if one could not be read.
  private func extract(_ pages: ArticleInputs, _ reader: PageReader) async throws -> ExitCode? {
    var pages = pages
    var status: ExitCode?
    var shown = 0
    var isArray = json && inputs.count > 1
    if isArray { try StandardStreams.write(Array("[\n".utf8)) }
    while let raw = try await pages.next() {
      if json, pages.isInSeries, !isArray, shown == 0 {
        isArray = true
        try StandardStreams.write(Array("[\n".utf8))
      }
      let page: ExtractedPage
      let id: String
      switch raw {
      case .text(let bytes, let input, _):
        page = reader.extract(bytes)
        id = RawArticle.name(of: input)
      case .line(let bytes, let input, let number):
        page = reader.extract(bytes)
        id = "\(RawArticle.name(of: input)):\(number)"
      case .page(let bytes, let web):
        page = reader.extract(bytes, contentType: web.contentType, address: web.address)
        id = web.address
      case .failure(let error):
        StandardStreams.report("parley: \(error)")
        status = error.isMissingInput ? ExitStatus.noInput : status ?? ExitStatus.badInput
        continue
      }
      if isArray, shown > 0 { try StandardStreams.write(Array(",".utf8)) }
      shown += 1
      try StandardStreams.write(shape(page, id: id))
    }
    if isArray { try StandardStreams.write(Array("]\n".utf8)) }
    return status
  }

  private func shape(_ page: ExtractedPage, id: String) -> [UInt8] {
    guard json || ndjson else { return PageView.sheet(page, Terminal.current()) }
    var output = JSONOutput()
    PageWriter().write(page, id: id, to: &output)
    output.raw("\n")
    return output.bytes
  }
}
