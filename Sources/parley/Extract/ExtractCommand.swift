import ArgumentParser
internal import DataFiles
internal import Intake
internal import JSONBytes

/// `parley extract`: the article on a web page.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Takes the article out of web pages: title, date, author and text.",
    discussion: """
      A FILE is an HTML page, also compressed by gzip; - is standard input. Menus, promotion, \
      captions and comments are left out of the text, and kept in the JSON with where they stand.

      Example: parley extract page.html
               parley extract --ndjson saved/*.html.gz > pages.ndjson
      """)

  @Argument(help: ArgumentHelp("Pages to read; - is standard input.", valueName: "file"))
  var inputs: [String] = []

  @Flag(help: "Write one JSON document: the page, or an array of pages.")
  var json = false

  @Flag(help: "Write one JSON object a page, each on its own line, in the order given.")
  var ndjson = false

  func validate() throws {
    if json, ndjson { throw ValidationError("--json and --ndjson exclude each other") }
    if inputs.isEmpty, Terminal.inputIsTerminal {
      throw ValidationError("name a page to read, or - for standard input")
    }
  }

  func run() async throws {
    StandardStreams.ignoreClosedPipes()
    do {
      let reader = try PageReader(DataFolder.locate())
      if let status = try await extract(inputs.isEmpty ? ["-"] : inputs, reader) { throw status }
    } catch is ClosedPipe {
      return
    } catch let error as DataError {
      StandardStreams.report("parley: \(error)")
      throw ExitStatus.internalError
    }
  }

  /// Reads and shows the pages one by one; returns the exit status if one could not be read.
  private func extract(
    _ inputs: [String], _ reader: PageReader
  ) async throws -> ExitCode? {
    var status: ExitCode?
    var shown = 0
    let isArray = json && inputs.count > 1
    if isArray { try StandardStreams.write(Array("[\n".utf8)) }
    for input in inputs {
      do throws(IntakeError) {
        let page = try PageFile.read(input)
        let found = reader.extract(page.bytes)
        if isArray, shown > 0 { try? StandardStreams.write(Array(",\n".utf8)) }
        shown += 1
        try? StandardStreams.write(shape(found, id: page.id))
      } catch {
        StandardStreams.report("parley: \(error)")
        status = error.isMissingInput ? ExitStatus.noInput : status ?? ExitStatus.badInput
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
