import Foundation
import TestSupport
import Testing

@Suite("Commands that take articles from the web")
struct WebCommandTests {
  private static let page = """
    <html><head><title>Talks stall - Quay</title><meta property="og:site_name" content="Quay">
    </head><body><nav><a href="/">Home</a></nav><article><h1>Talks stall</h1>
    <time datetime="2031-03-05">5 March 2031</time>
    <p>Bland demanded on Tuesday that Aland withdraw its troops from the valley before a further
    round, its spokesman said.</p>
    <p>Aland rejected the demand, and said that its troops would remain in the valley until the end
    of the month at least.</p></article></body></html>
    """
  private static let feed = """
    <rss version="2.0"><channel><title>Quay</title><item><guid>1</guid><title>Talks stall</title>
    <link>/talks</link></item></channel></rss>
    """

  private let site: TestSite
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    site = try TestSite { request, _ in
      switch request.target {
      case "/talks": .answer(200, ["Content-Type: text/html"], Array(Self.page.utf8))
      case "/feed": .answer(200, ["Content-Type: application/rss+xml"], Array(Self.feed.utf8))
      default: .answer(404)
      }
    }
  }

  private var asking: [String] { ["--contact", "https://quay.example/about", "--allow-private"] }

  private func dossier() throws -> String {
    let path = folder.url.path + "/talks"
    #expect(try Program().run(["init", path]).status == 0)
    return path
  }

  @Test("read an address, and say who asks")
  func read() throws {
    let run = try Program().run(["read", "--json", site.address("/talks")] + asking)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains(#""outlet":"Quay""#) && run.output.contains(#""holder":"Bland""#))
    let unnamed = try Program().run(["read", site.address("/talks")])
    #expect(unnamed.status == 64 && unnamed.errors.contains("give --contact"))
  }

  @Test("never ask this machine and its network unless that is allowed")
  func privateAddress() throws {
    let run = try Program().run(["read", site.address("/talks"), "--contact", "a@quay.example"])
    #expect(run.status == 66 && run.output.isEmpty)
    #expect(site.targets.isEmpty)
  }

  @Test("add a page once, keep what came in an archive, and add from the archive alike")
  func add() throws {
    let dossier = try dossier()
    let archive = folder.url.path + "/proof.warc.gz"
    let address = site.address("/talks")
    let run = try Program().run(["add", dossier, address, "--warc", archive] + asking)
    #expect(run.status == 0 && run.errors.contains("1 article added"), "\(run.errors)")
    let again = try Program().run(["add", dossier, address] + asking)
    #expect(again.errors.contains("0 articles added, 1 there already"), "\(again.errors)")
    let proof = try Program().run(["add", dossier, archive])
    #expect(proof.errors.contains("0 articles added, 1 there already"), "\(proof.errors)")
    let state = try Program().run(["state", dossier, "--on", "2031-03-06"])
    #expect(state.output.contains("BLAND"))
  }

  @Test("follow a feed: what is new is added once, the rest is told")
  func watch() throws {
    let dossier = try dossier()
    let feed = site.address("/feed")
    let none = try Program().run(["watch", dossier])
    #expect(none.status == 64 && none.errors.contains("add one with --add-feed"))
    let first = try Program().run(
      ["watch", dossier, "--add-feed", feed, "--query", "Aland", "--once"] + asking)
    #expect(
      first.status == 0 && first.errors.contains("1 feed, 1 article added"), "\(first.errors)")
    let second = try Program().run(["watch", dossier, "--allow-private"])
    #expect(second.status == 0 && second.errors.contains("0 articles added"), "\(second.errors)")
    #expect(site.targets.count { $0 == "/talks" } == 1)
    let list = try Program().run(["watch", dossier, "--list"])
    #expect(list.output.contains(feed) && list.output.contains("Aland"))
    let gone = try Program().run(["watch", dossier, "--remove", feed])
    #expect(gone.status == 0)
    #expect(try !Program().run(["watch", dossier, "--list"]).output.contains(feed))
  }
}
