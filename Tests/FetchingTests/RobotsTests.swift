import Testing

@testable import Fetching

@Suite("Rules for robots")
struct RobotsTests {
  private let text = """
    # all
    User-agent: *
    Disallow: /private
    Allow: /private/open
    Disallow: /*.pdf$

    User-agent: other
    User-agent: Parley/1.0
    Disallow: /
    Allow: /news/
    Crawl-delay: 2.5
    """

  @Test(
    "go by the longest that matches",
    arguments: [
      ("/", true), ("/private", false), ("/private/open/x", true), ("/a.pdf", false),
      ("/a.pdf?x", true), ("/PRIVATE", true),
    ])
  func common(_ target: String, _ isAllowed: Bool) {
    let rules = RobotsRules(Array(text.utf8), for: "someone")
    #expect(rules.allows(target) == isAllowed)
    #expect(rules.delay == nil)
  }

  @Test(
    "for one program replace those for all", arguments: [("/a.pdf", false), ("/news/a.pdf", true)])
  func own(_ target: String, _ isAllowed: Bool) {
    let rules = RobotsRules(Array(text.utf8), for: "parley")
    #expect(rules.allows(target) == isAllowed)
    #expect(rules.delay == 2.5)
  }

  @Test("of any bytes allow all or something", arguments: ["", "x", "\u{0}", "Disallow: /", ":"])
  func odd(_ text: String) {
    #expect(RobotsRules(Array(text.utf8), for: "parley").allows("/a"))
  }

  @Test(
    "know public machines from others",
    arguments: [
      ("8.8.8.8", true), ("10.0.0.1", false), ("172.15.0.1", true), ("172.16.0.1", false),
      ("192.168.1.1", false), ("169.254.169.254", false), ("127.1.2.3", false), ("0.0.0.0", false),
      ("100.64.0.1", false), ("224.0.0.1", false), ("255.255.255.255", false),
      ("::1", false), ("::", false), ("fe80::1", false), ("fd00::1", false), ("ff02::1", false),
      ("::ffff:127.0.0.1", false), ("::ffff:8.8.8.8", true), ("64:ff9b::a00:1", false),
      ("2002:7f00:1::", false), ("2606:4700::1111", true), ("2001:db8::1", false),
    ])
  func machines(_ text: String, _ isPublic: Bool) {
    #expect(NetworkAddress(text)?.isPublic == isPublic)
  }
}
