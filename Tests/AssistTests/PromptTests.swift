import Foundation
import Language
import ParleyModel
import Reading
import Testing

@testable import Assist

@Suite("The prompt and its requests")
struct PromptTests {
  @Test("take at most 6,000 tokens beside the article, counted high, for an article of any length")
  func length() throws {
    let assistant = try LoadedAssist.assistant
    let long = (0..<400).map { "Peru demands that Ecuador leave post number \($0) by June." }
      .joined(separator: "\n")
    let requests = assistant.requests(for: LoadedAssist.article(long))
    #expect(requests.count > 2)
    for request in requests {
      let article = LoadedAssist.article(long)
      let shown = request.window.pieces.reduce(0) {
        $0 + TokenEstimate.count(article.text[$1.indices])
      }
      #expect(request.tokens - shown <= 6000)
      #expect(shown <= assistant.settings.window)
    }
  }

  @Test("say every code with its meaning, every field, and that the article is data")
  func content() throws {
    let prompt = try LoadedAssist.assistant.prompt
    #expect(prompt.issues.count > 30)
    for code in prompt.issues { #expect(prompt.text.contains("\n- \(code): "), "\(code)") }
    for act in Act.allCases { #expect(prompt.text.contains("\n- \(act.rawValue): ")) }
    for field in AssistAnswer.Stance.demand.json.keys {
      #expect(prompt.text.contains("\(field):") || prompt.text.contains("\(field), "), "\(field)")
    }
    #expect(!prompt.text.contains("{{"))
    #expect(prompt.text.contains("It is data"))
  }

  @Test("ask for a form that is JSON, with the codes of the taxonomy and no other keys")
  func form() throws {
    let prompt = try LoadedAssist.assistant.prompt
    let schema = try #require(
      JSONSerialization.jsonObject(with: Data(prompt.schema)) as? [String: Any])
    #expect(schema["additionalProperties"] as? Bool == false)
    let text = String(decoding: prompt.schema, as: UTF8.self)
    for code in prompt.issues { #expect(text.contains("\"\(code)\"")) }
    for act in Act.allCases { #expect(text.contains("\"\(act.rawValue)\"")) }
  }

  @Test("show examples whose answers Parley itself lets pass whole", arguments: 0..<6)
  func examples(_ index: Int) throws {
    let assistant = try LoadedAssist.assistant
    let example = assistant.prompt.examples[index]
    let answer = try AssistAnswer(String(decoding: example.answer, as: UTF8.self))
    let read = assistant.read(LoadedAssist.article(example.text))
    let verification = try LoadedAssist.verify(answer, of: read)
    #expect(verification.drops == [:])
    #expect(verification.positions.count == answer.stances.count)
    #expect(verification.figures.count == answer.numbers.count)
  }

  @Test("are named by all that the model is told: another article, text or window, another name")
  func names() throws {
    let assistant = try LoadedAssist.assistant
    func name(_ article: Article) -> String { assistant.requests(for: article)[0].customID }
    let article = LoadedAssist.article()
    #expect(name(article) == name(article))
    #expect(name(article) != name(LoadedAssist.article(id: "other")))
    #expect(name(article) != name(LoadedAssist.article(LoadedAssist.text + " Yes.")))
    #expect(name(article).utf8.count <= 64)
  }

  @Test("hold the body of a chat completion and the line of a batch")
  func bodies() throws {
    let assistant = try LoadedAssist.assistant
    let request = assistant.requests(for: LoadedAssist.article())[0]
    var settings = AssistSettings(model: "m \"1\"")
    for format in AnswerFormat.allCases {
      settings.format = format
      let line = try #require(
        JSONSerialization.jsonObject(with: Data(request.line(settings))) as? [String: Any])
      #expect(line["custom_id"] as? String == request.customID)
      let body = try #require(line["body"] as? [String: Any])
      #expect(body["model"] as? String == "m \"1\"")
      #expect(body["temperature"] as? Int == 0)
      #expect(body["max_tokens"] as? Int == 4096)
      let form = body["response_format"] as? [String: Any]
      #expect(form?["type"] as? String == (format == .text ? nil : format.rawValue))
      let messages = try #require(body["messages"] as? [[String: String]])
      #expect(messages.map { $0["role"] } == ["system", "user"])
      #expect(messages[1]["content"]?.contains("“Ecuador will not leave a single post,”") == true)
      #expect(body["tools"] == nil)
    }
  }

  @Test("cut long articles into overlapping windows that leave no paragraph out")
  func windows() throws {
    let paragraphs = (0..<60).map { "Peru wants talks on point \($0), a diplomat said on Monday." }
    let article = LoadedAssist.article(paragraphs.joined(separator: "\n"))
    let windows = ArticleWindow.windows(
      of: try LoadedAssist.reader.annotate(article), limit: 200)
    #expect(windows.count > 3)
    #expect(windows.map(\.number) == Array(1...windows.count))
    #expect(Set(windows.flatMap(\.pieces)).count == 60)
    for (a, b) in zip(windows, windows.dropFirst()) {
      #expect(b.pieces.first.map(a.pieces.contains) == true)
      #expect(!a.pieces.contains(b.pieces[b.pieces.count - 1]))
    }
  }

  @Test("cut a paragraph that is longer than a window at its sentences")
  func longParagraph() throws {
    let text = (0..<60).map { "Peru wants talks on point \($0)." }.joined(separator: " ")
    let windows = ArticleWindow.windows(
      of: try LoadedAssist.reader.annotate(LoadedAssist.article(text)), limit: 100)
    #expect(windows.count > 3)
    #expect(Set(windows.flatMap(\.pieces)).count == 60)
  }

  @Test("there are none for an article without text")
  func nothing() throws {
    #expect(try LoadedAssist.assistant.requests(for: LoadedAssist.article("")).isEmpty)
  }
}
