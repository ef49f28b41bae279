/// One run of text of a page between two block boundaries: a paragraph, a heading, a list item, a
/// menu entry.
struct PageBlock: Sendable {
  /// Where its words stand in ``PageText/bytes``.
  var text: Range<Int>
  /// The element whose flow it belongs to: the nearest block element around it.
  var node: Int
  /// Its first text node.
  var firstNode: Int
  /// Its last text node.
  var lastNode: Int
  /// The number of words.
  var words = 0
  /// The number of words that are links.
  var linkWords = 0
  /// The number of words in bold.
  var boldWords = 0
  /// Whether it is kept from view by its markup (`hidden`, `display: none`).
  var isHidden = false
}

/// The text of a page, block by block, with what the tree says about every element.
struct PageText: Sendable {
  /// The tree that the text was taken from.
  let tree: MarkupTree
  /// The words of all blocks as UTF-8, white space squeezed.
  var bytes: [UInt8] = []
  /// The blocks in document order.
  var blocks: [PageBlock] = []

  /// Returns the words of block `index`.
  func words(_ index: Int) -> String {
    String(decoding: bytes[blocks[index].text], as: UTF8.self)
  }
}
