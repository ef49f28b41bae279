import ArgumentParser
internal import Assist
internal import DataFiles
internal import Fetching
internal import Intake
internal import Reading
internal import Synchronization

/// `parley assist apply`: what holds of a language model's answers.
struct AssistApplyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Verifies a language model's answers and writes the readings that come of them.",
    discussion: """
      ANSWERS holds one answer a line with the "custom_id" of its request, as tools for batches write \
      it. Give the same articles and the same --assist-window as to `parley assist requests`. Articles \
      without answers are read by Parley's own reader alone. The exit status is 75 where requests have \
      no answer that can be used: `parley assist requests --answered` writes those again.

      Example: parley assist apply answers.jsonl reports/*.txt --ndjson > readings.ndjson
      """)

  @Argument(help: ArgumentHelp("The file of answers.", valueName: "answers"))
  var answers: String

  @Argument(help: ArgumentHelp("The articles; - is standard input.", valueName: "file"))
  var files: [String]

  @OptionGroup var asking: AskingOptions
  @OptionGroup var options: ReadingOptions

  func validate() throws {
    if files.isEmpty { throw ValidationError("name the articles after the file of answers") }
  }

  func run() async throws {
    StandardStreams.ignoreClosedPipes()
    do {
      let data = try DataFolder.locate()
      let assistant = try Assistant(data, reader: try Reader(data), settings: asking.settings)
      let book = try AnswerFile.book([answers])
      let names = RequestNames()
      let pipeline = ReadingPipeline(
        intake: try TextIntake(data), selection: options.selection, format: options.format,
        jobs: options.jobs ?? Machine.cores
      ) { article in
        let requests = assistant.requests(for: article)
        names.add(requests)
        let read = assistant.read(article)
        let answers = requests.map { request in
          book.answer(to: request.customID).map { assistant.judge($0, to: request, on: read) }
        }
        return ReadingPipeline.Result(assistant.join(read, answers))
      }
      let tally = try await pipeline.run(ArticleInputs(files, web: nil, data: data))
      let strangers = names.strangers(among: book)
      if strangers > 0 {
        StandardStreams.report(
          "  \(strangers) answers to no request for these articles, this prompt and this window")
      }
      if let status = tally.status { throw status }
      if tally.assistance.isIncomplete { throw ExitStatus.unfinished }
    } catch is ClosedPipe {
      return
    } catch {
      throw Failure.reported(error)
    }
  }
}

/// The names of the requests of a run, gathered from all threads.
private final class RequestNames: Sendable {
  private let names = Mutex<Set<String>>([])

  func add(_ requests: [AssistRequest]) {
    names.withLock { $0.formUnion(requests.map(\.customID)) }
  }

  /// The number of answers that answer none of the requests.
  func strangers(among book: AnswerBook) -> Int {
    book.nameless + names.withLock { book.names.subtracting($0).count }
  }
}
