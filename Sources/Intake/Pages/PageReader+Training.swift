/// The blocks of a page as the model sees them, to learn from.
package struct DescribedPage: Sendable {
  /// The words of the blocks.
  package let blocks: [String]
  /// The number of words of each.
  package let words: [Int]
  /// `width` numbers a block.
  package let rows: [Float]
  /// How many numbers describe one block.
  package let width: Int
}

extension PageReader {
  /// Returns the blocks of the page `bytes` as the model sees them.
  package func describe(_ bytes: [UInt8]) -> DescribedPage {
    let decoded = PageEncoding.decode(bytes, contentType: nil)
    let tree = MarkupParser.parse(decoded.utf8)
    let text = PageTextBuilder.text(of: tree, references)
    let head = PageHead(tree, metaNames, references)
    let sums = PageSums(text)
    let title = TitleFinder.find(text, head, sums)
    let features = BlockFeatures(text, sums, title: title.title, classes, phrases)
    return DescribedPage(
      blocks: text.blocks.indices.map(text.words), words: text.blocks.map(\.words),
      rows: features.rows, width: features.width)
  }
}
