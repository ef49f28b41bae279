import Dossier
import Fetching
import Foundation
import GRDB
import ParleyModel
import Synchronization
import TestSupport
import Testing

@testable import Workbench

@Suite("The service")
struct ServiceTests {
  @Test("every route of the description answers, and every page is described")
  func description() throws {
    let talks = try MadeTalks.three()
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(talks.get("/api/openapi.json").body))
        as? [String: Any])
    #expect(document["openapi"] as? String == "3.1.0")
    let paths = try #require(document["paths"] as? [String: [String: Any]])
    _ = try talks.service.adding.begin(.articles([]))
    let names = [
      "{article}": "first", "{issue}": "territory.withdrawal", "{party}": "Aland", "{number}": "1",
      "{report}": "first",
    ]
    for (path, methods) in paths {
      let target = names.reduce(path) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
      if methods["get"] != nil, !path.hasSuffix("/events") {
        let answer = talks.get(target)
        #expect(answer.status == 200, "\(target)")
        #expect(answer["Content-Type"] == "application/json")
        let page = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
        #expect((page?["schema"] as? String)?.hasPrefix("parley/page/") == true, "\(target)")
        #expect(talks.get(String(target.dropFirst(4))).status == 200, "\(target) as a page")
      }
      if methods["post"] != nil {
        #expect(
          talks.post(target, [], ["parley-client": "test"]).status != 404
            || target.contains("reviews"))
      }
    }
    #expect(Set(paths.keys).isSuperset(of: Site.routes.map { "/api/" + $0.path }))
  }

  @Test("an answer that is known is not sent again")
  func tags() throws {
    let talks = try MadeTalks.three()
    for path in ["/", "/api/state", "/static/parley.js"] {
      let first = talks.get(path)
      let tag = try #require(first["ETag"])
      let second = talks.get(path, ["if-none-match": tag])
      #expect(second.status == 304 && second.body.isEmpty)
      #expect(talks.get(path, ["if-none-match": "\"other\""]).status == 200)
    }
    let before = try #require(talks.get("/")["ETag"])
    try talks.dossier.review(
      try talks.stance("first").id, .accept, by: "anna", at: MadeTalks.now)
    #expect(talks.get("/", ["if-none-match": before]).status == 200)
  }

  @Test("answers are compressed for those who understand it")
  func compressed() throws {
    let talks = try MadeTalks.three()
    let packed = talks.get("/", ["accept-encoding": "br, gzip;q=0.8"])
    #expect(packed["Content-Encoding"] == "gzip")
    #expect(packed.body.starts(with: [0x1F, 0x8B]))
    #expect(packed.body.count < talks.get("/").body.count)
    #expect(talks.get("/", ["accept-encoding": "br"])["Content-Encoding"] == nil)
    #expect(talks.get("/", ["accept-encoding": "gzip;q=0"])["Content-Encoding"] == nil)
  }

  @Test("HEAD answers like GET, without the body")
  func head() throws {
    let talks = try MadeTalks.three()
    let answer = talks.service.answer(Incoming("HEAD", "/", headers: ["host": "localhost"]))
    #expect(answer.status == 200 && answer.body.isEmpty)
    #expect(answer["Content-Length"] == "\(talks.get("/").body.count)")
  }

  @Test("errors under /api are problems, with a message in three parts")
  func problems() throws {
    let talks = try MadeTalks.three()
    let cases: [(String, Int)] = [
      ("/api/nope", 404), ("/api/articles/nope", 404), ("/api/state?on=yesterday", 400),
      ("/api/state?least=2", 400), ("/api/help?format=csv", 400), ("/api/state?format=xml", 400),
      ("/api/issues/nope", 404), ("/api/parties/nope", 404), ("/api/articles?after=nope", 404),
    ]
    for (target, status) in cases {
      let answer = talks.get(target)
      #expect(answer.status == status, "\(target)")
      #expect(answer["Content-Type"] == "application/problem+json")
      let problem = try #require(
        JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
      #expect(problem["status"] as? Int == status)
      let detail = try #require(problem["detail"] as? String)
      #expect(detail.contains(": ") && detail.contains(";"), "\(detail)")
    }
    let put = talks.service.answer(Incoming("PUT", "/", headers: ["host": "localhost"]))
    #expect(put.status == 405 && put["Allow"] == "GET, HEAD, POST")
  }

  @Test("what failed here is told on the server's side alone")
  func failures() throws {
    let told = Mutex<[String]>([])
    let talks = try MadeTalks.three { line in told.withLock { $0.append(line) } }
    try DatabaseQueue(path: talks.dossier.path + "/dossier.sqlite").write { database in
      try database.execute(sql: "UPDATE reading SET document = X'00'")
    }
    for path in ["/api/articles/first", "/articles/first"] {
      let answer = talks.get(path)
      #expect(answer.status == 500)
      #expect(!answer.text.contains("unpack") && !answer.text.contains(talks.dossier.path))
      #expect(answer.text.contains("something failed here"))
    }
    #expect(told.withLock { $0.count } == 2)
  }

  @Test("a view looks at the days that its address names")
  func views() throws {
    let talks = try MadeTalks.three()
    #expect(talks.get("/api/articles?known=2031-02-20").text.contains("\"count\":1"))
    #expect(talks.get("/api/articles").text.contains("\"count\":3"))
    #expect(talks.get("/?known=2031-02-20").text.contains("/articles?known=2031-02-20"))
    #expect(
      talks.get("/api/issues/territory.withdrawal?on=2031-02-24").text.contains("Bland will")
        == false)
  }

  @Test("a review is taken, corrected, and taken back")
  func reviews() throws {
    let talks = try MadeTalks.three()
    let path = talks.address("first") + "/reviews"
    let id = try talks.stance("first").id
    let accepted = talks.post(path, [("stance", id), ("verdict", "accept"), ("seen", "0")])
    #expect(accepted.status == 303)
    #expect(accepted["Location"] == "/articles/first?done=accept#s-\(id)")
    #expect(talks.post(path, [("stance", id), ("verdict", "reject"), ("seen", "0")]).status == 409)
    let number = try #require(try talks.stance("first").review?.number)
    let corrected = talks.post(
      path,
      [
        ("stance", id), ("verdict", "correct"), ("seen", "\(number)"), ("holder", "Cland"),
        ("act", "propose"), ("words", "leave the valley"), ("why", "the envoy's words"),
      ])
    #expect(corrected.status == 303)
    let stance = try talks.stance("first")
    #expect(stance.holder == "Cland" && stance.act == .propose)
    #expect(stance.review?.reason == "the envoy's words")
    let log = try talks.dossier.reviewLog()
    #expect(log.last?.corrected?.count == "leave the valley".utf8.count)
    #expect(stance.words == "leave the valley")
    #expect(talks.get("/api/articles/first").text.contains("\"words\":\"leave the valley\""))
    let last = try #require(stance.review?.number)
    #expect(talks.post("/reviews/\(last)/undo", [("back", "articles/first")]).status == 303)
    #expect(try talks.stance("first").holder == "Aland")
  }

  @Test(
    "a correction that cannot be is refused",
    arguments: [
      ([("words", "not in the text")], 422), ([("act", "beg")], 400), ([("issue", "nope")], 400),
      ([], 422), ([("asOf", "some day")], 400),
    ] as [([(String, String)], Int)])
  func badCorrections(_ fields: [(String, String)], _ status: Int) throws {
    let talks = try MadeTalks.three()
    let id = try talks.stance("first").id
    let answer = talks.post(
      talks.address("first") + "/reviews", [("stance", id), ("verdict", "correct")] + fields)
    #expect(answer.status == status)
    #expect(try talks.stance("first").review == nil)
  }

  @Test("an article comes in by a program, once")
  func adding() throws {
    let talks = try MadeTalks.three()
    func send() -> Answer {
      talks.service.answer(
        Incoming(
          "POST", "/api/articles?name=fourth&outlet=The+Post&published=2031-03-01",
          headers: [
            "host": "localhost", "parley-client": "test", "content-type": "text/plain",
          ], body: Array("Aland demands that Bland leave the valley, an envoy said.".utf8)))
    }
    let first = send()
    #expect(first.status == 201 && first["Location"] == "/api/articles/fourth")
    #expect(send().status == 200)
    #expect(talks.get("/articles/fourth").text.contains("The Post"))
    #expect(talks.get("/search?q=envoy").text.contains("/articles/fourth"))
  }

  /// Sends two files as the page Add would.
  private func upload(_ talks: MadeTalks) -> Answer {
    let texts = ["Aland demands that Bland leave the valley, an envoy said.", "Bland refuses."]
    var body = "--x\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(MadeTalks.token)\r\n"
    for (number, text) in texts.enumerated() {
      body +=
        "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(number).txt\"\r\n\r\n"
        + text + "\r\n"
    }
    return talks.service.answer(
      Incoming(
        "POST", "/add",
        headers: [
          "host": "localhost:8080", "origin": "http://localhost:8080",
          "content-type": "multipart/form-data; boundary=x",
        ], body: Array((body + "--x--\r\n").utf8)))
  }

  @Test("several articles are added one after the other, and each is told as it is added")
  func additions() async throws {
    let talks = try MadeTalks.three()
    let begun = upload(talks)
    #expect(begun.status == 303 && begun["Location"] == "/additions/1")
    let events = talks.get("/api/additions/1/events")
    #expect(events["Content-Type"] == "text/event-stream")
    var text = ""
    for await bytes in try #require(events.stream) {
      text += String(decoding: bytes, as: UTF8.self)
    }
    #expect(text.components(separatedBy: "event: article\n").count == 3)
    #expect(text.contains("id: 1\n") && text.contains("\"outcome\":\"added\""))
    #expect(text.hasSuffix("event: done\nid: 2\ndata: {\"articles\":2}\n\n"))
    let rest = talks.get("/api/additions/1/events", ["last-event-id": "1"])
    var more = ""
    for await bytes in try #require(rest.stream) { more += String(decoding: bytes, as: UTF8.self) }
    #expect(more.components(separatedBy: "event: article\n").count == 2)
    #expect(talks.get("/additions/1").text.contains("All done."))
    #expect(talks.get("/api/additions/1").text.contains("\"done\":true"))
    #expect(talks.get("/api/additions/2").status == 404)
  }

  @Test("an address is fetched only where the server may, and never from this machine's network")
  func addresses() async throws {
    let site = try TestSite { _, _ in .answer(200, ["Content-Type: text/plain"], Array("x".utf8)) }
    let closed = try MadeTalks.three()
    #expect(closed.post("/add", [("address", site.address("/a"))]).status == 422)
    #expect(closed.post("/add", [("address", "file:///etc/passwd")]).status == 400)
    var settings = FetchSettings(contact: "https://quay.example/about")
    settings.retries = 0
    settings.delay = .zero
    let talks = try MadeTalks(
      [], web: WebAccess(Fetcher(settings), now: { "2031-03-09T08:00:00Z" }))
    #expect(talks.post("/add", [("address", site.address("/a"))])["Location"] == "/additions/1")
    var text = ""
    for await bytes in try #require(talks.get("/api/additions/1/events").stream) {
      text += String(decoding: bytes, as: UTF8.self)
    }
    #expect(text.contains("\"outcome\":\"failed\"") && text.contains("on this machine"))
    #expect(site.all.isEmpty)
  }

  @Test("a difference of reviewers is settled by a button, once")
  func settling() throws {
    let talks = try MadeTalks.three()
    let id = try talks.stance("first").id
    try talks.dossier.review(id, .accept, by: "anna", at: MadeTalks.now)
    try talks.dossier.review(id, .reject, by: "ben", at: MadeTalks.now)
    let page = talks.get("/review").text
    #expect(page.contains("Settle as anna says") && page.contains("Settle as ben says"))
    #expect(talks.post("/reviews/1/settle", [])["Location"] == "/review?done=settled")
    #expect(try talks.stance("first").review?.verdict == .accept)
    #expect(!talks.get("/review").text.contains("Settle as"))
    #expect(talks.post("/reviews/1/settle", []).status == 409)
  }

  @Test("files of a form are told apart")
  func multipart() throws {
    let body =
      "--x\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nabc\r\n"
      + "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a b.txt\"\r\n"
      + "Content-Type: text/plain\r\n\r\none\r\ntwo\r\n--x--\r\n"
    let parts = try #require(
      Multipart(Array(body.utf8), type: "multipart/form-data; boundary=x")?.parts)
    #expect(parts.map(\.name) == ["token", "files"])
    #expect(parts[1].file == "a b.txt")
    #expect(parts[1].bytes == Array("one\r\ntwo".utf8))
    #expect(Multipart([], type: "text/plain") == nil)
  }
}
