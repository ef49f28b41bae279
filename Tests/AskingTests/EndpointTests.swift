import Assist
import Fetching
import Foundation
import ParleyModel
import TestSupport
import Testing

@testable import Asking

@Suite("Endpoints", .serialized)
struct EndpointTests {
  private static let secret = "sk-secret-1234567890"

  private func failure(
    _ model: ScriptedModel, _ limits: AskingLimits = AskingLimits(), key: String? = nil
  ) async throws -> AskingError? {
    let reader = try Border.reader(model, Spending(limits)) {
      $0.retries = 0
      $0.key = key.flatMap { ModelKey($0) }
    }
    let result = try await reader.read(Border.article(), known: { _ in nil })
    #expect(Border.assisted(result.reading).isEmpty || result.failure == nil)
    return result.failure
  }

  @Test("the key is sent, and stands in no record, error or description")
  func key() async throws {
    let model = try ScriptedModel { question in
      question.authorization == "Bearer \(Self.secret)"
        ? ScriptedModel.content(ScriptedModel.answer([Border.demand])) : .answer(401)
    }
    #expect(try await failure(model)?.kind == .noRight(status: 401))
    let key = try #require(ModelKey("  \(Self.secret) \nanother line"))
    #expect("\(key) \(String(reflecting: key))" == "(key) (key)")
    let reader = try Border.reader(model) { $0.key = key }
    let result = try await reader.read(Border.article(), known: { _ in nil })
    #expect(Border.assisted(result.reading).count == 1)
    #expect(
      !result.records.contains { String(decoding: $0.line, as: UTF8.self).contains("secret") })
  }

  @Test("what a service tells of the key is neither shown nor kept")
  func echo() async throws {
    let words = Array("{\"error\": {\"message\": \"wrong key \(Self.secret)\"}}".utf8)
    let refusing = try ScriptedModel { _ in .answer(404, [], words) }
    let refusal = try await failure(refusing, key: Self.secret)
    #expect(refusal?.kind == .refused(status: 404, words: nil))
    let telling = try ScriptedModel(content: "{\"positions\": [], \"key\": \"\(Self.secret)\"}")
    #expect(try await failure(telling, key: Self.secret)?.kind == .tellsKey)
  }

  @Test("no text is taken for a key that could not be sent", arguments: ["", " \n", "a b", "ключ"])
  func noKey(_ text: String) {
    #expect(ModelKey(text) == nil)
  }

  @Test("redirects are not followed, so that nothing is sent to anybody else")
  func redirects() async throws {
    let other = try ScriptedModel(content: ScriptedModel.answer([Border.demand]))
    let model = try ScriptedModel { [address = other.address] _ in
      .answer(307, ["Location: \(address)/v1/chat/completions"])
    }
    #expect(try await failure(model)?.kind == .leadsOn(status: 307))
    #expect(other.count == 0 && model.count == 1)
  }

  @Test(
    "limits stop before they are passed",
    arguments: [
      AskingLimits(requests: 0), AskingLimits(tokens: 3000),
      AskingLimits(cost: 0.001, prices: Prices(requests: 1, answers: 2)),
    ])
  func limits(_ limits: AskingLimits) async throws {
    let model = try ScriptedModel(content: ScriptedModel.answer([Border.demand]))
    guard case .limit = try await failure(model, limits)?.kind else {
      Issue.record("the limit was passed")
      return
    }
    #expect(model.count == 0)
  }

  @Test("a limit counts what was taken, not what was set aside")
  func settled() async throws {
    let model = try ScriptedModel(content: ScriptedModel.answer([Border.demand]))
    // Room for one request with its longest answer, and for what two took in truth.
    let spending = Spending(AskingLimits(requests: 3, tokens: 12_000))
    let reader = try Border.reader(model, spending)
    var kinds: [AskingError.Kind?] = []
    for number in 0..<4 {
      let result = try await reader.read(Border.article(id: "\(number)"), known: { _ in nil })
      kinds.append(result.failure?.kind)
    }
    #expect(kinds == [nil, nil, nil, .limit("3 requests")])
    #expect(spending.total.requestTokens == 2700 && spending.total.answerTokens == 120)
    #expect(
      spending.summary == "3 requests sent with 2700 tokens, answered with 120")
  }

  @Test(
    "the address of completions is made from what is given",
    arguments: [
      ("http://127.0.0.1:8080", "http://127.0.0.1:8080/v1/chat/completions"),
      ("http://localhost:11434/", "http://localhost:11434/v1/chat/completions"),
      ("https://models.example/v1", "https://models.example/v1/chat/completions"),
      ("https://models.example/v1/", "https://models.example/v1/chat/completions"),
      (
        "https://models.example/api/chat/completions?version=2",
        "https://models.example/api/chat/completions?version=2"
      ),
    ])
  func addresses(_ given: String, _ asked: String) {
    #expect(ModelAddress(given)?.completions.description == asked)
  }

  @Test("no other text is an address", arguments: ["", "models", "file:///a", "http://a:b@c/"])
  func noAddress(_ text: String) {
    #expect(ModelAddress(text) == nil)
  }

  @Test("errors say what was done, what was wrong and what to do")
  func messages() {
    let error = AskingError(
      kind: .refused(status: 404, words: "no such model"), endpoint: "http://127.0.0.1:8080")
    #expect(
      error.description == """
        asking the model at http://127.0.0.1:8080: it answered with status 404: no such model
          check the address and --model
        """)
  }

  @Test("a log takes up after a line that was cut off, and gives only what its model answered")
  func log() async throws {
    let model = try ScriptedModel(content: ScriptedModel.answer([Border.demand]))
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "log.jsonl").path
    try folder.write("log.jsonl", "{\"schema\":\"parley/assist/1\",\"custom_id\":\"par")
    let log = try AnswerLog(path)
    let reader = try Border.reader(model)
    _ = try await reader.read(Border.article(), known: { _ in nil }) { try log.add($0) }
    var book = AnswerBook(model: "tiny")
    var other = AnswerBook(model: "large")
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      book.add(Array(line.utf8))
      other.add(Array(line.utf8))
    }
    #expect(book.names.count == 1 && other.names.isEmpty)
    let result = try await reader.read(Border.article(), known: book.answer)
    #expect(Border.assisted(result.reading).count == 1 && model.count == 1)
    let error = #expect(throws: AnswerLogError.self) { try AnswerLog(folder.url.path + "/no/log") }
    #expect(error?.description.contains("No such file or directory") == true)
  }
}
