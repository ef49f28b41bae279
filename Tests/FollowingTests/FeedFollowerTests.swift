import DataFiles
import Dossier
import Fetching
import Foundation
import ParleyModel
import Synchronization
import TestSupport
import Testing

@testable import Following
@testable import Intake

@Suite("Following the feeds of a dossier", .serialized)
struct FeedFollowerTests {
  /// What the site gives now.
  final class News: Sendable {
    private let state = Mutex<(items: [(id: String, title: String)], text: [String: String])>(
      ([], [:]))
    let isBroken = Mutex(false)

    func publish(_ id: String, _ title: String, _ text: String) {
      state.withLock { state in
        state.items.insert((id, title), at: 0)
        state.text[id] = text
      }
    }

    func reply(to target: String) -> TestSite.Reply {
      state.withLock { state in
        if target == "/feed" {
          let items = state.items.map {
            "<item><guid>\($0.id)</guid><title>\($0.title)</title><link>/\($0.id)</link></item>"
          }
          let feed =
            "<rss version='2.0'><channel><title>Quay</title>\(items.joined())</channel></rss>"
          return .answer(200, ["Content-Type: application/rss+xml"], Array(feed.utf8))
        }
        let id = String(target.dropFirst())
        guard let text = state.text[id] else { return .answer(404) }
        if isBroken.withLock({ $0 }) { return .answer(503) }
        let page = """
          <html><head><title>\(id)</title></head><body><article><h1>On \(id)</h1>
          <p>\(text) The harbour master counted all of the boats twice before he locked the gates.</p>
          <p>He said that none was missing, and that two of them would be repaired this month.</p>
          </article></body></html>
          """
        return .answer(200, ["Content-Type: text/html"], Array(page.utf8))
      }
    }
  }

  private static let time = Timestamp(seconds: 1_932_768_000)

  private func follower(_ dossier: Dossier, helper: DossierReader? = nil) throws
    -> FeedFollower
  {
    var settings = FetchSettings(contact: "https://quay.example/about")
    settings.allowsPrivateAddresses = true
    settings.delay = .zero
    settings.keepsToRobots = false
    settings.retries = 0
    let clock = FetchClock(now: { .zero }, sleep: { _ in })
    let web = WebAccess(Fetcher(settings, clock: clock), now: { Self.time.description })
    let data = try DataFolder(path: Schema.repository.appending(path: "Data").path)
    return try FeedFollower(dossier, web: web, data: data, helper: helper) { Self.time }
  }

  private func dossier(in folder: TemporaryFolder) throws -> Dossier {
    try Dossier.create(folder.url.path + "/talks", title: "Talks", at: Self.time)
  }

  @Test("adds each article once, and only what its query asks for")
  func once() async throws {
    let news = News()
    let site = try TestSite { request, _ in news.reply(to: request.target) }
    let folder = try TemporaryFolder()
    let dossier = try dossier(in: folder)
    try dossier.changeFollowed { $0.follow(site.address("/feed"), query: "ceasefire, Bland") }
    news.publish("one", "One", "The envoys spoke about a ceasefire on Tuesday.")
    news.publish("two", "Two", "The fish was good this year.")
    let follower = try follower(dossier)
    let first = try await follower.round { _ in }
    #expect(first.added.count == 1 && first.passedOver == 1 && first.feedsRead == 1)
    news.publish("three", "Three", "Bland asks for a ceasefire.")
    let second = try await follower.round { _ in }
    #expect(second.added.count == 1 && second.known == 0 && second.passedOver == 0)
    #expect(try dossier.articles().count == 2)
    #expect(site.targets.count { $0 == "/one" } == 1)
  }

  @Test("has a helper read what is taken, and nothing else, and tells what it says")
  func helped() async throws {
    let news = News()
    let site = try TestSite { request, _ in news.reply(to: request.target) }
    let folder = try TemporaryFolder()
    let dossier = try dossier(in: folder)
    try dossier.changeFollowed { $0.follow(site.address("/feed"), query: "ceasefire") }
    news.publish("one", "One", "The envoys spoke about a ceasefire on Tuesday.")
    news.publish("two", "Two", "The fish was good this year.")
    let asked = Mutex(0)
    let helper = DossierReader(name: "own; helped", isAssisted: true) { article, _ in
      asked.withLock { $0 += 1 }
      return DossierReader.Reading(
        ArticleReading(article: article, attributions: []), reader: "own; helped",
        message: "slow today")
    }
    var told: [String] = []
    _ = try await follower(dossier, helper: helper).round { told.append($0) }
    #expect(asked.withLock { $0 } == 1 && told.contains { $0.hasSuffix(": slow today") })
    let name = try #require(try dossier.articles().first?.name)
    #expect(try dossier.isRead(name, by: "own; helped"))
  }

  @Test("finishes what was cut off, without loss or doubles")
  func crash() async throws {
    let news = News()
    let site = try TestSite { request, _ in news.reply(to: request.target) }
    let folder = try TemporaryFolder()
    let dossier = try dossier(in: folder)
    try dossier.changeFollowed { $0.follow(site.address("/feed")) }
    for number in 0..<4 { news.publish("p\(number)", "P", "A ceasefire, the \(number)th.") }
    // The site breaks down after the feed was noted: nothing is taken, all waits.
    news.isBroken.withLock { $0 = true }
    let broken = try await follower(dossier).round { _ in }
    #expect(broken.postponed == 4 && broken.added.isEmpty)
    #expect(try dossier.followed().waiting.count == 4)
    news.isBroken.withLock { $0 = false }
    let again = try await follower(try Dossier(opening: dossier.path)).round { _ in }
    #expect(again.added.count == 4)
    #expect(try dossier.articles().count == 4)
    #expect(try dossier.followed().waiting.isEmpty)
  }

  @Test("keeps an article that changed as a further version, and gives up one that is gone")
  func changes() async throws {
    let news = News()
    let site = try TestSite { request, _ in news.reply(to: request.target) }
    let folder = try TemporaryFolder()
    let dossier = try dossier(in: folder)
    try dossier.changeFollowed { $0.follow(site.address("/feed")) }
    news.publish("one", "One", "The envoys spoke.")
    let follower = try follower(dossier)
    _ = try await follower.round { _ in }
    news.publish("one", "One, corrected", "The envoys did not speak.")
    let changed = try await follower.round { _ in }
    #expect(changed.changed.count == 1 && changed.added.isEmpty)
    #expect(try dossier.articles().map(\.versions) == [2])
    try dossier.changeFollowed {
      $0.note(
        Feed(form: .rss, items: [FeedItem(id: "x", address: site.address("/gone"))]),
        from: site.address("/feed"))
    }
    #expect(try await follower.round { _ in }.givenUp == 1)
  }

  @Test("takes an article that two feeds name once, and a feed that has moved from where it is now")
  func moved() async throws {
    let news = News()
    let site = try TestSite { request, _ in
      switch request.target {
      case "/old": .answer(301, ["Location: /feed"])
      case "/other": news.reply(to: "/feed")
      default: news.reply(to: request.target)
      }
    }
    let folder = try TemporaryFolder()
    let dossier = try dossier(in: folder)
    try dossier.changeFollowed {
      $0.follow(site.address("/old"), query: "ceasefire")
      $0.follow(site.address("/other"))
    }
    news.publish("one", "One", "A ceasefire is near.")
    let follower = try follower(dossier)
    let first = try await follower.round { _ in }
    #expect(first.added.count == 1 && first.feedsRead == 2)
    #expect(
      try dossier.followed().feeds.map(\.address)
        == [site.address("/feed"), site.address("/other")])
    #expect(try dossier.followed().feeds.first?.query == "ceasefire")
    news.publish("two", "Two", "The ceasefire holds.")
    let second = try await follower.round { _ in }
    #expect(second.added.count == 1 && second.known == 0)
    #expect(try dossier.articles().count == 2)
    #expect(site.targets.count { $0 == "/old" } == 1)
  }

  @Test(
    "queries are met by words, parties and issues",
    arguments: [
      (nil, true), ("", true), ("harbour master", true), ("harbour  MASTER!", true),
      ("bour", false), ("Aland", true), ("territory", true), ("territory.withdrawal", true),
      ("fish, Aland", true), ("fish", false), ("master harbour", false),
      ("the Alanders", true), ("the Blanders", false),
    ] as [(String?, Bool)])
  func queries(query: String?, isMet: Bool) {
    let text = Array("The harbour master, they say, must leave.".utf8)
    let article = Article(
      id: ArticleID("a"), title: nil, outlet: nil, published: nil, text: text,
      paragraphs: [ByteRange(0, text.count)])
    let reading = ArticleReading(
      article: article, attributions: [],
      positions: [
        Position(
          holder: "Aland", act: .demand, issue: IssueCode("territory.withdrawal"),
          evidence: ByteRange(0, 3), confidence: 1)
      ])
    let names = ["the alanders": "Aland", "the blanders": "Bland"]
    #expect(FeedQuery(query) { names[$0] ?? $0 }.matches(reading) == isMet)
  }
}
