import TestSupport
import Testing

@Suite("parley extract")
struct ExtractCommandTests {
  private let page = """
    <html><head><title>Boats come home - Quay</title><meta property="og:site_name" content="Quay">
    </head><body><nav><a href="/">Home</a></nav><article><h1>Boats come home</h1>
    <p>By Ann Lee</p><time datetime="2024-03-05">5 March 2024</time>
    <p>The boats came home late on Tuesday, and the harbour master counted all of them twice
    before he locked the gates and went to see the owners in the town hall.</p>
    <p>He said that none was missing, and that the two which had been damaged in the storm would
    be repaired before the end of the month if the yard had room for them.</p>
    </article></body></html>
    """

  @Test("shows title, author, outlet, day and text")
  func view() throws {
    let run = try Program().run(["extract", "-"], input: page)
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.hasPrefix("Boats come home\nAnn Lee · Quay · 2024-03-05\n\nThe boats"))
    #expect(!run.output.contains("Home\n"))
  }

  @Test("writes the page as one JSON document")
  func json() throws {
    let run = try Program().run(["extract", "--json", "-"], input: page)
    #expect(
      run.output.hasPrefix("{\"schema\":\"parley/page/1\",\"id\":\"stdin\",\"kind\":\"article\""))
    #expect(run.output.contains("\"author\":[\"Ann Lee\"]"))
    #expect(run.output.hasSuffix("\"warnings\":[]}\n"))
  }

  @Test("names what it cannot read")
  func missing() throws {
    let run = try Program().run(["extract", "/no/such/page.html"])
    #expect(run.status == 66)
    #expect(
      run.errors == """
        parley: reading '/no/such/page.html': there is no such file
          check the path

        """)
  }

  @Test("does not fetch without a contact, nor from this machine")
  func fetching() throws {
    let nameless = try Program().run(["extract", "http://127.0.0.1:9/"])
    #expect(nameless.status == 64 && nameless.errors.contains("--contact"))
    let local = try Program().run(["extract", "--contact", "a@example.org", "http://127.0.0.1:9/"])
    #expect(local.status == 66 && local.errors.contains("on this machine or its network"))
  }
}
