import DataFiles
import Dossier
import Fetching
import Foundation
import ParleyModel
import TestSupport

@testable import Workbench

/// Dossiers with made articles, and services that answer for them.
struct MadeTalks {
  static let now = Timestamp(seconds: 1_932_768_000)
  static let token = "a-token-for-forms"

  let folder: TemporaryFolder
  let dossier: Dossier
  let site: Site
  let service: Service

  /// Makes a dossier of these articles and serves it.
  init(
    _ entries: [Entry], access: Access = .loopback(), reviewer: String? = "anna",
    web: WebAccess? = nil,
    helper: DossierReader? = nil,
    report: @escaping @Sendable (String) -> Void = { _ in }
  ) throws {
    folder = try TemporaryFolder()
    dossier = try Dossier.create(folder.url.path + "/talks", title: "Talks", at: Self.now)
    try dossier.add(entries, reader: "test 1", at: Self.now)
    let data = try DataFolder(path: Schema.repository.appending(path: "Data").path)
    site = try Site(dossier, data: data)
    var settings = Service.Settings(access: access, reviewer: reviewer)
    settings.report = report
    settings.web = web
    settings.helper = helper
    service = Service(
      site, data: data, settings: settings,
      secret: Self.token, now: { Self.now })
  }

  /// Three articles on one issue: a demand, a copy of it in other words, and a rejection.
  static func three(report: @escaping @Sendable (String) -> Void = { _ in }) throws -> MadeTalks {
    let entries = [
      entry(
        "first", outlet: "The Lantern", words: "Aland must leave the valley", day: "2031-02-20",
        rest: wire),
      entry(
        "second", outlet: "The Courier", words: "Aland should go from there", day: "2031-02-21",
        rest: wire),
      entry(
        "third", outlet: "The Lantern", holder: "Bland", act: .reject, words: "Bland will not go",
        day: "2031-02-25"),
    ]
    return try MadeTalks(entries, report: report)
  }

  /// What two of the articles have in common.
  private static let wire = """
     The talks went on for three days in the old customs house by the harbour, where nobody but the \
    envoys and their translators was let in. On the last evening both sides spoke of progress, and \
    neither said in what. The next round is to be held in the spring, if the passes are open by then.
    """

  /// An article of one sentence with one position, in which every text may be anything.
  static func entry(
    _ name: String, title: String? = nil, outlet: String, holder: String = "Aland",
    act: Act = .demand, words: String, day: String, rest: String = ""
  ) -> Entry {
    let opening = "Report \(name): \(holder) spoke. "
    let text = Array((opening + words + ". It was about \(holder)." + rest).utf8)
    let start = opening.utf8.count
    let evidence = ByteRange(start, start + words.utf8.count)
    let article = Article(
      id: ArticleID(name), title: title ?? "On \(name)", outlet: outlet,
      published: CalendarDate(iso: day), text: text, paragraphs: [ByteRange(0, text.count)],
      warnings: [words])
    let attribution = Attribution(
      source: [evidence], cue: [], content: [evidence], kind: .indirect, sourceType: .unnamed,
      speaker: .unresolved(reason: words),
      chain: [ChainLink(name: outlet, kind: .outlet), ChainLink(name: words, kind: .unnamed)],
      unnamed: UnnamedSource(count: evidence, closeness: evidence, why: evidence))
    let position = Position(
      holder: holder, act: act, issue: IssueCode("territory.withdrawal"), addressee: holder,
      places: [evidence], condition: evidence, evidence: evidence, attribution: 0, confidence: 0.8)
    let figure = Figure(
      value: .exact(35), unit: "percent", hedge: evidence, quantity: words, holder: holder,
      of: [evidence], evidence: evidence, attribution: 0)
    return Entry(
      original: Original(text), origin: Entry.Origin(input: name + ".txt", address: words),
      reading: ArticleReading(
        article: article, attributions: [attribution], positions: [position], figures: [figure]))
  }

  /// Asks for a page as a browser on this machine would.
  func get(_ target: String, _ headers: [String: String] = [:]) -> Answer {
    service.answer(
      Incoming("GET", target, headers: ["host": "localhost:8080"].merging(headers) { $1 }))
  }

  /// Sends a form as a page of the workbench would.
  func post(
    _ path: String, _ fields: [(String, String)], token: String? = MadeTalks.token,
    _ headers: [String: String] = [:]
  ) -> Answer {
    let all = fields + (token.map { [("token", $0)] } ?? [])
    return service.answer(
      Incoming(
        "POST", path,
        headers: [
          "host": "localhost:8080", "origin": "http://localhost:8080",
          "content-type": "application/x-www-form-urlencoded",
        ].merging(headers) { $1 }, body: Array(Query.encoded(all).utf8)))
  }

  /// The address of an article's page.
  func address(_ name: String) -> String { "/articles/" + Slug.of(name) }

  /// The first stance of an article.
  func stance(_ name: String) throws -> Stance {
    guard let found = try dossier.stances(rejected: true).first(where: { $0.article == name })
    else { throw PageError(.noSuch(what: "stance", name: name)) }
    return found
  }
}

extension Answer {
  /// The body as text.
  var text: String { String(decoding: body, as: UTF8.self) }
}
