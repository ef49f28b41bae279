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
      An INPUT is a saved page, also compressed by gzip, a web archive (.warc, .warc.gz), or an \
      address; - is standard input. Menus, promotion, captions and comments are left out of the \
      text, and kept in the JSON with where they stand. Addresses are fetched as their site's \
      robots.txt allows.

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

  @Option(
    help: ArgumentHelp(
      "Where site owners reach you, an address of mail or of a page: needed to fetch.",
      valueName: "address"))
  var contact: String?

  @Option(help: ArgumentHelp("Add what is fetched to this web archive.", valueName: "file"))
  var warc: String?

  @Flag(help: "Fetch also from this machine and its network.")
  var allowPrivateAddresses = false

  func validate() throws {
    if json, ndjson { throw ValidationError("--json and --ndjson exclude each other") }
    if inputs.isEmpty, Terminal.inputIsTerminal {
      throw ValidationError("name a page to read, or - for standard input")
    }
    if contact == nil, inputs.contains(where: PageInputs.isAddress) {
      throw ValidationError("give --contact, so that site owners know who asks")
    }
  }

  func run() async throws {
    StandardStreams.ignoreClosedPipes()
    var settings = FetchSettings(contact: contact ?? "")
    settings.allowsPrivateAddresses = allowPrivateAddresses
    do {
      let reader = try PageReader(DataFolder.locate())
      let pages = try PageInputs(settings, archive: warc)
      if let status = try await extract(pages, reader) { throw status }
    } catch is ClosedPipe {
      return
    } catch {
      throw Failure.reported(error)
    }
  }

  /// Reads and shows the pages one by one; returns the exit status if one could not be read.
  private func extract(_ pages: PageInputs, _ reader: PageReader) async throws -> ExitCode? {
    let inputs = inputs.isEmpty ? ["-"] : inputs
    var status: ExitCode?
    var shown = 0
    let isArray = json && (inputs.count > 1 || inputs[0].contains(".warc"))
    if isArray { try StandardStreams.write(Array("[\n".utf8)) }
    for input in inputs {
      do {
        try await pages.each(input) { item in
          let page = reader.extract(
            item.bytes, contentType: item.contentType, address: item.address)
          if isArray, shown > 0 { try StandardStreams.write(Array(",".utf8)) }
          shown += 1
          try StandardStreams.write(shape(page, id: item.id))
        }
      } catch let error as IntakeError {
        StandardStreams.report("parley: \(error)")
        status = error.isMissingInput ? ExitStatus.noInput : status ?? ExitStatus.badInput
      } catch let error as FetchError {
        StandardStreams.report("parley: \(error)")
        status = ExitStatus.noInput
      }
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
