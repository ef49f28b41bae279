import ArgumentParser
internal import DataFiles
internal import Intake
internal import ParleyModel

/// The texts that `parley quantities` and `parley times` look through, and how they answer.
struct NumberInput: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files to look through, as `parley read` takes them; - is standard input.", valueName: "file")
  )
  var files: [String] = []

  @Option(help: ArgumentHelp("A text to look through instead of a file.", valueName: "words"))
  var text: String?

  @Flag(help: "Write one JSON document: an object, or an array of objects for several texts.")
  var json = false

  @Flag(help: "Write one JSON object a text, each on its own line, in the order given.")
  var ndjson = false

  func validate() throws {
    if json, ndjson { throw ValidationError("--json and --ndjson exclude each other") }
    if text != nil, !files.isEmpty { throw ValidationError("--text and files exclude each other") }
    if text == nil, files.isEmpty, Terminal.inputIsTerminal {
      throw ValidationError("name a file to look through, - for standard input, or --text")
    }
  }

  /// Writes what `document` and `view` make of each text: `document` for `--json` and `--ndjson`,
  /// `view` for people.
  func run(
    _ data: DataFolder, document: (Article) -> [UInt8], view: (Article, inout Sheet) -> Void
  ) throws {
    let intake = try TextIntake(data)
    var documents: [[UInt8]] = []
    var status: ExitCode?
    try articles(intake) { article in
      if ndjson {
        try StandardStreams.write(document(article) + [0x0A])
      } else if json {
        documents.append(document(article))
      } else {
        var sheet = Sheet(Terminal.current())
        view(article, &sheet)
        try StandardStreams.write(sheet.bytes)
      }
    } failure: { error in
      StandardStreams.report("parley: \(error)")
      status = error.isMissingInput ? ExitStatus.noInput : ExitStatus.badInput
    }
    if json {
      let isOne = documents.count == 1
      let list = Array(documents.joined(separator: [0x2C, 0x0A]))
      try StandardStreams.write(isOne ? list + [0x0A] : [0x5B] + list + [0x5D, 0x0A])
    }
    if let status { throw status }
  }

  private func articles(
    _ intake: TextIntake, _ body: (Article) throws -> Void, failure: (IntakeError) -> Void
  ) throws {
    if let text {
      let bytes = Array(text.utf8)
      return try body(
        Article(id: ArticleID("text"), text: bytes, paragraphs: [ByteRange(0, bytes.count)]))
    }
    var source = ArticleSource(files.isEmpty ? ["-"] : files)
    while let raw = source.next() {
      let article: Article
      do throws(IntakeError) {
        article = try intake.article(raw)
      } catch {
        failure(error)
        continue
      }
      try body(article)
    }
  }

  /// Runs `body`, turning failures of data files into messages and exit statuses.
  static func reporting(_ body: () throws -> Void) throws {
    StandardStreams.ignoreClosedPipes()
    do {
      try body()
    } catch is ClosedPipe {
      return
    } catch {
      throw Failure.reported(error)
    }
  }
}
