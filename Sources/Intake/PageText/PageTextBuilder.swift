/// Takes the readable text out of a page's tree.
struct PageTextBuilder {
  private struct Surroundings {
    /// The nearest block element.
    var block: Int32 = 0
    var isLink = false
    var isBold = false
    var isHidden = false
    var isPreformatted = false
  }

  private let references: CharacterReferences
  private var page: PageText
  private var surroundings: [Surroundings]
  private var current: PageBlock?
  /// Whether white space is due before the next word of the block.
  private var isSpaceDue = false
  private var isInWord = false
  private var pendingBreaks = 0

  /// Returns the text of `tree`.
  static func text(of tree: MarkupTree, _ references: CharacterReferences) -> PageText {
    var builder = PageTextBuilder(tree, references)
    builder.run()
    return builder.page
  }

  private init(_ tree: MarkupTree, _ references: CharacterReferences) {
    self.references = references
    page = PageText(tree: tree)
    page.bytes.reserveCapacity(tree.source.count / 4)
    surroundings = [Surroundings](repeating: Surroundings(), count: tree.nodes.count)
  }

  private mutating func run() {
    let count = page.tree.nodes.count
    var index = 1
    while index < count {
      let node = page.tree.nodes[index]
      if node.tag == .text {
        appendText(index)
        index += 1
        continue
      }
      let traits = node.tag.traits
      if traits.contains(.block) { finishBlock() }
      if traits.contains(.unread) || node.tag == .head {
        index = Int(node.end)
        continue
      }
      var inner = surroundings[Int(node.parent)]
      if traits.contains(.block) { inner.block = Int32(index) }
      switch node.tag {
      case .a: inner.isLink = page.tree.range(of: .href, at: index) != nil
      case .b, .strong, .h1, .h2, .h3, .h4, .h5, .h6: inner.isBold = true
      case .pre: inner.isPreformatted = true
      case .br:
        pendingBreaks += 1
        if pendingBreaks > 1 { finishBlock() } else { isSpaceDue = true }
      default: break
      }
      if !inner.isHidden, isHidden(index) { inner.isHidden = true }
      surroundings[index] = inner
      index += 1
    }
    finishBlock()
  }

  private func isHidden(_ node: Int) -> Bool {
    let tree = page.tree
    let first = Int(tree.nodes[node].firstAttribute)
    for attribute in tree.attributes[first..<first + Int(tree.nodes[node].attributeCount)] {
      switch attribute.name {
      case .hidden: return true
      case .style:
        let value = tree.source[Int(attribute.start)..<Int(attribute.end)]
          .filter { !isSpace($0) }[...]
        if value.contains(subsequence: "display:none") { return true }
        if value.contains(subsequence: "visibility:hidden") { return true }
      default: break
      }
    }
    return false
  }

  private mutating func finishBlock() {
    pendingBreaks = 0
    isSpaceDue = false
    isInWord = false
    guard var block = current else { return }
    current = nil
    block.text = block.text.lowerBound..<page.bytes.count
    page.blocks.append(block)
  }

  private mutating func appendText(_ index: Int) {
    let node = page.tree.nodes[index]
    let around = surroundings[Int(node.parent)]
    if let block = current, block.node != Int(around.block) { finishBlock() }
    let source = page.tree.source
    var position = Int(node.sourceStart)
    let end = Int(node.sourceEnd)
    while position < end {
      let byte = source[position]
      if isSpace(byte) {
        if around.isPreformatted, byte == 0x0A, current != nil {
          page.bytes.append(0x0A)
          isSpaceDue = false
        } else {
          isSpaceDue = true
        }
        isInWord = false
        position += 1
        continue
      }
      beginIfNeeded(index, around)
      if isSpaceDue {
        if let block = current, page.bytes.count > block.text.lowerBound { appendSpace() }
        isSpaceDue = false
      }
      let before = page.bytes.count
      if byte == UInt8(ascii: "&") {
        position = references.decode(source, at: position, limit: end, into: &page.bytes)
      } else {
        page.bytes.append(byte)
        position += 1
      }
      count(before, around)
    }
  }

  private mutating func appendSpace() {
    page.bytes.append(pendingBreaks > 0 ? 0x0A : 0x20)
    pendingBreaks = 0
  }

  private mutating func beginIfNeeded(_ index: Int, _ around: Surroundings) {
    guard current == nil else {
      current?.lastNode = index
      return
    }
    isSpaceDue = false
    pendingBreaks = 0
    current = PageBlock(
      text: page.bytes.count..<page.bytes.count, node: Int(around.block), firstNode: index,
      lastNode: index, isHidden: around.isHidden)
  }

  /// Counts the words that begin in the bytes from `start` on; turns a no-break space into a space.
  private mutating func count(_ start: Int, _ around: Surroundings) {
    let length = page.bytes.count
    if length >= 2, page.bytes[length - 1] == 0xA0, page.bytes[length - 2] == 0xC2 {
      page.bytes.removeLast(2)
      isSpaceDue = true
      isInWord = false
      return
    }
    guard start < length else { return }
    let byte = page.bytes[start]
    guard byte >= 0x80 || byte &- 0x30 < 10 || asciiLowercased(byte) &- 0x61 < 26 else {
      if byte != UInt8(ascii: "'") { isInWord = false }
      return
    }
    if isInWord { return }
    isInWord = true
    current?.words += 1
    if around.isLink { current?.linkWords += 1 }
    if around.isBold { current?.boldWords += 1 }
  }
}

extension ArraySlice<UInt8> {
  /// Whether `text`, in ASCII, occurs in the bytes.
  func contains(subsequence text: String) -> Bool {
    let target = Array<UInt8>(text.utf8)
    guard let first = target.first else { return true }
    var start = startIndex
    while start + target.count <= endIndex {
      if self[start] == first, self[start..<start + target.count].elementsEqual(target) {
        return true
      }
      start += 1
    }
    return false
  }
}
