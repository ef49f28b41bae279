/// A kind of page: its path, what its address may ask for, and how it is made.
struct Route: Sendable {
  /// Something that an address may ask for.
  struct Parameter: Sendable {
    let name: String
    let meaning: String
    /// A regular expression or `nil`, for the description of the interface.
    var form: String?
  }

  /// The path below the site's root; one part may be a name in braces.
  let path: String
  let summary: String
  var parameters: [Parameter] = []
  /// Whether the page looks at a view of the record.
  var hasView = true
  /// Whether it makes sense without a server.
  var isPublished = true
  /// Makes the page from the parts of the site, what stands in place of the braces, and the query.
  let make: @Sendable (PageMaker, Site, String, Query) throws -> Page

  /// What stands in place of the braces; empty where there are none, `nil` if `path` is another.
  func match(_ parts: [String]) -> String? {
    let own = path.split(separator: "/").map(String.init)
    guard own.count == parts.count else { return nil }
    var found = ""
    for (a, b) in zip(own, parts) {
      if a.hasPrefix("{") { found = b } else if a != b { return nil }
    }
    return found
  }

  /// The name in braces; `nil` if there is none.
  var variable: String? {
    path.split(separator: "/").first { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
  }
}
