import DataFiles
import Dossier
import Foundation
import ParleyModel
import TestSupport
import Testing

@testable import Workbench

@Suite("Pages")
struct PageTests {
  @Test("no template names what no page has")
  func templateNames() throws {
    let talks = try MadeTalks.three()
    let stance = try talks.stance("first")
    try talks.dossier.review(stance.id, .accept, reason: "sure", by: "anna", at: MadeTalks.now)
    try talks.dossier.review(stance.id, .reject, by: "ben", at: MadeTalks.now)
    let folder = Schema.repository.appending(path: "Data/workbench/templates")
    // What pages have only at times that these articles do not bring about.
    var known: Set<String> = [
      "status", "detail", "isWrong", "title", "list", "main", "layout", ".", "told", "start",
      "rivals",
      "next", "retracted", "copies", "sentence", "sentences", "fates", "_isKept", "_isChanged",
      "given", "done", "to", "message", "outcome", "number", "_count", "relayed", "outlet",
      "_isFirst", "_isSecond", "first", "second", "_added", "_articles", "_hasRelayed", "tally",
      "report", "_notice", "_token", "_reviewer", "_csvTo", "kappa", "spanF1", "_before", "_after",
    ]
    func collect(_ value: Value) {
      switch value {
      case .fields(let fields):
        for name in fields.names {
          known.insert(name)
          collect(fields[name])
        }
      case .list(let values): values.forEach(collect)
      default: break
      }
    }
    let ground = [
      "_isMissing", "_map", "source", "asked", "mapDate", "_since", "terms", "_hasTerms", "term",
      "_area", "_id", "_isChosen", "scenario", "_shareBefore", "_given", "_returned",
      "placesGiven", "placesReturned", "_shareAfter", "change", "rows", "total", "_gained",
      "_lost", "_held", "_percent", "finding", "result", "reason", "variants", "definition",
      "mapSource",
      "outline", "_whole", "_computed", "_drawing", "_resultSign", "_resultClass", "regions",
      "other", "holder", "licence", "_redline", "meaning", "series", "_chart", "points", "every",
      "missing", "date",
    ]
    known.formUnion(ground)
    // No model took part in these talks.
    known.formUnion(["assist", "_seenBy"])
    collect(.fields(PageMaker.fields(AssistedAddingTests.assistance)))
    let frame = Frame(root: "/", ending: "", home: "", dossier: "Talks", isPublished: false)
    for route in Site.routes {
      let slug = [
        "{article}": "third", "{issue}": "territory.withdrawal", "{party}": "Bland",
        "{report}": "first",
      ]
      let parts = route.path.split(separator: "/").map { slug[String($0)] ?? String($0) }
      let page = try talks.site.page(parts, Query("q=valley"))
      collect(.fields(page.fields))
      collect(.fields(frame.fields(for: page)))
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for match in text.matches(of: /\{\{[#^\/]?([A-Za-z_.][A-Za-z0-9_]*)\}\}/) {
        let isKnown = known.contains(String(match.1))
        #expect(isKnown, "\(name): \(match.1)")
      }
      #expect(!text.contains("{{{") && !text.contains("{{&"), "\(name) takes text unescaped")
    }
  }

  @Test("marks that overlap are all named, and the text is whole")
  func marks() {
    let text = "Aland & Bland <met> today"
    let bytes = Array(text.utf8)
    let article = Article(
      id: ArticleID("a"), text: bytes, paragraphs: [ByteRange(0, bytes.count)])
    let marked = MarkedText(
      article,
      marks: [
        MarkedText.Mark(kind: .content, range: ByteRange(0, 13)),
        MarkedText.Mark(kind: .stance, range: ByteRange(8, 19), act: .offer, card: "s-1"),
      ]
    ).markup(ByteRange(0, bytes.count)).html
    #expect(
      marked
        == "<span class=\"co co-a\">Aland &amp; </span>"
        + "<span class=\"co co-z ps ps-a\" data-card=\"s-1\"><svg class=\"g\" viewBox=\"0 0 16 16\" "
        + "role=\"img\" aria-label=\"offer\"><use href=\"#offer\"></use></svg>Bland</span>"
        + "<span class=\"ps ps-z\" data-card=\"s-1\"> &lt;met&gt;</span> today")
  }

  @Test("a redline keeps, strikes and adds words")
  func redline() {
    let parts = Redline("leave the whole east", "leave Kestrel in the east").parts
    #expect(
      parts == [.kept("leave"), .new("Kestrel in"), .kept("the"), .gone("whole"), .kept("east")])
    #expect(Redline("", "a b").parts == [.new("a b")])
    #expect(Redline("a b", "A b").parts == [.kept("A b")])
  }

  @Test("a slug is a file name, stays in its folder, and differs for different names")
  func slugs() {
    let names = [
      "a", "A", "../x", ".hidden", "a/b", "a b", "ä", "", "~", "a%2fb", "con", "x\u{0}y", "?q#f",
      String(repeating: "long", count: 100), String(repeating: "long", count: 101),
    ]
    let slugs = names.map { Slug.of($0) }
    #expect(Set(slugs).count == names.count)
    for slug in slugs {
      #expect(!slug.hasPrefix(".") && !slug.contains("/") && slug.utf8.count <= 140)
      #expect(slug.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.~".contains($0)) })
    }
    #expect(Slug.of("territory.withdrawal") == "territory.withdrawal")
  }

  @Test("a query is read as browsers write it")
  func queries() {
    let query = Query("a=1+2&b=%C3%A4&a=3&c&d=%zz&e=")
    #expect(query["a"] == "1 2" && query["b"] == "ä" && query["c"] == nil && query["d"] == "%zz")
    #expect(query.all("a") == ["1 2", "3"])
    #expect(Query.encoded([("a b", "ä&=")]) == "a%20b=%C3%A4%26%3D")
  }

  @Test("kappa and span F1 as by hand")
  func agreement() {
    // 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: 0.7 observed, 0.5 expected.
    let pairs =
      Array(repeating: (Verdict.accept, Verdict.accept), count: 20)
      + Array(repeating: (Verdict.accept, Verdict.reject), count: 5)
      + Array(repeating: (Verdict.reject, Verdict.accept), count: 10)
      + Array(repeating: (Verdict.reject, Verdict.reject), count: 15)
    #expect(abs((Agreement.kappa(pairs) ?? 0) - 0.4) < 1e-12)
    #expect(Agreement.kappa([]) == nil)
    #expect(Agreement.kappa([(.accept, .accept)]) == nil)
    func place(_ start: Int) -> Agreement.Place {
      Agreement.Place(version: 1, range: ByteRange(start, start + 1))
    }
    #expect(Agreement.spanF1([place(1), place(2)], [place(2), place(3), place(4)]) == 0.4)
    #expect(Agreement.spanF1([], []) == nil)
  }

  @Test("a publication is written once, and only what changed again")
  func publication() async throws {
    let talks = try MadeTalks.three()
    let folder = talks.folder.url.path + "/site"
    let first = try await Publication(talks.site, options: .init()).write(to: folder, jobs: 2)
    #expect(first.written > 20 && first.unchanged == 0)
    let second = try await Publication(talks.site, options: .init()).write(to: folder, jobs: 1)
    #expect(second.written == 0 && second.unchanged == first.written)
    var reviewed = Publication.Options()
    reviewed.isOnlyReviewed = true
    try talks.dossier.review(
      try talks.stance("third").id, .accept, by: "anna", at: MadeTalks.now)
    let third = try await Publication(talks.site, options: reviewed).write(to: folder, jobs: 2)
    #expect(third.removed > 0)
    let files = FileManager.default
    #expect(files.fileExists(atPath: folder + "/parties/Bland.html"))
    #expect(!files.fileExists(atPath: folder + "/parties/Aland.html"))
  }

  @Test("a publication does not touch a folder with other files")
  func occupied() async throws {
    let talks = try MadeTalks.three()
    let error = await #expect(throws: PublicationError.self) {
      try await Publication(talks.site, options: .init()).write(
        to: talks.folder.url.path, jobs: 1)
    }
    #expect(error?.kind == .occupied)
    #expect(error?.description.contains("name a folder that is new or empty") == true)
  }
}
