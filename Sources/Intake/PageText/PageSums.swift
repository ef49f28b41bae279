/// Sums over the blocks of a page, for any element or stretch of it in constant time.
struct PageSums: Sendable {
  /// The least number of words, links aside, that a block of prose has.
  private static let leastProse = 12

  /// The blocks inside each node.
  private(set) var blocks: [Range<Int>]
  /// How often the words of each block stand on the page.
  private(set) var timesSeen: [Int]
  /// The number of blocks since the last one of prose, and until the next.
  private(set) var blocksSinceProse: [Int]
  private(set) var blocksUntilProse: [Int]
  /// The number of blocks since the last heading.
  private(set) var blocksSinceHeading: [Int]
  /// The heading above each block; -1 where there is none.
  private(set) var heading: [Int]
  /// The first block that is a heading of level one, 0 where there is none.
  private(set) var firstHeading = 0
  /// The first block of prose in the smallest element with half of the prose.
  private(set) var firstProse = 0
  /// The smallest elements that hold 95, 75 and 50 % of the prose.
  private(set) var cores: [Int] = []
  /// The element whose own paragraphs hold most prose.
  private(set) var best = 0

  private var wordsBefore: [Int] = [0]
  private var linkWordsBefore: [Int] = [0]
  private var proseBefore: [Int] = [0]
  private let page: PageText

  init(_ page: PageText) {
    self.page = page
    let count = page.blocks.count
    blocks = [Range<Int>](repeating: 0..<0, count: page.tree.nodes.count)
    timesSeen = [Int](repeating: 1, count: count)
    blocksSinceProse = [Int](repeating: 99, count: count)
    blocksUntilProse = [Int](repeating: 99, count: count)
    blocksSinceHeading = [Int](repeating: 99, count: count)
    heading = [Int](repeating: -1, count: count)
    sumUp()
    placeBlocks()
    measureDistances()
    countRepeats()
    findCores()
  }

  /// The number of words of the blocks `span`.
  func words(_ span: Range<Int>) -> Int {
    wordsBefore[span.upperBound] - wordsBefore[span.lowerBound]
  }

  /// The number of words of prose in the blocks `span`.
  func prose(_ span: Range<Int>) -> Int {
    proseBefore[span.upperBound] - proseBefore[span.lowerBound]
  }

  /// The share of the words of the blocks `span` that are links, 0...1.
  func linkShare(_ span: Range<Int>) -> Float {
    Float(linkWordsBefore[span.upperBound] - linkWordsBefore[span.lowerBound])
      / Float(max(words(span), 1))
  }

  /// The share of the page's prose that stands in the blocks `span`, 0...1.
  func proseShare(_ span: Range<Int>) -> Float {
    Float(prose(span)) / Float(max(proseBefore[page.blocks.count], 1))
  }

  /// The child of `core` that holds block `index`, or the element next below the root that does.
  func branch(of index: Int, below core: Int) -> Int {
    var node = page.blocks[index].node
    while node > 0 {
      let parent = Int(page.tree.nodes[node].parent)
      if parent < 0 || blocks[parent].count > blocks[core].count || parent == core { break }
      node = parent
    }
    return node
  }

  /// The number of blocks whose element has the parent and kind that this block's element has.
  func sameKind(_ index: Int) -> Int {
    let node = page.blocks[index].node
    let tag = page.tree.nodes[node].tag
    let parent = page.tree.nodes[node].parent
    var count = 0
    for other in max(0, index - 10)..<min(page.blocks.count, index + 11) {
      let element = page.tree.nodes[page.blocks[other].node]
      if element.parent == parent, element.tag == tag { count += 1 }
    }
    return count
  }

  private func isProse(_ block: PageBlock) -> Bool {
    block.words - block.linkWords >= Self.leastProse && block.linkWords * 3 < block.words
  }

  private mutating func sumUp() {
    for block in page.blocks {
      wordsBefore.append(wordsBefore[wordsBefore.count - 1] + block.words)
      linkWordsBefore.append(linkWordsBefore[linkWordsBefore.count - 1] + block.linkWords)
      let prose = isProse(block) ? block.words : 0
      proseBefore.append(proseBefore[proseBefore.count - 1] + prose)
    }
  }

  private mutating func placeBlocks() {
    let nodes = page.tree.nodes
    // The number of blocks that begin before each node: blocks stand in the order of their nodes.
    var begun = [Int](repeating: 0, count: nodes.count + 1)
    for block in page.blocks { begun[block.firstNode + 1] += 1 }
    for index in 1...nodes.count { begun[index] += begun[index - 1] }
    for index in nodes.indices { blocks[index] = begun[index]..<begun[Int(nodes[index].end)] }
  }

  private mutating func measureDistances() {
    var lastProse = -99
    var lastHeading = -1
    var hasFirst = false
    for (index, block) in page.blocks.enumerated() {
      blocksSinceProse[index] = min(index - lastProse, 99)
      if isProse(block) { lastProse = index }
      heading[index] = lastHeading
      blocksSinceHeading[index] = lastHeading < 0 ? 99 : min(index - lastHeading, 99)
      let tag = page.tree.nodes[block.node].tag
      if tag.isHeading { lastHeading = index }
      if tag == .h1, !hasFirst {
        firstHeading = index
        hasFirst = true
      }
    }
    var nextProse = page.blocks.count + 99
    for index in page.blocks.indices.reversed() {
      blocksUntilProse[index] = min(nextProse - index, 99)
      if isProse(page.blocks[index]) { nextProse = index }
    }
  }

  private mutating func countRepeats() {
    var counts: [UInt64: Int] = [:]
    let hashes = page.blocks.map { LetterHash.of(page.bytes[$0.text]) }
    for hash in hashes { counts[hash, default: 0] += 1 }
    timesSeen = hashes.map { counts[$0] ?? 1 }
  }

  private mutating func findCores() {
    let nodes = page.tree.nodes
    let all = proseBefore[page.blocks.count]
    for share in [95, 75, 50] {
      var node = 0
      descent: while true {
        var child = node + 1
        while child < Int(nodes[node].end) {
          if prose(blocks[child]) * 100 >= all * share, all > 0 {
            node = child
            continue descent
          }
          child = Int(nodes[child].end)
        }
        break
      }
      cores.append(node)
    }
    var own = [Int](repeating: 0, count: nodes.count)
    for block in page.blocks where isProse(block) {
      let parent = Int(nodes[block.node].parent)
      if parent >= 0 {
        own[parent] += block.words * 2
        let above = Int(nodes[parent].parent)
        if above >= 0 { own[above] += block.words }
      }
    }
    for index in nodes.indices where own[index] > own[best] { best = index }
    let core = blocks[cores[2]]
    firstProse = core.first { isProse(page.blocks[$0]) } ?? core.lowerBound
  }
}
