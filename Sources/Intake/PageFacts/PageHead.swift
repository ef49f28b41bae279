/// What a page says of itself in its markup: meta elements, links and linked data.
struct PageHead: Sendable {
  /// The contents of the best-ranking meta elements for each field, in document order.
  private(set) var metas: [MetaNames.Fact: [String]] = [:]
  /// The text of the page's `title` element.
  private(set) var title: String?
  /// The target of the canonical link.
  private(set) var canonical: String?
  /// The language of the `html` element.
  private(set) var language: String?
  /// The items of the page's linked data.
  private(set) var items: [LinkedItem] = []
  /// The number of bytes of scripts.
  private(set) var scriptBytes = 0

  init(_ tree: MarkupTree, _ names: MetaNames, _ references: CharacterReferences) {
    var ranks: [MetaNames.Fact: Int] = [:]
    func value(_ name: MarkupAttribute.Name, _ node: Int) -> String? {
      tree.range(of: name, at: node).map { references.decoded(tree.source, $0).squeezed }
    }
    var foreignEnd = 0
    for node in tree.nodes.indices {
      switch tree.nodes[node].tag {
      case .svg: foreignEnd = max(foreignEnd, Int(tree.nodes[node].end))
      case .title where title == nil && node >= foreignEnd:
        let end = Int(tree.nodes[node].sourceEnd)
        let range = Int(tree.nodes[node].contentStart)..<end
        let text = references.decoded(tree.source, range).squeezed
        if !text.isEmpty { title = text }
      case .html: language = value(.lang, node)
      case .link:
        if value(.rel, node)?.lowercased() == "canonical", canonical == nil {
          canonical = value(.href, node)
        }
      case .script:
        scriptBytes += Int(tree.nodes[node].sourceEnd - tree.nodes[node].contentStart)
        if value(.type, node)?.lowercased().contains("ld+json") == true {
          let range = Int(tree.nodes[node].contentStart)..<Int(tree.nodes[node].sourceEnd)
          items += LinkedData.items(tree.source[range])
        }
      case .meta:
        guard let content = value(.content, node), !content.isEmpty else { continue }
        for name in [MarkupAttribute.Name.property, .name, .itemprop, .httpEquiv] {
          guard let key = value(name, node), let (field, rank) = names.meaning(of: key) else {
            continue
          }
          if rank < ranks[field] ?? .max {
            ranks[field] = rank
            metas[field] = [content]
          } else if rank == ranks[field], metas[field]?.contains(content) == false {
            metas[field]?.append(content)
          }
        }
      default: break
      }
    }
    items = items.map { $0.decoded(references) }
  }

  /// Returns the first content for `field`.
  func meta(_ field: MetaNames.Fact) -> String? { metas[field]?.first }

  /// The item that describes the page's article, `nil` where there is none.
  var article: LinkedItem? {
    items.first { $0.isArticle && ($0.published != nil || !$0.authors.isEmpty) }
      ?? items.first(where: \.isArticle)
  }
}

extension String {
  /// The text without white space at its ends, and with one space for each run of it.
  var squeezed: String {
    var bytes: [UInt8] = []
    var isSpaceDue = false
    let source = Array(utf8)
    var index = 0
    while index < source.count {
      var length = 1
      if index + 1 < source.count, source[index] == 0xC2, source[index + 1] == 0xA0 { length = 2 }
      if length == 2 || isSpace(source[index]) {
        isSpaceDue = !bytes.isEmpty
        index += length
        continue
      }
      if isSpaceDue { bytes.append(0x20) }
      isSpaceDue = false
      bytes.append(source[index])
      index += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
