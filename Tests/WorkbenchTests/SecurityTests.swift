import Dossier
import Foundation
import TestSupport
import Testing

@testable import Workbench

@Suite("What strangers send")
struct SecurityTests {
  /// Texts that have run as scripts somewhere, one a line.
  static let payloads: [String] = {
    let file = Schema.repository.appending(path: "Tests/WorkbenchTests/Fixtures/payloads.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }()

  @Test("the list has more than a hundred texts")
  func count() { #expect(Self.payloads.count > 100) }

  @Test("no text of an article, title, name or address becomes markup on any page")
  func stored() throws {
    let entries = Self.payloads.enumerated().map { number, payload in
      MadeTalks.entry(
        "\(number) \(payload)", title: payload, outlet: payload, holder: payload, words: payload,
        day: "2031-02-20")
    }
    let talks = try MadeTalks(entries)
    for (number, payload) in Self.payloads.enumerated().prefix(20) {
      let stance = try talks.stance("\(number) \(payload)")
      try talks.dossier.review(
        stance.id, .accept, reason: payload, by: payload, at: MadeTalks.now)
    }
    var paths = [
      "/", "/articles", "/issues", "/parties", "/changes", "/sources", "/review", "/add",
    ]
    paths += try talks.dossier.articles().map { talks.address($0.name) }
    paths += Self.payloads.map { "/parties/" + Slug.of($0) }
    paths += ["/issues/territory.withdrawal", "/compare"]
    for path in paths {
      let answer = talks.get(path)
      #expect(answer.status == 200, "\(path)")
      #expect(PageScanner(answer.text).faults == [], "\(path)")
    }
  }

  @Test("nothing of an address becomes markup")
  func reflected() throws {
    let talks = try MadeTalks.three()
    for (number, payload) in Self.payloads.enumerated() {
      let words = Query.encoded([("q", payload), ("on", payload), ("done", payload)])
      let targets = [
        "/search?\(Query.encoded([("q", payload)]))", "/?\(words)", "/articles/\(payload)",
        "/\(payload)", "/territory?date=\(payload)",
        "/articles?\(Query.encoded([("after", payload)]))",
      ]
      // Each text is tried on two of the pages, each page with many texts.
      for target in [targets[number % 6], targets[(number + 1) % 6]] {
        let answer = talks.get(target)
        #expect(PageScanner(answer.text).faults == [], "\(target)")
        #expect(answer.status < 500, "\(target)")
      }
    }
  }

  @Test("tables keep formulas from spreadsheets", arguments: ["=1+1", "+1", "@SUM(1)", "\t=1"])
  func formulas(_ text: String) throws {
    let talks = try MadeTalks([
      MadeTalks.entry("one", outlet: text, words: "Aland must go", day: "2031-02-20")
    ])
    let table = talks.get("/api/articles?format=csv").text
    #expect(table.contains("'" + text))
  }

  @Test(
    "no path leads out of the site",
    arguments: [
      "/../etc/passwd", "/static/../../Package.swift", "/static/..%2f..%2fPackage.swift",
      "/static/%2e%2e/%2e%2e/etc/passwd", "/articles/../../dossier.sqlite", "/static//etc/passwd",
      "/articles/..%00", "/static/parley.css%00.html", "/api/articles/../../../etc/passwd",
      "/static/..\\..\\Package.swift", "/originals/", "/dossier.sqlite", "/.git/config",
    ])
  func traversal(_ path: String) throws {
    let answer = try MadeTalks.three().get(path)
    #expect(answer.status == 404)
    #expect(!answer.text.contains("root:") && !answer.text.contains("swift-tools-version"))
  }

  @Test("a form without its token, or from elsewhere, changes nothing")
  func forgery() throws {
    let talks = try MadeTalks.three()
    let id = try talks.stance("first").id
    let path = talks.address("first") + "/reviews"
    let fields = [("stance", id), ("verdict", "accept")]
    let attempts = [
      talks.post(path, fields, token: nil), talks.post(path, fields, token: "guessed"),
      talks.post(path, fields, ["origin": "https://evil.example"]),
      talks.post(path, fields, ["origin": "null"]),
      talks.post(path, fields, ["sec-fetch-site": "cross-site"]),
      talks.post(path, fields, ["sec-fetch-site": "same-site"]),
      talks.post(path, fields, ["host": "evil.example", "origin": "http://evil.example"]),
      talks.post("/api" + path, fields),
    ]
    for answer in attempts { #expect(answer.status == 403) }
    let plain = talks.post(path, fields, ["content-type": "text/plain"])
    #expect(plain.status == 415)
    #expect(try talks.stance("first").review == nil)
    #expect(talks.post(path, fields).status == 303)
    #expect(try talks.stance("first").review?.by == "anna")
  }

  @Test(
    "a page under another name cannot read",
    arguments: ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io:8080", ""])
  func rebinding(_ host: String) throws {
    #expect(try MadeTalks.three().get("/", ["host": host]).status == 403)
  }

  @Test("a body that is too long is refused")
  func oversized() throws {
    let talks = try MadeTalks.three()
    let long = talks.post("/reviewer", [("reviewer", String(repeating: "a", count: 70_000))])
    #expect(long.status == 413)
    let upload = talks.service.answer(
      Incoming(
        "POST", "/add", headers: ["host": "localhost"],
        body: [UInt8](repeating: 0x61, count: (16 << 20) + 1)))
    #expect(upload.status == 413)
  }

  @Test(
    "no value begins another header field",
    arguments: [
      "a\r\nSet-Cookie: x=1", "a\nLocation: https://evil.example", "a\u{0}b", "a;Path=/x",
    ])
  func headers(_ value: String) throws {
    let talks = try MadeTalks.three()
    #expect(talks.post("/reviewer", [("reviewer", value)]).status == 400)
    var answer = Answer(200)
    answer.add("X-Test", value)
    let written = try #require(answer["X-Test"])
    #expect(!written.utf8.contains { $0 < 0x20 })
    let id = try talks.stance("first").id
    let back = talks.post("/reviews/1/undo", [("back", "//evil.example/" + value)])
    #expect(back["Location"].map { $0.hasPrefix("/review") } ?? true)
    #expect(id.count == 10)
  }

  @Test("every answer forbids scripts and styles inside pages, and everything from elsewhere")
  func policy() throws {
    let talks = try MadeTalks.three()
    for path in ["/", "/nope", "/api/state", "/static/parley.css", "/api/nope"] {
      let answer = talks.get(path)
      let policy = try #require(answer["Content-Security-Policy"])
      #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
      #expect(answer["X-Content-Type-Options"] == "nosniff")
    }
  }

  @Test("tokens let people in by their role")
  func tokens() throws {
    let text = """
      # who may what
      read   rita   rita-token-0123456789
      review rolf   rolf-token-0123456789
      """
    let talks = try MadeTalks(
      [MadeTalks.entry("first", outlet: "The Lantern", words: "Aland must go", day: "2031-02-20")],
      access: try .tokens(text), reviewer: nil)
    let fields = [("stance", try talks.stance("first").id), ("verdict", "accept")]
    let path = talks.address("first") + "/reviews"
    #expect(talks.get("/").status == 401)
    #expect(talks.get("/api/state").status == 401)
    #expect(talks.get("/", ["authorization": "Bearer wrong"]).status == 401)
    #expect(talks.get("/", ["authorization": "Bearer rita-token-0123456789"]).status == 200)
    #expect(talks.get("/", ["cookie": "parley-token=rita-token-0123456789"]).status == 200)
    let rita = ["authorization": "Bearer rita-token-0123456789"]
    let rolf = ["authorization": "Bearer rolf-token-0123456789"]
    #expect(talks.post(path, fields, rita).status == 401)
    #expect(talks.post(path, fields, rolf).status == 303)
    #expect(try talks.stance("first").review?.by == "rolf")
  }

  @Test("a token file that says nothing, or too little, is refused")
  func badTokens() {
    for text in [
      "", "# nothing", "read rita", "read rita short", "write rita rita-token-0123456789",
    ] {
      let error = #expect(throws: PageError.self) { try Access.tokens(text) }
      #expect(error?.description.contains("token") == true)
    }
  }
}
