/// Finds the headline of a page.
struct TitleFinder {
  /// Marks that part a headline from the name of its site in a page's title.
  private static let separators = [" | ", " - ", " – ", " — ", " · ", " :: ", " • ", " » ", " « "]

  private let page: PageText
  private let head: PageHead

  /// The least score by which a heading is the page's headline.
  private static let leastScore = 0.55

  /// The least likeness of a heading to what the page declares as its title, 0...1, by which they
  /// are versions of one headline.
  private static let sameHeadline = 0.75

  /// A headline and the block that shows it.
  struct Found {
    let title: String?
    let block: Int?
  }

  /// Returns the headline, `nil` where the page has none, with the block that it stands in.
  static func find(_ page: PageText, _ head: PageHead, _ sums: PageSums) -> Found {
    TitleFinder(page: page, head: head).find(sums)
  }

  private func find(_ sums: PageSums) -> Found {
    let declared = [head.meta(.title), head.article?.headline, head.title].compactMap { $0 }
      .filter { !$0.isEmpty }.map { strippedOfSite($0) }
    let likely = headingAboveProse(sums)
    let declaredWords = declared.map(Self.words)
    let outlet = Self.words(head.meta(.outlet) ?? head.article?.publisher ?? "")
    var best: (score: Double, block: Int)?
    for (index, block) in page.blocks.enumerated() {
      let tag = page.tree.nodes[block.node].tag
      guard tag == .h1 || tag == .h2, block.words > 0, block.words < 50 else { continue }
      let words = Self.words(page.words(index))
      let likeness = declaredWords.map { Self.likeness(words, $0) }.max() ?? 0.5
      // A heading of level two is the headline only if it says what the page's title says.
      guard tag == .h1 || likeness >= 0.8 else { continue }
      var score = likeness + (tag == .h1 ? 0.25 : 0) + (index == likely ? 0.35 : 0)
      if block.isHidden { score -= 0.1 }
      if words.count < 3 { score -= 0.2 }
      if words == outlet { score -= 0.6 }
      if score >= Self.leastScore, score > (best?.score ?? 0) + 1e-9 { best = (score, index) }
    }
    guard let best else { return Found(title: declared.first, block: likely) }
    let heading = strippedOfSite(page.words(best.block).squeezed)
    return Found(title: chosen(heading, declared), block: best.block)
  }

  /// Returns the last heading of level one before the first prose of the page's main part.
  private func headingAboveProse(_ sums: PageSums) -> Int? {
    page.blocks.indices.last { index in
      index <= sums.firstProse && page.tree.nodes[page.blocks[index].node].tag == .h1
    }
  }

  /// Returns the heading, or what the page declares where that is the heading without the date or
  /// byline that stands in it, or where two declarations agree against it.
  private func chosen(_ heading: String, _ declared: [String]) -> String {
    let words = Self.words(heading)
    for title in declared {
      let inner = Self.words(title)
      guard inner.count >= 3, inner.count < words.count, heading.contains(title) else { continue }
      let rest = heading.replacing(title, with: " ")
      if rest.contains(where: { $0.isNumber || "|()[]:".contains($0) }) { return title }
    }
    guard let title = head.title, title == head.meta(.title), title == strippedOfSite(title),
      Self.likeness(words, Self.words(title)) >= Self.sameHeadline || title.hasPrefix(heading),
      !Self.separators.contains(where: { title.hasPrefix(heading + $0) })
    else { return heading }
    return title
  }

  /// Returns `title` without the name of the site before or after it.
  private func strippedOfSite(_ title: String) -> String {
    var title = title
    let outlet = head.meta(.outlet) ?? head.article?.publisher
    for _ in 0..<2 {
      guard let cut = lastSeparator(title) else { return title }
      let first = String(title[..<cut.lowerBound])
      let last = String(title[cut.upperBound...])
      let site = Self.words(outlet ?? "")
      if !site.isEmpty, Self.likeness(site, Self.words(first)) > 0.6 {
        title = last
      } else if !site.isEmpty, Self.likeness(site, Self.words(last)) > 0.6 {
        title = first
      } else if Self.words(last).count <= 4, Self.words(first).count > Self.words(last).count {
        title = first
      } else {
        return title
      }
    }
    return title
  }

  private func lastSeparator(_ title: String) -> Range<String.Index>? {
    var best: Range<String.Index>?
    for separator in Self.separators {
      var end = title.endIndex
      while let index = title[..<end].lastIndex(of: separator.first ?? " ") {
        if title[index...].hasPrefix(separator) {
          let range = index..<title.index(index, offsetBy: separator.count)
          if range.lowerBound > best?.lowerBound ?? title.startIndex { best = range }
          break
        }
        end = index
      }
    }
    return best
  }

  /// The words of `text`: letters and digits, case folded.
  static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The Dice coefficient of two lists of words as sets, 0...1.
  static func likeness(_ a: [String], _ b: [String]) -> Double {
    let first = Set(a)
    let second = Set(b)
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    return 2 * Double(first.intersection(second).count) / Double(first.count + second.count)
  }
}
