/// A page with the text of its article as people marked it.
package struct LabelledPage: Sendable {
  /// The name of the page.
  package let id: String
  /// The page as bytes.
  package let html: [UInt8]
  /// The text of its article.
  package let article: String

  /// Makes a page.
  package init(id: String, html: [UInt8], article: String) {
    self.id = id
    self.html = html
    self.article = article
  }

  /// Returns, for each of `blocks`, the share of its words, 0...1, that stand in the article in
  /// the same order; 0 for a block without words.
  ///
  /// - Source: the longest common subsequence, Myers (1986), "An O(ND) Difference Algorithm".
  package func shares(of blocks: [String]) -> [Double] {
    var tokens: [Substring] = []
    var owners: [Int] = []
    for (index, block) in blocks.enumerated() {
      for token in Self.tokens(block) {
        tokens.append(token)
        owners.append(index)
      }
    }
    var counts = [Int](repeating: 0, count: blocks.count)
    var kept = counts
    for owner in owners {
      counts[owner] += 1
      kept[owner] += 1
    }
    for removal in Self.tokens(article).difference(from: tokens).removals {
      if case .remove(let offset, _, _) = removal { kept[owners[offset]] -= 1 }
    }
    return zip(kept, counts).map { $1 == 0 ? 0 : Double($0) / Double($1) }
  }

  static func tokens(_ text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
  }
}
