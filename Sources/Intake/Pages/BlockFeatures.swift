/// What is known of every block of a page, as numbers for ``BlockModel``: the block itself, the
/// elements around it, its neighbours, and where it stands in the page.
struct BlockFeatures: Sendable {
  /// One row a block, `width` numbers a row.
  private(set) var rows: [Float] = []
  /// How many numbers describe one block.
  private(set) var width = 0

  /// What stands in a column of distances where there is nothing in reach.
  private static let far = 40

  let page: PageText
  /// The groups of class words of every node.
  let classMasks: [UInt64]
  /// The kinds of phrases of every block.
  let blockMasks: [UInt32]
  /// The names of the groups and kinds, in the order of the bits.
  let groups: [String]
  let kinds: [String]
  private let sums: PageSums
  private let titleHash: UInt64

  init(
    _ page: PageText, _ sums: PageSums, title: String?, _ classes: ClassWords,
    _ phrases: BlockWords
  ) {
    self.page = page
    groups = classes.groups
    kinds = phrases.kinds
    blockMasks = page.blocks.map { phrases.mask(of: page.bytes, $0.text) }
    classMasks = Self.classMasks(page.tree, classes)
    self.sums = sums
    titleHash = LetterHash.of(Array((title ?? "").utf8)[...])
    rows.reserveCapacity(page.blocks.count * 160)
    for index in page.blocks.indices {
      describe(index)
      if index == 0 { width = rows.count }
    }
  }

  /// Returns the numbers that describe block `index`.
  func row(_ index: Int) -> ArraySlice<Float> { rows[index * width..<(index + 1) * width] }

  private static func classMasks(_ tree: MarkupTree, _ classes: ClassWords) -> [UInt64] {
    var masks = [UInt64](repeating: 0, count: tree.nodes.count)
    var known: [UInt64: UInt64] = [:]
    for index in tree.nodes.indices where tree.nodes[index].tag != .text {
      let first = Int(tree.nodes[index].firstAttribute)
      for attribute in tree.attributes[first..<first + Int(tree.nodes[index].attributeCount)] {
        switch attribute.name {
        case .class, .id, .role, .testID, .component, .ariaLabel, .itemprop:
          let range = Int(attribute.start)..<Int(attribute.end)
          guard range.count < 600 else { continue }
          var hash = LetterHash.none
          for byte in tree.source[range] { hash = ByteHash.adding(hash, byte) }
          if let mask = known[hash] {
            masks[index] |= mask
          } else {
            let mask = classes.mask(of: tree.source, range)
            known[hash] = mask
            masks[index] |= mask
          }
        default: break
        }
      }
    }
    return masks
  }

  private mutating func add(_ value: Int) { rows.append(Float(value)) }
  private mutating func add(_ value: Float) { rows.append(value) }
  private mutating func add(_ value: Bool) { rows.append(value ? 1 : 0) }

  private mutating func describe(_ index: Int) {
    describeWords(index)
    describeAncestors(index)
    describeElements(index)
    describeNeighbours(index)
    describePlace(index)
  }

  private mutating func describeWords(_ index: Int) {
    let block = page.blocks[index]
    let shape = TextShape(page.bytes, block.text)
    add(block.words)
    add(block.text.count)
    add(Float(block.linkWords) / Float(max(block.words, 1)))
    add(Float(block.boldWords) / Float(max(block.words, 1)))
    add(Float(block.text.count) / Float(max(block.words, 1)))
    add(shape.sentenceEnds)
    add(shape.commas)
    add(shape.endsInStop)
    add(shape.endsInColon)
    add(Float(shape.digits) / Float(max(block.text.count, 1)))
    add(Float(shape.capitals) / Float(max(block.words, 1)))
    add(shape.marks)
    add(block.isHidden)
    add(titleHash != LetterHash.none && LetterHash.of(page.bytes[block.text]) == titleHash)
    add(sums.timesSeen[index])
    for kind in kinds.indices { add(blockMasks[index] >> UInt32(kind) & 1 == 1) }
  }

  /// For every group of class words and for some elements: how many levels up the nearest one is.
  private mutating func describeAncestors(_ index: Int) {
    let far = Self.far
    var distances = [Int](repeating: far, count: groups.count)
    let tags: [MarkupTag] = [
      .p, .li, .ul, .ol, .table, .article, .main, .section, .aside, .nav, .header, .footer, .form,
      .figure, .figcaption, .blockquote, .a, .button, .pre, .dl, .details,
    ]
    var tagDistances = [Int](repeating: far, count: tags.count)
    var node = Int(page.tree.nodes[page.blocks[index].firstNode].parent)
    var level = 0
    var seen: UInt64 = 0
    while node > 0, page.tree.nodes[node].tag != .body {
      var mask = classMasks[node] & ~seen
      seen |= mask
      while mask != 0 {
        distances[mask.trailingZeroBitCount] = level
        mask &= mask - 1
      }
      if let tag = tags.firstIndex(of: page.tree.nodes[node].tag), tagDistances[tag] == far {
        tagDistances[tag] = level
      }
      level += 1
      node = Int(page.tree.nodes[node].parent)
    }
    for distance in distances { add(distance) }
    for distance in tagDistances { add(distance) }
    add(level)
    let tag = page.tree.nodes[page.blocks[index].node].tag
    add(tag == .p)
    add(Self.headingLevel(tag))
    add(tag == .li)
    add(tag == .div)
    add(tag == .td || tag == .th)
  }

  private static func headingLevel(_ tag: MarkupTag) -> Int {
    switch tag {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5, .h6: 5
    default: 0
    }
  }

  /// How dense with prose and with links the elements around the block are.
  private mutating func describeElements(_ index: Int) {
    var node = page.blocks[index].node
    var described = 0
    var lastCount = -1
    // Elements that hold nothing else say nothing new.
    while node >= 0, described < 5 {
      let span = sums.blocks[node]
      if span.count != lastCount {
        lastCount = span.count
        described += 1
        add(span.count)
        add(sums.words(span))
        add(sums.linkShare(span))
        add(sums.proseShare(span))
        add(Float(sums.prose(span)) / Float(max(sums.words(span), 1)))
      }
      node = Int(page.tree.nodes[node].parent)
    }
    while described < 5 {
      described += 1
      for _ in 0..<5 { add(-1) }
    }
    for core in sums.cores {
      let span = sums.blocks[core]
      add(span.contains(index) ? 0 : index < span.lowerBound ? -1 : 1)
      let branch = sums.branch(of: index, below: core)
      let inside = sums.blocks[branch]
      add(inside.count)
      add(sums.words(inside))
      add(sums.linkShare(inside))
      add(sums.proseShare(inside))
    }
    add(sums.blocks[sums.best].contains(index))
  }

  private mutating func describeNeighbours(_ index: Int) {
    for offset in [-2, -1, 1, 2] {
      let other = index + offset
      guard page.blocks.indices.contains(other) else {
        for _ in 0..<5 { add(-1) }
        continue
      }
      let block = page.blocks[other]
      add(block.words)
      add(Float(block.linkWords) / Float(max(block.words, 1)))
      add(Self.headingLevel(page.tree.nodes[block.node].tag))
      add(block.node == page.blocks[index].node)
      add(Int(blockMasks[other].nonzeroBitCount))
    }
    add(sums.words(max(0, index - 5)..<min(page.blocks.count, index + 6)))
    add(sums.proseShare(max(0, index - 5)..<min(page.blocks.count, index + 6)))
    add(sums.prose(max(0, index - 3)..<index))
    add(sums.prose(index + 1..<max(index + 1, min(page.blocks.count, index + 4))))
    add(sums.sameKind(index))
  }

  private mutating func describePlace(_ index: Int) {
    let count = page.blocks.count
    add(Float(index) / Float(count))
    add(Float(sums.prose(0..<index)) / Float(max(sums.prose(0..<count), 1)))
    add(Float(sums.words(0..<index)) / Float(max(sums.words(0..<count), 1)))
    add(min(sums.blocksSinceProse[index], 60))
    add(min(sums.blocksUntilProse[index], 60))
    add(max(-60, min(index - sums.firstHeading, 60)))
    add(min(sums.blocksSinceHeading[index], 60))
    add(count)
    add(sums.words(0..<count))
    add(sums.prose(0..<count))
    add(Float(sums.prose(0..<count)) / Float(max(sums.words(0..<count), 1)))
    // What the heading above says of what follows it.
    let heading = sums.heading[index]
    add(heading >= 0 ? Int(blockMasks[heading].nonzeroBitCount) : -1)
    add(heading >= 0 ? Self.headingLevel(page.tree.nodes[page.blocks[heading].node].tag) : -1)
  }
}
