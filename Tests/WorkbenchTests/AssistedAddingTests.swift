import Dossier
import Foundation
import ParleyModel
import Synchronization
import Testing

@testable import Workbench

@Suite("Adding with a model's help")
struct AssistedAddingTests {
  private static let text = "Aland demands that Bland leave the valley, an envoy said."

  /// What is told of a model.
  static let assistance = Assistance(
    model: "tiny <1>", prompt: "prompt-1 abc",
    settings: .init(window: 3000, answerTokens: 4096, format: "text"), requests: 1,
    answers: 1, positions: .init(proposed: 2, accepted: 1),
    dropped: [.init(reason: "act does not exist", count: 1)],
    findings: [
      .init(kind: .speaker, evidence: ByteRange(0, 5), assisted: "Bland", builtIn: nil)
    ])

  /// Stands for a model that sees one stance of the article.
  private static func helper(fails: Bool = false) -> DossierReader {
    DossierReader(name: "own; assisted by tiny", isAssisted: true) { article, _ in
      if fails { throw CancellationError() }
      var reading = ArticleReading(article: article, attributions: [])
      reading.positions = [
        Position(
          holder: "Aland", act: .demand, issue: IssueCode("territory.withdrawal"),
          evidence: ByteRange(0, 40), confidence: 0.6, readers: [.assisted])
      ]
      reading.figures = [
        Figure(
          value: .exact(1), unit: "count", evidence: ByteRange(0, 40),
          readers: [.builtIn, .assisted])
      ]
      reading.assistance = Self.assistance
      return DossierReader.Reading(
        reading, reader: "own; assisted by tiny",
        answers: [KeptAnswer(request: "r", model: "tiny", line: Array("{}".utf8))])
    }
  }

  private func send(_ talks: MadeTalks) -> Answer {
    talks.service.answer(
      Incoming(
        "POST", "/api/articles?name=fourth",
        headers: ["host": "localhost", "parley-client": "test", "content-type": "text/plain"],
        body: Array(Self.text.utf8)))
  }

  @Test("an article is there at once, and what the model saw as soon as it has answered")
  func background() async throws {
    let talks = try MadeTalks([], helper: Self.helper())
    let answer = send(talks)
    #expect(answer.status == 201 && answer.text.contains(#""asked":true"#))
    await talks.service.queue?.finish()
    let page = talks.get("/articles/fourth")
    #expect(page.status == 200)
    for words in [
      "Read also by tiny &lt;1&gt; (prompt-1 abc, window 3000, answers to 4096 tokens, text)",
      "1 of 1 requests answered", "1 of 2 stances", "1 left out: act does not exist",
      "seen by tiny &lt;1&gt; alone", "seen by both readers", "Bland by the model",
    ] {
      #expect(page.text.contains(words), "\(words)")
    }
    let data = talks.get("/api/articles/fourth").text
    #expect(data.contains(#""assist":{"#) && data.contains(#""readers":["assisted"]"#))
    #expect(try talks.dossier.answers(for: "fourth") == [Array("{}".utf8)])
    // What was read so is not asked again.
    #expect(send(talks).text.contains(#""asked":false"#))
  }

  @Test("where the model fails, the article stays as it was read, and the server's side is told")
  func failing() async throws {
    let told = Mutex<[String]>([])
    let talks = try MadeTalks([], helper: Self.helper(fails: true)) { line in
      told.withLock { $0.append(line) }
    }
    _ = send(talks)
    await talks.service.queue?.finish()
    #expect(talks.get("/articles/fourth").status == 200)
    #expect(told.withLock { $0.count } == 1)
    #expect(send(talks).text.contains(#""asked":true"#))
    await talks.service.queue?.finish()
  }

  @Test("without a model pages say nothing of one")
  func without() throws {
    let talks = try MadeTalks([])
    #expect(!send(talks).text.contains("asked"))
    let data = talks.get("/api/articles/fourth").text
    #expect(!data.contains("assist") && !data.contains("readers"))
    #expect(!talks.get("/articles/fourth").text.contains("seen by"))
  }
}
