/// Knows feeds by their first bytes.
public enum FeedSignature {
  private static let roots = ["<rss", "<rdf:RDF", "<RDF", "<feed", "<atom:feed", "<channel"]

  /// Whether `bytes` begin like an RSS, Atom or JSON feed.
  public static func isFeed(_ bytes: [UInt8]) -> Bool {
    var rest = bytes.prefix(1 << 14)
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    rest = rest.drop(while: isSpace)
    if rest.first == UInt8(ascii: "{") {
      return String(decoding: rest.prefix(1 << 12), as: UTF8.self).contains("jsonfeed.org/version")
    }
    let text = String(decoding: rest, as: UTF8.self)
    guard let root = Self.root(text) else { return false }
    return roots.contains { name in
      root.hasPrefix(name) && root.dropFirst(name.count).first.map { !$0.isLetter } ?? true
    }
  }

  /// The text from the first element on; declarations, comments and instructions are passed over.
  private static func root(_ text: String) -> Substring? {
    var rest = text[...]
    while true {
      rest = rest.drop { $0.isWhitespace }
      let end: String
      if rest.hasPrefix("<!--") {
        end = "-->"
      } else if rest.hasPrefix("<?") {
        end = "?>"
      } else if rest.hasPrefix("<!"), !rest.lowercased().hasPrefix("<!doctype html") {
        end = ">"
      } else {
        return rest.hasPrefix("<") ? rest : nil
      }
      guard let found = rest.firstRange(of: end) else { return nil }
      rest = rest[found.upperBound...]
    }
  }
}
