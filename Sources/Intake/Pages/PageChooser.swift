internal import ParleyModel

/// Parts the blocks of a page into its article and what is set aside.
struct PageChooser {
  /// The probability from which on a block belongs to the article.
  private static let threshold = 0.42
  /// Fewer words than these are no article.
  private static let leastWords = 25
  /// A page that is not free and shows fewer words than these is cut off.
  private static let mostWordsOfTeaser = 350
  /// The most words of a line that says who wrote the article, or when.
  private static let mostWordsOfFacts = 8
  /// The length of a word with the space after it, on average.
  private static let bytesAWord = 6
  /// The fewest bytes of script on a page that is made by scripts.
  private static let leastScript = 2000

  let text: PageText
  let features: BlockFeatures
  let model: BlockModel
  let head: PageHead
  let dates: DateReader
  let authors: [String]

  /// Fills in the paragraphs, what is set aside, and what kind of page it is.
  func fill(_ page: inout ExtractedPage) {
    let kept = chosen()
    for (index, block) in text.blocks.enumerated() {
      // A block of no-break spaces alone holds nothing to keep.
      guard !block.text.isEmpty else { continue }
      let words = text.words(index)
      if kept[index] {
        append(words, index, to: &page.paragraphs)
      } else {
        let reason = features.reason(index, isHidden: block.isHidden)
        let source = sourceRange(block)
        if let last = page.setAside.last, last.reason == reason, index > 0, !kept[index - 1] {
          page.setAside[page.setAside.count - 1].text += "\n" + words
          page.setAside[page.setAside.count - 1].source = ByteRange(
            last.source.lowerBound, max(source.upperBound, last.source.upperBound))
        } else {
          page.setAside.append(SetAside(reason: reason, text: words, source: source))
        }
      }
    }
    var words = 0
    for (index, block) in text.blocks.enumerated() where kept[index] { words += block.words }
    if let body = declaredBody(page) {
      words = max(words, body.utf8.count / Self.bytesAWord)
      page.warnings.append("the page shows little of its text; it was taken from its linked data")
      let whole = ByteRange(0, page.source.count)
      page.paragraphs = body.split(separator: "\n").map { line in
        PageParagraph(kind: .paragraph, text: String(line).squeezed, source: whole)
      }.filter { !$0.text.isEmpty }
    }
    page.kind = kind(words: words)
  }

  private func chosen() -> [Bool] {
    guard model.width == features.width else {
      return [Bool](repeating: false, count: text.blocks.count)
    }
    let probabilities = text.blocks.indices.map { model.probability(features.row($0)) }
    var bound = Self.threshold
    let best = probabilities.max() ?? 0
    // A page of another kind than most still has a part that is most like an article.
    if best < bound { bound = best * 0.7 }
    var chosen = probabilities.map { $0 >= bound }
    let firstProse = text.blocks.indices.first { chosen[$0] && text.blocks[$0].words >= 12 } ?? 0
    for index in text.blocks.indices where chosen[index] {
      if enclosing(.figcaption, text.blocks[index].node) != nil
        || (index < firstProse && isLineOfFacts(index))
      {
        chosen[index] = false
      }
    }
    return chosen
  }

  /// Whether a block before the text says who wrote it, or when, and no more.
  private func isLineOfFacts(_ index: Int) -> Bool {
    let block = text.blocks[index]
    guard block.words <= Self.mostWordsOfFacts else { return false }
    if !dates.dates(in: text.bytes, block.text).isEmpty { return true }
    let words = text.words(index).lowercased()
    return authors.contains { words.contains($0.lowercased()) }
  }

  private func sourceRange(_ block: PageBlock) -> ByteRange {
    let first = Int(text.tree.nodes[block.firstNode].sourceStart)
    let last = Int(text.tree.nodes[block.lastNode].sourceEnd)
    return ByteRange(first, max(first, last))
  }

  private func append(_ words: String, _ index: Int, to paragraphs: inout [PageParagraph]) {
    let block = text.blocks[index]
    let row = enclosing(.tr, block.node)
    if let row, index > 0, enclosing(.tr, text.blocks[index - 1].node) == row,
      paragraphs.last?.kind == .tableRow
    {
      let place = paragraphs.count - 1
      paragraphs[place].text += " | " + words
      paragraphs[place].source = ByteRange(
        paragraphs[place].source.lowerBound, sourceRange(block).upperBound)
      return
    }
    paragraphs.append(
      PageParagraph(
        kind: kind(of: block, isInRow: row != nil), text: words, source: sourceRange(block)))
  }

  private func enclosing(_ tag: MarkupTag, _ node: Int) -> Int? {
    var node = node
    for _ in 0..<6 where node > 0 {
      if text.tree.nodes[node].tag == tag { return node }
      node = Int(text.tree.nodes[node].parent)
    }
    return nil
  }

  private func kind(of block: PageBlock, isInRow: Bool) -> PageParagraph.Kind {
    let tag = text.tree.nodes[block.node].tag
    if tag.isHeading { return .heading }
    if isInRow { return .tableRow }
    if tag == .pre { return .preformatted }
    if enclosing(.blockquote, block.node) != nil { return .quotation }
    return enclosing(.li, block.node) != nil ? .listItem : .paragraph
  }

  /// Returns the text that the linked data give where the page itself shows far less.
  private func declaredBody(_ page: ExtractedPage) -> String? {
    guard let body = head.article?.body else { return nil }
    let shown = page.paragraphs.reduce(0) { $0 + $1.text.utf8.count }
    return body.utf8.count > 400 && body.utf8.count > shown * 3 ? body : nil
  }

  private func kind(words: Int) -> ExtractedPage.Kind {
    let isFree = head.items.lazy.compactMap(\.isFree).first ?? true
    if words < Self.mostWordsOfTeaser, !isFree || features.speaksOfPayment {
      return .paywalled
    }
    if words >= Self.leastWords { return .article }
    let all = text.blocks.reduce(0) { $0 + $1.words }
    return head.scriptBytes >= Self.leastScript && all < 200 ? .scriptOnly : .empty
  }
}
