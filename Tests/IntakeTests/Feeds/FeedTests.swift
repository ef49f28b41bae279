import DataFiles
import ParleyModel
import Testing

@testable import Intake

@Suite("Feeds")
struct FeedTests {
  private static let rss = """
    <?xml version="1.0" encoding="utf-8"?><rss version="2.0"
     xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Quay</title>
    <link>https://quay.example/</link>
    <item><title>Dues &amp; boats</title><link>https://quay.example/2</link>
    <guid isPermaLink="false">q2</guid><pubDate>Tue, 05 Mar 2024 08:00:00 GMT</pubDate>
    <description><![CDATA[<p>Halved.</p>]]></description></item>
    <item><title>Storm</title><link>https://quay.example/1?utm_source=feed</link><guid>q1</guid></item>
    </channel></rss>
    """

  private func read(_ text: String) throws -> Feed {
    try FeedReader(DataFolder.locate()).read(Array(text.utf8), address: "https://quay.example/feed")
  }

  @Test("in RSS give their items")
  func rss() throws {
    let feed = try read(Self.rss)
    #expect(feed.form == .rss && feed.title == "The Quay" && feed.site == "https://quay.example/")
    #expect(feed.items.map(\.id) == ["q2", "q1"])
    #expect(feed.items[0].title == "Dues & boats")
    #expect(feed.items[0].summary == "<p>Halved.</p>")
    #expect(feed.items[0].published?.description == "2024-03-05")
  }

  @Test("in Atom give their items")
  func atom() throws {
    let feed = try read(
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title><link rel="self" href="/f"/>
      <link href="https://quay.example/"/><entry><id>tag:1</id><title>Storm</title>
      <link rel="edit" href="https://quay.example/e"/><link href="https://quay.example/1"/>
      <author><name>Ann Lee</name></author><updated>2024-03-05T08:00:00Z</updated></entry></feed>
      """)
    #expect(feed.form == .atom && feed.site == "https://quay.example/")
    let item = try #require(feed.items.first)
    #expect(item.address == "https://quay.example/1" && item.authors == ["Ann Lee"])
    #expect(item.published?.description == "2024-03-05" && item.id == "tag:1")
  }

  @Test("in JSON give their items")
  func json() throws {
    let feed = try read(
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "Quay", "items": [
       {"id": 7, "url": "https://quay.example/7", "date_published": "2024-03-05T08:00:00Z"},
       {"title": ["odd"], "url": "https://quay.example/8"}]}
      """)
    #expect(feed.items.map(\.address) == ["https://quay.example/7", "https://quay.example/8"])
    #expect(feed.items[0].id == "7" && feed.items[1].id == "https://quay.example/8")
  }

  @Test(
    "are told from what is none", arguments: ["", "hello", "<html></html>", "{}", "{\"a\":", "<"])
  func noFeed(_ text: String) {
    #expect(throws: FeedError.self) { try read(text) }
  }

  @Test(
    "cut off anywhere give the items before", arguments: Array(stride(from: 60, to: 700, by: 37)))
  func cut(_ length: Int) throws {
    let whole = try read(Self.rss).items
    let items = try read(String(Self.rss.prefix(length))).items
    #expect(items.count <= 2)
    if let first = items.first, items.count == 2 || length > 520 { #expect(first == whole[0]) }
  }
}

@Suite("Following feeds")
struct FollowedFeedsTests {
  private let address = "https://quay.example/feed"

  private func feed(_ items: [(id: String, title: String)]) -> Feed {
    Feed(
      form: .rss,
      items: items.map {
        FeedItem(id: $0.id, address: "https://quay.example/\($0.id)", title: $0.title)
      })
  }

  @Test("takes each item once, the oldest first")
  func once() {
    var followed = FollowedFeeds()
    followed.follow(address)
    followed.follow(address)
    #expect(followed.note(feed([("2", "b"), ("1", "a"), ("1", "a")]), from: address) == 2)
    #expect(followed.waiting.map(\.item.id) == ["1", "2"])
    for one in followed.waiting { followed.done(one.item) }
    #expect(followed.note(feed([("3", "c"), ("2", "b")]), from: address) == 1)
    #expect(followed.waiting.map(\.item.id) == ["3"])
  }

  @Test("loses nothing and doubles nothing when it ends at any point", arguments: 0...6)
  func crash(_ taken: Int) {
    var followed = FollowedFeeds()
    followed.follow(address)
    let items = (0..<6).map { (id: "\(5 - $0)", title: "t") }
    followed.note(feed(items), from: address, tag: "x")
    var got: [String] = []
    for one in followed.waiting.prefix(taken) {
      got.append(one.item.id)
      followed.done(one.item)
    }
    // What was stored last is all that is left; the feed is read once more.
    var again = followed
    again.note(feed(items), from: address, tag: "x")
    for one in again.waiting {
      got.append(one.item.id)
      again.done(one.item)
    }
    #expect(got == ["0", "1", "2", "3", "4", "5"])
    #expect(again.waiting.isEmpty)
  }

  @Test("offers an item again that says something else")
  func changes() {
    var followed = FollowedFeeds()
    followed.follow(address)
    followed.note(feed([("1", "a")]), from: address)
    followed.note(feed([("1", "b")]), from: address)
    #expect(followed.waiting.map(\.item.title) == ["b"])
    for one in followed.waiting { followed.done(one.item) }
    followed.note(feed([("1", "c")]), from: address)
    #expect(followed.waiting.map(\.isChange) == [true])
  }

  @Test("knows one page in two feeds, whatever its address says of the reader's way")
  func twoFeeds() {
    var followed = FollowedFeeds()
    followed.follow(address)
    followed.follow("https://quay.example/all")
    let plain = FeedItem(id: "a", address: "https://quay.example/1?x=2")
    let marked = FeedItem(id: "b", address: "https://quay.example/1?utm_source=all&x=2#top")
    followed.note(Feed(form: .rss, items: [plain]), from: address)
    followed.note(Feed(form: .rss, items: [marked]), from: "https://quay.example/all")
    #expect(followed.waiting.count == 1)
  }

  @Test("moves with a feed that has moved for good, and does not follow it twice")
  func moves() {
    var followed = FollowedFeeds()
    followed.follow(address)
    followed.note(feed([]), from: address, movedTo: "https://quay.example/new")
    #expect(followed.feeds.map(\.address) == ["https://quay.example/new"])
    followed.follow(address)
    followed.note(feed([]), from: address, movedTo: "https://quay.example/new")
    #expect(followed.feeds.count == 1)
    followed.noteFailure("https://quay.example/new")
    #expect(followed.feeds[0].failures == 1)
  }
}
