#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Parses HTML of any quality into a tree, in one pass over the bytes.
///
/// Follows the tokenizer of the HTML standard, and of its tree builder what matters for text: void
/// and raw elements, implied end tags, scopes. Misnested formatting is closed with the block that
/// it stands in. Never fails: every sequence of bytes is some page.
///
/// - Complexity: O(n); nesting is cut off at a fixed depth.
/// - Source: HTML Living Standard, section 13.2 "Parsing HTML documents".
struct MarkupParser {
  private static let deepest = 400

  private let source: [UInt8]
  private var tree: MarkupTree
  private var open: [Int32] = []
  private var position = 0
  private var foreignDepth = 0
  /// The elements of which a page has but one, as far as they have begun.
  private var placed: [MarkupTag] = []

  /// Parses `source`, a page as UTF-8.
  static func parse(_ source: [UInt8]) -> MarkupTree {
    // Offsets are kept in 32 bits.
    var parser = MarkupParser(source.count < 1 << 30 ? source : Array(source.prefix(1 << 30)))
    parser.run()
    return parser.tree
  }

  private init(_ source: [UInt8]) {
    self.source = source
    tree = MarkupTree(source: source)
    tree.nodes.reserveCapacity(source.count / 24 + 16)
    tree.attributes.reserveCapacity(source.count / 48 + 16)
  }

  private mutating func run() {
    tree.nodes.append(
      MarkupNode(
        tag: .other, depth: 0, parent: -1, end: 0, sourceStart: 0, contentStart: 0, sourceEnd: 0))
    open.append(0)
    while position < source.count {
      let mark = find(0x3C, from: position)
      if mark > position { appendText(position, mark) }
      position = mark
      if mark < source.count { readMarkup() }
    }
    while !open.isEmpty { close(at: source.count) }
  }

  private func find(_ byte: UInt8, from start: Int) -> Int {
    source.withUnsafeBytes { buffer in
      guard start < buffer.count, let base = buffer.baseAddress else { return buffer.count }
      guard let hit = memchr(base + start, Int32(byte), buffer.count - start) else {
        return buffer.count
      }
      return UnsafeRawPointer(hit) - base
    }
  }

  private mutating func readMarkup() {
    let start = position
    guard start + 1 < source.count else {
      appendText(start, source.count)
      position = source.count
      return
    }
    let next = source[start + 1]
    if isLetter(next) {
      readStartTag()
    } else if next == 0x2F, start + 2 < source.count, isLetter(source[start + 2]) {
      readEndTag()
    } else if next == 0x21, matches("--", at: start + 2) {
      position = endOfComment(from: start + 4)
    } else if next == 0x21 || next == 0x3F || next == 0x2F {
      position = min(find(0x3E, from: start + 2) + 1, source.count)
    } else {
      appendText(start, start + 1)
      position = start + 1
    }
  }

  private func endOfComment(from start: Int) -> Int {
    if start < source.count, source[start] == 0x3E { return start + 1 }
    var at = start
    while true {
      let mark = find(0x3E, from: at)
      guard mark < source.count else { return source.count }
      if mark >= start + 2, source[mark - 1] == 0x2D, source[mark - 2] == 0x2D { return mark + 1 }
      if mark >= start + 3, matches("--!", at: mark - 3) { return mark + 1 }
      at = mark + 1
    }
  }

  private mutating func readStartTag() {
    let start = position
    position += 1
    let nameStart = position
    while position < source.count, !endsName(source[position]) { position += 1 }
    let tag = MarkupTag.named(source, nameStart..<position)
    let firstAttribute = tree.attributes.count
    let isSelfClosing = readAttributes()
    let count = min(tree.attributes.count - firstAttribute, 255)
    place(
      tag, at: start, firstAttribute: firstAttribute, attributeCount: count,
      isSelfClosing: isSelfClosing)
  }

  /// Reads up to and over the closing `>`; returns whether the tag ends in `/>`.
  private mutating func readAttributes() -> Bool {
    var isSelfClosing = false
    while position < source.count {
      let byte = source[position]
      if byte == 0x3E {
        position += 1
        return isSelfClosing
      }
      if byte == 0x2F || isSpace(byte) {
        isSelfClosing = byte == 0x2F
        position += 1
        continue
      }
      isSelfClosing = false
      readAttribute()
    }
    return isSelfClosing
  }

  private mutating func readAttribute() {
    let nameStart = position
    position += 1
    while position < source.count, source[position] != 0x3D, !endsName(source[position]) {
      position += 1
    }
    let name = MarkupAttribute.Name.named(source, nameStart..<position)
    skipSpaces()
    var valueStart = position
    var valueEnd = position
    if position < source.count, source[position] == 0x3D {
      position += 1
      skipSpaces()
      valueStart = position
      if position < source.count, source[position] == 0x22 || source[position] == 0x27 {
        valueStart += 1
        valueEnd = find(source[position], from: valueStart)
        position = min(valueEnd + 1, source.count)
      } else {
        while position < source.count, source[position] != 0x3E, !isSpace(source[position]) {
          position += 1
        }
        valueEnd = position
      }
    }
    if let name {
      tree.attributes.append(
        MarkupAttribute(name: name, start: Int32(valueStart), end: Int32(valueEnd)))
    }
  }

  private mutating func place(
    _ tag: MarkupTag, at start: Int, firstAttribute: Int, attributeCount: Int, isSelfClosing: Bool
  ) {
    if tag == .html || tag == .body {
      guard !placed.contains(tag) else { return }
      placed.append(tag)
    }
    makeRoom(for: tag, at: start)
    let traits = tag.traits
    let index = tree.nodes.count
    tree.nodes.append(
      MarkupNode(
        tag: tag, attributeCount: UInt8(attributeCount), depth: UInt16(open.count),
        parent: open[open.count - 1], end: Int32(index + 1), sourceStart: Int32(start),
        contentStart: Int32(position), sourceEnd: Int32(position),
        firstAttribute: Int32(firstAttribute)))
    if traits.contains(.void) || (isSelfClosing && (foreignDepth > 0 || tag == .svg)) { return }
    if traits.contains(.rawText), foreignDepth == 0 || tag != .title {
      let end = endOfRawText(of: start, from: position)
      appendText(position, end, parent: index)
      tree.nodes[index].sourceEnd = Int32(end)
      tree.nodes[index].end = Int32(tree.nodes.count)
      position = end
      if end < source.count { position = min(find(0x3E, from: end) + 1, source.count) }
      return
    }
    guard open.count < Self.deepest else { return }
    if tag == .svg || tag == .math { foreignDepth += 1 }
    open.append(Int32(index))
  }

  /// Returns where the end tag begins that closes the raw element whose start tag is at `tag`.
  private func endOfRawText(of tag: Int, from start: Int) -> Int {
    var nameEnd = tag + 1
    while nameEnd < source.count, !endsName(source[nameEnd]) { nameEnd += 1 }
    let length = nameEnd - tag - 1
    var at = start
    while true {
      let mark = find(0x3C, from: at)
      let after = mark + 2 + length
      guard mark < source.count, after < source.count else { return source.count }
      if source[mark + 1] == 0x2F, endsName(source[after]) {
        var offset = 0
        while offset < length,
          asciiLowercased(source[mark + 2 + offset]) == asciiLowercased(source[tag + 1 + offset])
        { offset += 1 }
        if offset == length { return mark }
      }
      at = mark + 1
    }
  }

  /// Closes what may not contain `tag`.
  private mutating func makeRoom(for tag: MarkupTag, at start: Int) {
    if top == .head, !tag.traits.contains(.head), tag != .noscript, tag != .template {
      close(at: start)
    }
    if tag.traits.contains(.closesParagraph) { closeOpen([.p], within: [], at: start) }
    switch tag {
    case .li: closeOpen([.li], within: [.ul, .ol, .menu], at: start)
    case .dd, .dt: closeOpen([.dd, .dt], within: [.dl], at: start)
    case .option, .optgroup: closeOpen([.option], within: [.select], at: start)
    case .tr: closeOpen([.tr], within: [], isTable: true, at: start)
    case .td, .th: closeOpen([.td, .th], within: [.tr], isTable: true, at: start)
    case .tbody, .thead, .tfoot:
      closeOpen([.tbody, .thead, .tfoot, .caption], within: [], isTable: true, at: start)
    case .a: if top == .a { close(at: start) }
    case .h1, .h2, .h3, .h4, .h5, .h6: if top.isHeading { close(at: start) }
    case .button: closeOpen([.button], within: [], at: start)
    default: break
    }
  }

  private var top: MarkupTag { tree.nodes[Int(open[open.count - 1])].tag }

  /// Closes the nearest open element among `tags`, with all in it, unless a boundary lies between.
  private mutating func closeOpen(
    _ tags: [MarkupTag], within boundaries: [MarkupTag], isTable: Bool = false, at offset: Int
  ) {
    var level = open.count - 1
    while level > 0 {
      let tag = tree.nodes[Int(open[level])].tag
      if tags.contains(tag) {
        while open.count > level { close(at: offset) }
        return
      }
      if boundaries.contains(tag) || tag == .table { return }
      if !isTable, tag.traits.contains(.scope) || tag == .button { return }
      level -= 1
    }
  }

  private mutating func readEndTag() {
    let start = position
    position += 2
    let nameStart = position
    while position < source.count, !endsName(source[position]) { position += 1 }
    let tag = MarkupTag.named(source, nameStart..<position)
    position = min(find(0x3E, from: position) + 1, source.count)
    if tag == .body || tag == .html || tag.traits.contains(.void) { return }
    var level = open.count - 1
    while level > 0 {
      let candidate = tree.nodes[Int(open[level])].tag
      if candidate == tag {
        if tag != .other || sameName(start + 2, Int(tree.nodes[Int(open[level])].sourceStart) + 1) {
          while open.count > level { close(at: start) }
          return
        }
      }
      if tag.traits.contains(.formatting) || tag == .other || tag == .p,
        candidate.traits.contains(.block)
      {
        return
      }
      if candidate.traits.contains(.scope), !Self.isTablePart(tag) { return }
      if candidate == .table, tag != .table { return }
      level -= 1
    }
  }

  private static func isTablePart(_ tag: MarkupTag) -> Bool {
    switch tag {
    case .table, .tr, .td, .th, .tbody, .thead, .tfoot, .caption, .template: true
    default: false
    }
  }

  private func sameName(_ first: Int, _ second: Int) -> Bool {
    var offset = 0
    while first + offset < source.count, second + offset < source.count {
      let a = source[first + offset]
      let b = source[second + offset]
      if endsName(a) || endsName(b) { return endsName(a) && endsName(b) }
      if asciiLowercased(a) != asciiLowercased(b) { return false }
      offset += 1
    }
    return false
  }

  private mutating func close(at offset: Int) {
    let index = Int(open.removeLast())
    tree.nodes[index].end = Int32(tree.nodes.count)
    tree.nodes[index].sourceEnd = Int32(offset)
    if tree.nodes[index].tag == .svg || tree.nodes[index].tag == .math { foreignDepth -= 1 }
  }

  private mutating func appendText(_ start: Int, _ end: Int, parent: Int? = nil) {
    guard start < end else { return }
    if parent == nil, top == .head, source[start..<end].contains(where: { !isSpace($0) }) {
      close(at: start)
    }
    let index = tree.nodes.count
    tree.nodes.append(
      MarkupNode(
        tag: .text, depth: UInt16(open.count), parent: Int32(parent ?? Int(open[open.count - 1])),
        end: Int32(index + 1), sourceStart: Int32(start), contentStart: Int32(start),
        sourceEnd: Int32(end)))
  }

  private mutating func skipSpaces() {
    while position < source.count, isSpace(source[position]) { position += 1 }
  }

  private func matches(_ text: StaticString, at start: Int) -> Bool {
    guard start >= 0, start + text.utf8CodeUnitCount <= source.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where source[start + offset] != text.utf8Start[offset] { return false }
    return true
  }

  private func isLetter(_ byte: UInt8) -> Bool { asciiLowercased(byte) &- 0x61 < 26 }

  private func endsName(_ byte: UInt8) -> Bool { byte == 0x3E || byte == 0x2F || isSpace(byte) }
}
