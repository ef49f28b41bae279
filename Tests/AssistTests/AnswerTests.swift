import Foundation
import ParleyModel
import Testing

@testable import Assist

@Suite("Answers of models")
struct AnswerTests {
  private static let empty = #"{"positions":[],"figures":[]}"#

  @Test(
    "are found in every form in which servers and batches give them",
    arguments: [
      #"{"choices":[{"message":{"content":"A"}}]}"#,
      #"{"custom_id":"x","response":{"status_code":200,"body":{"choices":[{"message":{"content":"A"}}]}},"error":null}"#,
      #"{"custom_id":"x","body":{"choices":[{"message":{"content":"A"}},{"message":{"content":"B"}}]}}"#,
      #"{"custom_id":"x","response":{"choices":[{"message":{"content":[{"type":"text","text":"A"}],"tool_calls":[]}}]}}"#,
      #"{"custom_id":"x","result":{"type":"succeeded","message":{"content":[{"type":"text","text":"A"}],"stop_reason":"end_turn"}}}"#,
      #"{"custom_id":"x","answer":"A"}"#,
      #"{"custom_id":"x","content":"A"}"#,
    ])
  func forms(_ line: String) throws {
    #expect(try Completion(Array(line.utf8)).content == "A")
  }

  @Test(
    "of no use say why",
    arguments: [
      ("{", AnswerFault.notJSON),
      ("", .notJSON),
      ("<html>busy</html>", .notJSON),
      (#"{"choices":[]}"#, .empty),
      (#"{"choices":[{"message":{"content":null}}]}"#, .empty),
      (#"{"error":{"message":"overloaded"}}"#, .serverError),
      (#"{"custom_id":"x","response":{"status_code":500,"body":{}}}"#, .serverError),
      (#"{"choices":[{"finish_reason":"length","message":{"content":"{\"posi"}}]}"#, .cutOff),
      (
        #"{"choices":[{"finish_reason":"tool_calls","message":{"content":null,"tool_calls":[{"id":"1"}]}}]}"#,
        .toolCall
      ),
      (
        #"{"choices":[{"finish_reason":"stop","message":{"content":"{}","tool_calls":[{"id":"1"}]}}]}"#,
        .toolCall
      ),
    ])
  func faults(_ line: String, _ fault: AnswerFault) {
    #expect(throws: fault) { try Completion(Array(line.utf8)) }
  }

  @Test(
    "may be fenced or follow the model's thoughts",
    arguments: [
      empty, " \n" + empty + "\n", "```json\n\(empty)\n```", "```\n\(empty)\n```",
      "<think>\nWho {says} it?\n</think>\n\n\(empty)", "<think></think>```json\n\(empty)\n```",
    ])
  func wrappings(_ content: String) throws {
    #expect(try AssistAnswer(content) == AssistAnswer())
  }

  @Test(
    "in another form are dropped whole",
    arguments: [
      ("Here it is: " + empty, AnswerFault.notJSON),
      (#"{"positions":[],"figures":[]"#, .notJSON),
      (#"{"positions":[],"figures":[]} {}"#, .notJSON),
      (#"{"positions":[]}"#, .otherForm),
      (#"{"positions":[],"figures":[],"note":"done"}"#, .otherForm),
      (#"{"positions":[],"positions":[],"figures":[]}"#, .otherForm),
      (#"{"positions":{},"figures":[]}"#, .otherForm),
      ("[]", .otherForm), ("\"none\"", .otherForm), ("null", .otherForm),
    ])
  func otherForms(_ content: String, _ fault: AnswerFault) {
    #expect(throws: fault) { try AssistAnswer(content) }
  }

  @Test("lose only the items that are not in the form")
  func items() throws {
    var short = AssistAnswer.Stance.demand.json
    short["condition"] = nil
    var long = AssistAnswer.Stance.demand.json
    long["url"] = "http://example.org"
    var other = AssistAnswer.Stance.demand.json
    other["places"] = "the valley"
    let object: [String: Any] = [
      "positions": [short, AssistAnswer.Stance.demand.json, long, other, "Peru", NSNull()],
      "figures": [["values": [40]]],
    ]
    let data = try JSONSerialization.data(withJSONObject: object)
    let answer = try AssistAnswer(String(decoding: data, as: UTF8.self))
    #expect(answer.stances == [.demand])
    #expect(answer.malformedStances == 5)
    #expect(answer.malformedNumbers == 1)
  }

  @Test("never crash the reader, wherever they are cut or damaged", arguments: UInt64(0)..<40)
  func damage(_ seed: UInt64) throws {
    var generator = SeededNumbers(seed)
    let whole = try LoadedAssist.completion(try answerText([.demand, .demand]))
    let cut = Array(whole.prefix(generator.below(whole.count)))
    #expect(throws: AnswerFault.self) { try Completion(cut) }
    var damaged = whole
    for _ in 0..<4 { damaged[generator.below(whole.count)] = UInt8(generator.below(256)) }
    let request = try LoadedAssist.assistant.requests(for: LoadedAssist.article())[0]
    let judged = try LoadedAssist.assistant.judge(
      damaged, to: request, on: try LoadedAssist.read.get())
    for position in judged.verification?.positions ?? [] {
      #expect(LoadedAssist.article().words(position.evidence).hasPrefix("Peru demands"))
    }
  }

  @Test("of a book answer the request that they name, the last usable one first")
  func book() throws {
    var book = AnswerBook()
    book.add(Array(#"{"custom_id":"a","answer":{"positions":[],"figures":[]}}"#.utf8))
    book.add(Array(#"{"custom_id":"a","error":"later"}"#.utf8))
    book.add(Array(#"{"custom_id":"b","error":"busy"}"#.utf8))
    book.add(Array("not JSON".utf8))
    #expect(book.isAnswered("a") && !book.isAnswered("b") && !book.isAnswered("c"))
    #expect(
      book.answer(to: "a").map { String(decoding: $0, as: UTF8.self).contains("answer") } == true)
    #expect(book.answer(to: "b") != nil && book.answer(to: "c") == nil)
    #expect(book.nameless == 1)
  }
}

/// Numbers that depend on a seed alone.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x2545_F491_4F6C_DD1D }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
  }

  /// A number from 0 to `bound` - 1.
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
