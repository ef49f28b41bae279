import ByteStreams
import Intake
import Synchronization
import TestSupport
import Testing

@testable import Fetching

@Suite("Fetching", .serialized)
struct FetcherTests {
  /// A clock that does not wait, and remembers how long it was asked to.
  final class Waits: Sendable {
    private let list = Mutex<[Duration]>([])
    var all: [Duration] { list.withLock { $0 } }
    var clock: FetchClock {
      FetchClock(
        now: { self.all.reduce(.zero, +) },
        sleep: { wait in self.list.withLock { $0.append(wait) } })
    }
  }

  private static let page = Array("<p>The boats came home.</p>".utf8)

  private func settings(_ change: (inout FetchSettings) -> Void = { _ in }) -> FetchSettings {
    var settings = FetchSettings(contact: "https://quay.example/about")
    settings.allowsPrivateAddresses = true
    settings.delay = .zero
    settings.keepsToRobots = false
    settings.retries = 0
    change(&settings)
    return settings
  }

  private func kind(
    _ address: String, _ settings: FetchSettings, _ resolver: Fetcher.Resolver? = nil
  ) async -> FetchError.Kind? {
    let fetcher = Fetcher(settings, clock: Waits().clock, resolver: resolver)
    let error = await #expect(throws: FetchError.self) { try await fetcher.fetch(address) }
    return error?.kind
  }

  @Test("gives body, headers and version, and says who asks")
  func page() async throws {
    let site = try TestSite { _, _ in
      .answer(200, ["Content-Type: text/html; charset=utf-8", "ETag: \"a1\""], Self.page)
    }
    let page = try await Fetcher(settings()).fetch(site.address("/a?b=c"))
    #expect(page.body == Self.page)
    #expect(page.contentType == "text/html; charset=utf-8")
    #expect(page.version == PageVersion(tag: "\"a1\""))
    let request = try #require(site.all.first)
    #expect(request.target == "/a?b=c")
    #expect(request.headers["user-agent"] == "parley/0.1 (+https://quay.example/about)")
  }

  @Test("asks again only for what has changed")
  func conditional() async throws {
    let site = try TestSite { request, _ in
      request.headers["if-none-match"] == "\"a1\"" ? .answer(304) : .answer(200, [], Self.page)
    }
    let fetcher = Fetcher(settings())
    let address = site.address("/a")
    #expect(try await fetcher.fetch(address, since: PageVersion(tag: "\"a1\"")).status == 304)
    #expect(try await fetcher.fetch(address, since: PageVersion(tag: "\"a0\"")).status == 200)
  }

  @Test("follows redirects, and tells of moves for good", arguments: [301, 302, 303, 307, 308])
  func redirects(_ status: Int) async throws {
    let site = try TestSite { request, _ in
      request.target == "/new" ? .answer(200, [], Self.page) : .answer(status, ["Location: new"])
    }
    let page = try await Fetcher(settings()).fetch(site.address("/old"))
    #expect(page.body == Self.page && page.redirects.count == 1)
    #expect(page.address.target == "/new")
    #expect((page.movedTo != nil) == (status == 301 || status == 308))
  }

  @Test("stops at loops, long chains and redirects to nowhere")
  func badRedirects() async throws {
    let site = try TestSite { request, _ in
      switch request.target {
      case "/loop": .answer(302, ["Location: /pool"])
      case "/pool": .answer(302, ["Location: /loop"])
      case "/file": .answer(302, ["Location: file:///etc/passwd"])
      case "/none": .answer(302)
      default: .answer(302, ["Location: \(request.target)x"])
      }
    }
    #expect(await kind(site.address("/loop"), settings()) == .redirectLoop)
    #expect(await kind(site.address("/chain"), settings()) == .tooManyRedirects(8))
    #expect(
      await kind(site.address("/file"), settings()) == .badRedirect("file:///etc/passwd"))
    #expect(await kind(site.address("/none"), settings()) == .badRedirect(nil))
    #expect(await kind("file:///etc/passwd", settings()) == .notAnAddress)
  }

  @Test("never reaches this machine unless that is allowed, by name and by redirect either")
  func privateAddresses() async throws {
    let site = try TestSite { _, _ in .answer(200, [], Self.page) }
    let strict = settings { $0.allowsPrivateAddresses = false }
    let local = try #require(NetworkAddress("127.0.0.1"))
    #expect(await kind(site.address("/"), strict) == .privateHost("127.0.0.1", local))
    let named = await kind(site.address("/", host: "quay.example"), strict) { _ in [local] }
    #expect(named == .privateHost("quay.example", local))
    // One public address among private ones is no excuse.
    let mixed = await kind(site.address("/", host: "quay.example"), strict) { _ in
      [NetworkAddress("192.0.43.7"), NetworkAddress("10.1.2.3")].compactMap { $0 }
    }
    #expect(mixed == NetworkAddress("10.1.2.3").map { .privateHost("quay.example", $0) })
    #expect(site.targets.isEmpty)
  }

  @Test("connects to the address that was checked, under the name that was asked for")
  func pinned() async throws {
    let site = try TestSite { _, _ in .answer(200, [], Self.page) }
    let fetcher = Fetcher(settings()) { _ in [NetworkAddress("127.0.0.1")].compactMap { $0 } }
    let page = try await fetcher.fetch(site.address("/", host: "quay.example"))
    #expect(page.body == Self.page)
    #expect(site.all.first?.headers["host"] == "quay.example:\(site.port)")
  }

  @Test("ends bodies that are endless, too long, cut off or silent")
  func badBodies() async throws {
    let head = Array("HTTP/1.1 200 X\r\nConnection: close\r\n\r\n".utf8)
    let site = try TestSite { request, _ in
      switch request.target {
      case "/endless": .endless(head + [UInt8](repeating: 0x61, count: 10_000))
      case "/long": .answer(200, [], [UInt8](repeating: 0x61, count: 60_000))
      case "/short": .answer(200, [], Self.page, length: 5000)
      case "/silent": .silence(Array("HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\nab".utf8))
      default: .raw(Array("nonsense\r\n\r\n".utf8))
      }
    }
    let limited = settings { $0.mostBytes = 50_000 }
    let impatient = settings { $0.silenceTimeout = .milliseconds(100) }
    #expect(await kind(site.address("/endless"), limited) == .tooLong(limit: 50_000))
    #expect(await kind(site.address("/long"), limited) == .tooLong(limit: 50_000))
    #expect(await kind(site.address("/short"), limited) == .cutOff)
    #expect(await kind(site.address("/silent"), impatient) == .timeout)
    guard case .connection = await kind(site.address("/nonsense"), limited) else {
      Issue.record("nonsense was taken for an answer")
      return
    }
  }

  @Test("decompresses, within the limit, and forgives plain text that is called gzip")
  func compression() async throws {
    let bomb = Gzip.compress([UInt8](repeating: 0, count: 1_000_000))
    let packed = Gzip.compress(Self.page)
    let site = try TestSite { request, _ in
      switch request.target {
      case "/good": .answer(200, ["Content-Encoding: gzip"], packed)
      case "/bomb": .answer(200, ["Content-Encoding: gzip"], bomb)
      case "/bad": .answer(200, ["Content-Encoding: gzip"], Array(packed.dropLast(10)))
      default: .answer(200, ["Content-Encoding: gzip"], Self.page)
      }
    }
    let limited = settings { $0.mostBytes = 100_000 }
    let good = try await Fetcher(limited).fetch(site.address("/good"))
    #expect(good.body == Self.page && good.rawBody == packed)
    let plain = try await Fetcher(limited).fetch(site.address("/plain"))
    #expect(plain.body == Self.page && plain.warnings.count == 1)
    #expect(await kind(site.address("/bomb"), limited) == .tooLong(limit: 100_000))
    guard case .brokenCompression = await kind(site.address("/bad"), limited) else {
      Issue.record("a damaged body was taken")
      return
    }
  }

  @Test("tries again after failures that may pass, waiting longer each time")
  func retries() async throws {
    let site = try TestSite { request, before in
      switch request.target {
      case "/later": before < 2 ? .answer(503) : .answer(200, [], Self.page)
      case "/asked": before < 1 ? .answer(429, ["Retry-After: 7"]) : .answer(200, [], Self.page)
      case "/gone": .answer(404)
      default: .answer(500)
      }
    }
    let patient = settings { $0.retries = 3 }
    let waits = Waits()
    #expect(
      try await Fetcher(patient, clock: waits.clock).fetch(site.address("/later")).status == 200)
    #expect(waits.all == [.seconds(1), .seconds(2)])
    let asked = Waits()
    _ = try await Fetcher(patient, clock: asked.clock).fetch(site.address("/asked"))
    #expect(asked.all == [.seconds(7)])
    #expect(await kind(site.address("/broken"), patient) == .status(500))
    #expect(site.targets.count { $0 == "/broken" } == 4)
    #expect(await kind(site.address("/gone"), patient) == .status(404))
    #expect(site.targets.count { $0 == "/gone" } == 1)
  }

  @Test("keeps to robots.txt, which it asks for once, and to the delay between requests")
  func robots() async throws {
    let site = try TestSite { request, _ in
      request.target == "/robots.txt"
        ? .answer(200, [], Array("User-agent: *\nDisallow: /private\nCrawl-delay: 5".utf8))
        : .answer(200, [], Self.page)
    }
    let waits = Waits()
    let polite = settings {
      $0.keepsToRobots = true
      $0.delay = .seconds(2)
    }
    let fetcher = Fetcher(polite, clock: waits.clock)
    _ = try await fetcher.fetch(site.address("/a"))
    _ = try await fetcher.fetch(site.address("/b"))
    let error = await #expect(throws: FetchError.self) {
      try await fetcher.fetch(site.address("/private/c"))
    }
    #expect(error?.kind == .forbiddenByRobots)
    #expect(site.targets == ["/robots.txt", "/a", "/b"])
    #expect(waits.all == [.seconds(2), .seconds(5)])
  }

  @Test("without a robots.txt takes all, with a broken site nothing")
  func missingRobots() async throws {
    let polite = settings { $0.keepsToRobots = true }
    let open = try TestSite { request, _ in
      request.target == "/robots.txt" ? .answer(404) : .answer(200, [], Self.page)
    }
    #expect(try await Fetcher(polite).fetch(open.address("/a")).body == Self.page)
    let broken = try TestSite { _, _ in .answer(500) }
    #expect(await kind(broken.address("/a"), polite) == .noRobots(status: 500))
  }

  @Test("says what was wrong and what to do")
  func messages() {
    #expect(
      FetchError(.status(404), address: "http://q.example/a").description
        == "fetching 'http://q.example/a': the site answered with status 404\n  check the address")
  }
}
