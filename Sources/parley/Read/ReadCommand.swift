import ArgumentParser
internal import DataFiles
internal import Intake
internal import Reading

/// `parley read`: what articles say, and on whose word.
struct ReadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Reads articles: what they say, and on whose word.",
    discussion: """
      A FILE is one article as plain text or a web page, or articles as NDJSON, one object with "text" a line \
      ("id", "title", "outlet" and "published" are used where they are there); both may be \
      compressed by gzip. Beside article.txt, article.json may give "title", "outlet" and \
      "published".

      Example: parley read report.txt
               parley read --ndjson archive.ndjson.gz > readings.ndjson
      """)

  @Argument(help: ArgumentHelp("Files to read; - is standard input.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var options: ReadingOptions

  func validate() throws {
    if files.isEmpty, Terminal.inputIsTerminal {
      throw ValidationError("name a file to read, or - for standard input")
    }
  }

  func run() async throws {
    StandardStreams.ignoreClosedPipes()
    let inputs = files.isEmpty ? ["-"] : files
    do {
      let data = try DataFolder.locate()
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
