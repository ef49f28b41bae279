internal import Assist
internal import Fetching
internal import Intake
internal import ParleyModel

/// Lists the requests that articles take, and reckons what they cost, without asking anybody.
struct RequestListing: Sendable {
  let intake: TextIntake
  let assistant: Assistant
  /// Whether a request has its answer already.
  let isAnswered: @Sendable (Article, AssistRequest) -> Bool

  /// Gives the requests of `inputs` to `take`, in their order, and tells their number and cost on
  /// standard error.
  func run(
    _ inputs: ArticleInputs, prices: Prices, take: (AssistRequest) throws -> Void = { _ in }
  ) async throws -> Tally {
    var batches = try await BatchSource(inputs)
    var estimate = Estimate()
    var tally = Tally()
    var messages = MessageLog()
    try await BatchLoop(jobs: Machine.cores).run(&batches) {
      requests($0)
    } take: { finished, _ in
      messages.report(finished.messages)
      tally.add(finished.tally)
      for request in finished.requests {
        estimate.add(request, assistant.settings)
        try take(request)
      }
    }
    messages.close()
    StandardStreams.report("parley: \(tally), \(estimate.summary(prices))")
    return tally
  }

  private struct Finished: Sendable {
    var requests: [AssistRequest] = []
    var messages: [String] = []
    var tally = Tally()
  }

  private func requests(_ batch: Batch) -> Finished {
    var finished = Finished()
    for raw in batch.articles {
      do throws(IntakeError) {
        let article = try intake.article(raw)
        finished.requests += assistant.requests(for: article).filter { !isAnswered(article, $0) }
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
