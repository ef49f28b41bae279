import Foundation
import TestSupport
import Testing

@Suite("parley assist")
struct AssistCommandTests {
  private static let articles = ["valley", "border", "pass"]
  private let folder: TemporaryFolder
  private let files: [String]

  init() throws {
    let folder = try TemporaryFolder()
    self.folder = folder
    files = try Self.articles.map { name in
      try folder.write(
        name + ".txt",
        """
        Peru demands that Ecuador withdraw from the upper \(name) by June.
        Brazil proposed a ceasefire of 30 days along the whole \(name).
        """
      ).path
    }
  }

  private func requests(_ options: [String] = []) throws -> Program.Outcome {
    try Program().run(["assist", "requests"] + files + options)
  }

  private func object(_ line: some StringProtocol) throws -> [String: Any] {
    let found = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    return try #require(found)
  }

  /// A line that answers a request: with a true stance, an invented one and one of the other side.
  private func answer(to line: some StringProtocol) throws -> String {
    let name = try #require(try object(line)["custom_id"] as? String)
    let content = ScriptedModel.answer([
      .init("Peru", "demand", "territory.withdrawal", "Peru demands that Ecuador withdraw"),
      .init("Peru", "demand", "territory.cession", "Peru demands the whole of the land"),
      .init("Ecuador", "demand", "territory.withdrawal", "Peru demands that Ecuador withdraw"),
    ])
    let body = String(decoding: ScriptedModel.body(content), as: UTF8.self)
    return
      "{\"custom_id\":\"\(name)\",\"response\":{\"status_code\":200,\"body\":\(body)},\"error\":null}"
  }

  @Test("requests stand alone, one a line, each with a name of its own")
  func requestLines() throws {
    let run = try requests(["--model", "small"])
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 3)
    var names: Set<String> = []
    for (line, article) in zip(lines, Self.articles) {
      let request = try object(line)
      names.insert(try #require(request["custom_id"] as? String))
      let body = try #require(request["body"] as? [String: Any])
      #expect(body["model"] as? String == "small")
      let messages = try #require(body["messages"] as? [[String: String]])
      #expect(messages.map { $0["role"] } == ["system", "user"])
      #expect(messages[0]["content"]?.contains("territory.withdrawal") == true)
      #expect(messages[1]["content"]?.contains("the upper \(article) by June") == true)
    }
    #expect(names.count == 3)
    #expect(try requests(["--model", "small"]).output == run.output)
  }

  @Test("a dry run tells number, tokens and cost, and writes no request")
  func dryRun() throws {
    let run = try requests(
      ["--dry-run", "--assist-price-in", "2", "--assist-price-out", "10"])
    #expect(run.status == 0 && run.output == "")
    #expect(run.errors.contains("3 requests with about "))
    #expect(run.errors.contains("answers of at most 12288 tokens; at most 0."))
    #expect(run.errors.hasSuffix("in the currency of the prices\n"))
  }

  @Test("answers are verified, counted and joined; what has none is asked for again")
  func apply() throws {
    let lines = try requests().output.split(separator: "\n")
    let answers = try folder.write(
      "answers.jsonl", try lines.prefix(2).map(answer).joined(separator: "\n") + "\n{\"custom_id\"")
    let run = try Program().run(["assist", "apply", answers.path] + files + ["--ndjson"])
    #expect(run.status == 75)
    let rows = try run.output.split(separator: "\n").map { try object($0) }
    #expect(rows.count == 3)
    let counts = rows.map { ($0["assist"] as? [String: Any])?["answers"] as? Int }
    #expect(counts == [1, 1, 0])
    for row in rows.prefix(2) {
      let positions = try #require(row["positions"] as? [[String: Any]])
      let seen = positions.filter { ($0["readers"] as? [String])?.contains("assisted") == true }
      #expect(seen.map { $0["holder"] as? String } == ["Peru"])
    }
    #expect(run.errors.contains("scripted-1"))
    #expect(run.errors.contains("2 of 3 requests answered"))
    #expect(run.errors.contains("  2 evidence not in the article\n"))
    #expect(run.errors.contains("  2 holder contradicted by the evidence\n"))
    let again = try requests(["--answered", answers.path])
    #expect(again.output == lines[2] + "\n")
    try folder.write("answers.jsonl", try lines.map(answer).joined(separator: "\n"))
    let whole = try Program().run(["assist", "apply", answers.path] + files + ["--ndjson"])
    #expect(whole.status == 0)
    #expect(try requests(["--answered", answers.path]).output == "")
  }

  @Test("the page with one request holds what the program writes")
  func page() throws {
    let root = Schema.repository
    let run = try Program().run(
      ["assist", "requests", "Examples/talks/2031-02-20-vesk-terms.txt"], folder: root)
    let request = try object(run.output)
    let page = try String(
      contentsOf: root.appending(path: "Documentation/assist-request.md"), encoding: .utf8)
    let body = try #require(request["body"] as? [String: Any])
    let messages = try #require(body["messages"] as? [[String: String]])
    for message in messages {
      let content = try #require(message["content"]).trimmingCharacters(in: .newlines)
      #expect(
        page.contains("````\n\(content)\n````"), "the message of the \(message["role"] ?? "")")
    }
    #expect(page.contains("`\(try #require(request["custom_id"] as? String))`"))
    let form = "{\"type\":\"json_schema\",\"json_schema\":"
    let start = try #require(run.output.range(of: form)?.lowerBound)
    // The body and the line are closed behind it.
    #expect(page.contains("````\n\(run.output[start...].dropLast(3))\n````"))
  }
}
