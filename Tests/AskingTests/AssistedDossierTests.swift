import Assist
import Dossier
import Fetching
import Foundation
import ParleyModel
import TestSupport
import Testing

@testable import Asking

@Suite("A dossier with a model's help", .serialized)
struct AssistedDossierTests {
  private static let time = Timestamp(seconds: 1_932_768_000)
  private let folder: TemporaryFolder
  private let dossier: Dossier

  init() throws {
    folder = try TemporaryFolder()
    dossier = try Dossier.create(folder.url.path + "/talks", title: "Talks", at: Self.time)
  }

  /// Adds an article as commands do; returns whether it was there already.
  @discardableResult
  private func add(_ article: Article, by reader: DossierReader) async throws -> Bool {
    let original = Original(article.text)
    if try dossier.has(article.id, original, reader: reader.name) { return true }
    let made = try await reader.read(article, for: dossier)
    try dossier.add(
      [Entry(original: original, origin: Entry.Origin(input: "a.txt"), made: made)],
      reader: reader.name, at: Self.time)
    return false
  }

  private func reader(_ model: ScriptedModel, own: String = "parley/1 a") throws -> DossierReader {
    try Border.reader(model) { $0.retries = 0 }.reader(own: own)
  }

  private func plain(_ name: String = "parley/1 a") throws -> DossierReader {
    let assistant = try Border.assistant
    return DossierReader(name: name) { article, _ in
      DossierReader.Reading(assistant.read(article).reading, reader: name)
    }
  }

  @Test("keeps request, answer and verification, says who read, and asks nothing twice")
  func kept() async throws {
    let model = try ScriptedModel(content: ScriptedModel.answer([Border.demand]))
    let reader = try reader(model)
    #expect(reader.name.hasPrefix("parley/1 a; assisted by tiny, prompt-1 "))
    #expect(try await !add(Border.article(), by: reader))
    #expect(try await add(Border.article(), by: reader) && model.count == 1)
    let reading = try dossier.reading(of: "border")
    #expect(reading.assistance?.model == "scripted-1")
    #expect(Border.assisted(reading).map(\.holder) == ["Peru"])
    let lines = try dossier.answers(for: "border")
    let line = String(decoding: try #require(lines.first), as: UTF8.self)
    for part in [
      #""schema":"parley/assist/1""#, #""request":{"model":"tiny""#, #""body":{"choices":["#,
      #""verification":{"positions":["accepted"]"#,
    ] {
      #expect(line.contains(part))
    }
    // A run without the model takes nothing back.
    #expect(try await add(Border.article(), by: plain()))
    #expect(try dossier.reading(of: "border").assistance != nil)
    // A newer reader of Parley's own reads again with the answers that are kept.
    #expect(try await !add(Border.article(), by: self.reader(model, own: "parley/1 b")))
    let latest = try dossier.reading(of: "border")
    #expect(model.count == 1 && Border.assisted(latest).count == 1)
  }

  @Test("an endpoint that dies loses nothing: the article is read, and the rest is asked later")
  func dying() async throws {
    let answer = ScriptedModel.answer([Border.demand])
    let model = try ScriptedModel { question in
      question.before == 1 ? .raw([]) : ScriptedModel.content(answer)
    }
    // Two windows: the second is not answered at first.
    var asking = try Border.assistant.settings
    asking.window = 60
    let filler = (0..<6).map { "The envoys met in room \($0) and spoke of nothing new." }
    let article = Border.article(Border.text + "\n" + filler.joined(separator: "\n"))
    let assistant = try Border.assistant(asking)
    let count = assistant.requests(for: article).count
    #expect(count > 1)
    let reader = try Border.reader(model, assistant: assistant) { $0.retries = 0 }.reader(own: "a")
    let first = try await reader.read(article, for: dossier)
    #expect(first.reader.hasSuffix(", \(count - 1) of \(count) requests answered"))
    #expect(first.message?.contains("the connection was cut") == true)
    try await add(article, by: DossierReader(name: reader.name, isAssisted: true) { _, _ in first })
    #expect(Border.assisted(try dossier.reading(of: "border")).count == 1)
    #expect(try !dossier.isRead("border", by: reader.name))
    let asked = model.count
    let again = try await dossier.readAgain("border", by: reader, at: Self.time)
    #expect(model.count == asked + 1 && again.reader == reader.name)
    #expect(try dossier.isRead("border", by: reader.name))
    #expect(try dossier.answers(for: "border").count == count)
  }

  @Test("where a model answers nothing, the reading is Parley's own, and replaces no better one")
  func silent() async throws {
    let dead = try ScriptedModel { _ in .answer(500) }
    try await add(Border.article(), by: reader(dead))
    let own = try Border.assistant.read(Border.article()).reading
    #expect(try dossier.reading(of: "border") == own)
    let model = try ScriptedModel(content: ScriptedModel.answer([Border.demand]))
    try await add(Border.article(), by: reader(model))
    #expect(Border.assisted(try dossier.reading(of: "border")).count == 1)
    var other = try Border.assistant.settings
    other.model = "other"
    try await add(
      Border.article(),
      by: Border.reader(dead, assistant: Border.assistant(other)) { $0.retries = 0 }
        .reader(own: "parley/1 a"))
    #expect(Border.assisted(try dossier.reading(of: "border")).count == 1)
  }
}
