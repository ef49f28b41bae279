import ArgumentParser
internal import Assist
internal import DataFiles
internal import Fetching
internal import Intake
internal import Reading

/// `parley assist requests`: what a language model would have to be asked.
struct AssistRequestsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "requests",
    abstract: "Writes the requests that have articles read by a language model, one a line.",
    discussion: """
      Each line is a request in the common batch form, with "custom_id" and "body", and stands alone. \
      Takes what `parley read` takes. With --answered, requests that have an answer already are left \
      out, so that a batch that was cut can go on.

      Example: parley assist requests reports/*.txt --model small > requests.jsonl
      """)

  @Argument(help: ArgumentHelp("Files to read; - is standard input.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var asking: AskingOptions
  @OptionGroup var prices: PriceOptions

  @Option(
    help: ArgumentHelp(
      "Leave out requests with an answer in this file; may be given several times.",
      valueName: "file"))
  var answered: [String] = []

  func validate() throws {
    if files.isEmpty, Terminal.inputIsTerminal {
      throw ValidationError("name a file to read, or - for standard input")
    }
  }

  func run() async throws {
    StandardStreams.ignoreClosedPipes()
    do {
      let data = try DataFolder.locate()
      let assistant = try Assistant(data, reader: try Reader(data), settings: asking.settings)
      let book = try AnswerFile.book(answered)
      let listing = RequestListing(intake: try TextIntake(data), assistant: assistant) {
        _, request in book.isAnswered(request.customID)
      }
      let tally = try await listing.run(
        ArticleInputs(files.isEmpty ? ["-"] : files, web: nil, data: data), prices: prices.prices
      ) {
        if !prices.dryRun { try StandardStreams.write($0.line(assistant.settings) + [0x0A]) }
      }
      if let status = tally.status { throw status }
    } catch is ClosedPipe {
      return
    } catch {
      throw Failure.reported(error)
    }
  }
}
