internal import JSONBytes

extension Service {
  /// A run of articles that are being added: as a page, as JSON, or as events while it goes on.
  ///
  /// - Parameter parts: the path behind `additions`.
  /// - Throws: `.noSuch` if the run is not remembered.
  func addition(_ parts: [String], _ request: Incoming, _ person: Access.Person, isData: Bool)
    throws -> Answer
  {
    guard let number = parts.first, let run = adding.run(number) else {
      throw PageError(.noSuch(what: "addition", name: parts.first ?? ""))
    }
    if isData, parts.dropFirst() == ["events"] { return events(of: run, request) }
    guard parts.count == 1 else { throw PageError(.noPage(path: request.path)) }
    let fields = Self.fields(run)
    var answer: Answer
    if isData {
      answer = Answer(200, type: "application/json", fields.json)
    } else {
      answer = try form("additions", "Adding articles", request, person: person, fields: fields)
    }
    answer.add("Cache-Control", "no-store")
    return answer
  }

  /// Leads on to a run that was begun.
  func begun(_ run: AddingRun, isData: Bool) -> Answer {
    guard isData else { return .seeOther("/additions/\(run.number)") }
    var answer = Answer(202, type: "application/json", Self.fields(run).json)
    answer.add("Location", "/api/additions/\(run.number)")
    return answer
  }

  private static func fields(_ run: AddingRun) -> Fields {
    let (steps, isDone) = run.progress
    return Fields([
      "schema": .text("parley/page/addition/1"), "number": .integer(run.number),
      "given": .text(run.given), "done": .flag(isDone), "articles": .list(steps.map(fields)),
      "_count": .integer(steps.count),
    ])
  }

  private static func fields(_ step: AddingRun.Step) -> Fields {
    Fields([
      "outcome": .text(step.outcome.rawValue), "name": .text(step.name),
      "title": .text(step.title), "message": .text(step.message),
      "to": .text(step.name.map { "/articles/" + Slug.of($0) }),
    ])
  }

  /// What becomes of each article, as it happens; `Last-Event-ID` names the last that is known.
  ///
  /// - Source: WHATWG HTML, "Server-sent events".
  private func events(of run: AddingRun, _ request: Incoming) -> Answer {
    var sent = max(0, request.headers["last-event-id"].flatMap(Int.init) ?? 0)
    var answer = Answer(200, type: "text/event-stream")
    answer.add("Cache-Control", "no-store")
    let (stream, continuation) = AsyncStream<[UInt8]>.makeStream()
    let task = Task {
      func send() -> Bool {
        let (steps, isDone) = run.progress
        while sent < steps.count {
          let step = steps[sent]
          sent += 1
          continuation.yield(Self.event("article", id: sent, Self.fields(step)))
        }
        if isDone {
          continuation.yield(
            Self.event("done", id: sent, Fields(["articles": .integer(steps.count)])))
        }
        return isDone
      }
      // Every step wakes, and so does the end; what was missed between two wakes is sent with the next.
      var isTold = false
      for await _ in run.wakes() {
        isTold = send()
        if isTold { break }
      }
      if !isTold { _ = send() }
      continuation.finish()
    }
    continuation.onTermination = { _ in task.cancel() }
    answer.stream = stream
    return answer
  }

  private static func event(_ name: String, id: Int, _ fields: Fields) -> [UInt8] {
    var data = fields.json
    if data.last == UInt8(ascii: "\n") { data.removeLast() }
    return Array("event: \(name)\nid: \(id)\ndata: ".utf8) + data + Array("\n\n".utf8)
  }
}
