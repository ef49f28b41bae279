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
      let intake = try TextIntake(data)
      let assistant = try Assistant(data, reader: try Reader(data), settings: asking.settings)
      let book = try AnswerFile.book(answered)
      var batches = try await BatchSource(
        ArticleInputs(files.isEmpty ? ["-"] : files, web: nil, data: data))
      var estimate = Estimate()
      var tally = Tally()
      var messages = MessageLog()
      try await BatchLoop(jobs: Machine.cores).run(&batches) { batch in
        Self.requests(batch, intake, assistant, book)
      } take: { finished, _ in
        messages.report(finished.messages)
        tally.add(finished.tally)
        for request in finished.requests {
          estimate.add(request, assistant.settings)
          if !prices.dryRun {
            try StandardStreams.write(request.line(assistant.settings) + [0x0A])
          }
        }
      }
      messages.close()
      StandardStreams.report("parley: \(tally), \(estimate.summary(prices.prices))")
      if let status = tally.status { throw status }
    } catch is ClosedPipe {
      return
    } catch {
      throw Failure.reported(error)
    }
  }

  private struct Finished: Sendable {
    var requests: [AssistRequest] = []
    var messages: [String] = []
    var tally = Tally()
  }

  private static func requests(
    _ batch: Batch, _ intake: TextIntake, _ assistant: Assistant, _ book: AnswerBook
  ) -> Finished {
    var finished = Finished()
    for raw in batch.articles {
      do throws(IntakeError) {
        let article = try intake.article(raw)
        finished.requests += assistant.requests(for: article).filter {
          !book.isAnswered($0.customID)
        }
        finished.tally.read += 1
      } catch {
        finished.messages.append("parley: \(error)")
        finished.tally.failed += 1
        if error.isMissingInput { finished.tally.missing += 1 }
      }
    }
    return finished
  }
}
