package import ParleyModel

/// Puts the chain of an attribution together, from the article's outlet to the first speaker.
package struct ChainBuilder: Sendable {
  private let outlet: ChainLink?
  private let own: [String]

  /// Takes the outlet from the article's metadata, else from its dateline.
  package init(article: Article) {
    let agency = article.dateline?.outlet.map { article.words($0) }
    outlet =
      (article.outlet ?? agency).map { ChainLink(name: $0, kind: .outlet, words: nil) }
    own = [article.outlet, agency].compactMap { $0 }.map(Self.key)
  }

  /// Returns the chain through `relays` to `speaker`; a link that is the article's own outlet is
  /// not repeated, and an unknown speaker ends the chain before him.
  package func chain(relays: [ChainLink], speaker: ChainLink?) -> [ChainLink] {
    var chain: [ChainLink] = outlet.map { [$0] } ?? []
    for link in relays where !isOwn(link) { chain.append(link) }
    if let speaker, !isOwn(speaker) || chain.isEmpty { chain.append(speaker) }
    return chain
  }

  private func isOwn(_ link: ChainLink) -> Bool {
    guard link.kind == .outlet, let name = link.name else { return false }
    let key = Self.key(name)
    return own.contains { $0 == key || $0.hasPrefix(key + " ") || $0.hasSuffix(" " + key) }
  }

  private static func key(_ name: String) -> String {
    var key = name.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " }
    if key.hasPrefix("the ") { key = String(key.dropFirst(4)) }
    return key
  }
}
