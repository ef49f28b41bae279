import Testing

@testable import Fetching

@Suite("A web address")
struct WebAddressTests {
  @Test(
    "is read and written back",
    arguments: [
      ("http://Quay.example", "http://quay.example/"),
      ("https://quay.example:443/a?b#c", "https://quay.example/a?b"),
      ("https://quay.example:8443", "https://quay.example:8443/"),
      ("http://[::1]:80/x", "http://[::1]/x"),
      ("http://q.example/é x", "http://q.example/%C3%A9%20x"),
      ("http://q.example?x=1", "http://q.example/?x=1"),
    ])
  func reading(_ text: String, _ written: String) {
    #expect(WebAddress(text)?.description == written)
  }

  @Test(
    "is refused",
    arguments: [
      "file:///etc/passwd", "ftp://q.example", "q.example", "http://", "http://a b/", "http:///x",
      "http://q.example:0/", "http://q.example:99999/", "http://user:word@q.example/",
      "javascript:alert(1)", "", "http://q.exa\u{0}mple/", "http://[::1",
      "http://q.example/\r\nX: y",
    ])
  func refusal(_ text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test(
    "resolves what links say",
    arguments: [
      ("b", "http://q.example/a/b"), ("/b", "http://q.example/b"), ("../b", "http://q.example/b"),
      ("../../../b", "http://q.example/b"), ("./", "http://q.example/a/"),
      ("?y", "http://q.example/a/x?y"), ("//r.example/b", "http://r.example/b"),
      ("https://r.example/b", "https://r.example/b"), ("#t", "http://q.example/a/x?q"),
    ])
  func resolving(_ reference: String, _ absolute: String) {
    #expect(WebAddress("http://q.example/a/x?q")?.resolving(reference)?.description == absolute)
  }

  @Test("does not follow links of other schemes", arguments: ["file:/x", "mailto:a@b", "data:,x"])
  func otherSchemes(_ reference: String) {
    #expect(WebAddress("http://q.example/")?.resolving(reference) == nil)
  }
}
