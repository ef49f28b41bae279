import Foundation
import TestSupport
import Testing

@Suite("parley add --assist", .serialized)
struct AssistedAddTests {
  private static let key = "sk-secret-1234567890"
  private static let content = ScriptedModel.answer([
    .init("Peru", "demand", "territory.withdrawal", "Peru demands that Ecuador withdraw"),
    .init("Peru", "demand", "territory.withdrawal", "Peru demands that Chile withdraw"),
  ])
  private let folder: TemporaryFolder
  private let dossier: String
  private let files: [String]

  init() throws {
    let folder = try TemporaryFolder()
    self.folder = folder
    files = try ["valley", "border"].map { name in
      try folder.write(
        name + ".txt", "Peru demands that Ecuador withdraw from the upper \(name) by June.\n"
      ).path
    }
    dossier = folder.url.path + "/talks"
    _ = try Program().run(["init", dossier])
  }

  private func run(_ command: [String], _ model: ScriptedModel, _ options: [String] = []) throws
    -> Program.Outcome
  {
    try Program().run(
      command + ["--assist", model.address, "--model", "small", "--assist-retries", "0"] + options,
      environment: ["PARLEY_ASSIST_KEY": Self.key])
  }

  @Test("a dossier keeps what was asked and answered, goes on after a cut, and holds no key")
  func wholeWay() throws {
    let dying = try ScriptedModel { question in
      question.before == 0 ? ScriptedModel.content(Self.content) : .answer(500)
    }
    let first = try run(["add", dossier] + files, dying, ["--jobs", "1"])
    #expect(first.status == 75)
    #expect(first.errors.contains("2 articles added"))
    #expect(first.errors.contains("1 of 2 requests answered; 1 of 2 positions"))
    #expect(first.errors.contains("it answered with status 500"))
    let model = try ScriptedModel(content: Self.content)
    let cost = try run(
      ["add", dossier] + files, model, ["--dry-run", "--assist-price-in", "1"])
    #expect(cost.status == 0 && cost.errors.contains("1 requests with about "))
    #expect(model.count == 0)
    let second = try run(["add", dossier] + files, model)
    #expect(second.status == 0 && model.count == 1)
    #expect(second.errors.contains("1 read again, 1 there already"))
    let plain = try Program().run(["add", dossier] + files)
    #expect(plain.status == 0 && plain.errors.contains("2 there already"))
    let answers = try Program().run(["assist", "answers", dossier])
    #expect(answers.output.split(separator: "\n").count == 2)
    let kept = try folder.write("kept.jsonl", answers.output).path
    let applied = try Program().run(["assist", "apply", kept] + files + ["--ndjson"])
    #expect(applied.status == 0)
    #expect(applied.output.split(separator: "\n").allSatisfy { $0.contains("scripted-1") })
    let articles = try Program().run(["export", dossier, "--format", "json"])
    #expect(articles.output.contains("assisted by small, prompt-1 "), "\(articles.errors)")
    let record = try Data(contentsOf: URL(filePath: dossier + "/dossier.sqlite"))
    #expect(record.range(of: Data(Self.key.utf8)) == nil)
    #expect(!answers.output.contains(Self.key))
  }

  @Test("the articles that a dossier has are read again with a model's help, each once")
  func again() throws {
    let model = try ScriptedModel(content: Self.content)
    _ = try Program().run(["add", dossier] + files)
    let dry = try run(["assist", "again", dossier], model, ["--dry-run"])
    #expect(dry.status == 0 && dry.errors.contains("2 articles, 2 requests"))
    #expect(model.count == 0)
    let first = try run(["assist", "again", dossier], model)
    #expect(first.status == 0 && first.errors.contains("2 articles read again"))
    let second = try run(["assist", "again", dossier], model)
    #expect(second.errors.contains("0 articles read again") && model.count == 2)
    #expect(try Program().run(["assist", "again", dossier]).status == 64)
  }

  @Test("what a feed brings is read with a model's help")
  func watch() throws {
    let model = try ScriptedModel(content: Self.content)
    let words = "Peru demands that Ecuador withdraw from the upper valley by June."
    let site = try TestSite { request, _ in
      switch request.target {
      case "/feed":
        .answer(
          200, ["Content-Type: application/rss+xml"],
          Array(
            """
            <rss version='2.0'><channel><title>Quay</title><item><guid>1</guid><title>Talks</title>
            <link>/talks</link></item></channel></rss>
            """.utf8))
      case "/talks":
        .answer(
          200, ["Content-Type: text/html"],
          Array(
            """
            <html><head><title>Talks</title></head><body><article><h1>Talks</h1><p>\(words) The
            envoys met in the old customs house by the harbour, and spoke for three days.</p>
            <p>Nobody else was let in, and the next round is to be held in spring.</p></article>
            </body></html>
            """.utf8))
      default: .answer(404)
      }
    }
    let web = ["--contact", "me@quay.example", "--allow-private", "--add-feed"]
    let run = try run(["watch", dossier], model, web + [site.address("/feed"), "--once"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(model.count == 1 && run.errors.contains("1 request sent with 900 tokens"))
    let answers = try Program().run(["assist", "answers", dossier])
    #expect(answers.output.split(separator: "\n").count == 1)
    let readings = try Program().run(["export", dossier, "--format", "readings"])
    #expect(readings.output.contains(#""assist":{"model":"scripted-1""#))
  }
}
