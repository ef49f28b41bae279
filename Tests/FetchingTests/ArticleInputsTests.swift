import DataFiles
import Foundation
import Intake
import TestSupport
import Testing

@testable import Fetching

@Suite("Inputs of all kinds", .serialized)
struct ArticleInputsTests {
  private static let page = Array(
    "<html><body><h1>Boats</h1><p>They came home.</p></body></html>".utf8)

  private func data() throws -> DataFolder {
    try DataFolder(path: Schema.repository.appending(path: "Data").path)
  }

  private func web(
    archive: WebArchive? = nil, known: @escaping @Sendable (String) -> PageVersion? = { _ in nil }
  ) -> WebAccess {
    var settings = FetchSettings(contact: "https://quay.example/about")
    settings.allowsPrivateAddresses = true
    settings.delay = .zero
    settings.keepsToRobots = false
    settings.retries = 0
    let clock = FetchClock(now: { .zero }, sleep: { _ in })
    return WebAccess(
      Fetcher(settings, clock: clock), archive: archive, now: { "2031-03-09T08:00:00Z" },
      known: known)
  }

  private func all(_ inputs: [String], _ web: WebAccess?) async throws -> [RawArticle] {
    var source = ArticleInputs(inputs, web: web, data: try data())
    var found: [RawArticle] = []
    while let raw = try await source.next() { found.append(raw) }
    return found
  }

  private func address(_ raw: RawArticle) -> String? {
    if case .page(_, let web) = raw { web.address } else { nil }
  }

  @Test("a page comes with its bytes and where it was; what was fetched is archived")
  func page() async throws {
    let site = try TestSite { request, _ in
      request.target == "/old"
        ? .answer(301, ["Location: /new"])
        : .answer(200, ["Content-Type: text/html", "ETag: \"7\""], Self.page)
    }
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "proof.warc.gz").path
    let archive = WebArchive(path: path, software: "test")
    let found = try await all([site.address("/old")], web(archive: archive))
    guard case .page(let bytes, let origin) = found.first, found.count == 1 else {
      Issue.record("no page")
      return
    }
    #expect(bytes == Self.page)
    #expect(origin.requested == site.address("/old") && origin.address == site.address("/new"))
    #expect(origin.tag == "\"7\"" && origin.fetched == "2031-03-09T08:00:00Z")
    let again = try await all([path], nil)
    #expect(again.map(address) == [site.address("/new")])
  }

  @Test("a feed gives its pages, oldest first, and without a way to the web what it holds")
  func feed() async throws {
    let site = try TestSite { request, _ in
      guard request.target == "/feed" else { return .answer(200, [], Self.page) }
      let feed = """
        <rss><channel><title>Quay</title>
        <item><title>B</title><link>/b</link><description>Of B.</description></item>
        <item><title>A</title><link>/a</link><description>&lt;p&gt;Of A.&lt;/p&gt;</description></item>
        </channel></rss>
        """
      return .answer(200, [], Array(feed.utf8))
    }
    let pages = try await all([site.address("/feed")], web())
    #expect(pages.map(address) == [site.address("/a"), site.address("/b")])
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "feed.xml",
      "<?xml version='1.0'?><rss><channel><item><title>A</title><link>http://q.example/a</link>"
        + "<description>Of A.</description></item></channel></rss>")
    let held = try await all([file.path], nil)
    guard case .page(let bytes, let origin) = held.first, held.count == 1 else {
      Issue.record("no page")
      return
    }
    #expect(String(decoding: bytes, as: UTF8.self) == "Of A.")
    #expect(origin.announced.title == "A" && origin.address == "http://q.example/a")
  }

  @Test("a page that has not changed is passed over, one that fails is a failure among the others")
  func unchanged() async throws {
    let site = try TestSite { request, _ in
      if request.target == "/gone" { return .answer(404) }
      return request.headers["if-none-match"] == "\"7\""
        ? .answer(304) : .answer(200, [], Self.page)
    }
    let known = site.address("/known")
    var inputs = ArticleInputs(
      [known, site.address("/gone"), site.address("/new")],
      web: web { $0 == known ? PageVersion(tag: "\"7\"") : nil }, data: try data())
    var kinds: [String] = []
    while let raw = try await inputs.next() {
      switch raw {
      case .page(_, let web): kinds.append(web.address)
      case .failure(let error): kinds.append(error.code)
      default: kinds.append("other")
      }
    }
    #expect(kinds == ["notFetched", site.address("/new")])
    #expect(inputs.unchanged == 1)
  }
}
