/// A page as a flat arena of nodes in document order.
///
/// The descendants of node `i` are the nodes `i + 1 ..< nodes[i].end`; the next sibling of a node
/// is the one at its `end`. Texts and attribute values are ranges of the source.
struct MarkupTree: Sendable {
  /// The page as UTF-8.
  let source: [UInt8]
  /// All nodes in the order in which they begin; node 0 is the root.
  var nodes: [MarkupNode] = []
  /// The attributes of all elements, those of one element side by side.
  var attributes: [MarkupAttribute] = []

  init(source: [UInt8]) { self.source = source }

  /// Returns the range of the value of attribute `name` of node `node`, `nil` where it has none.
  func range(of name: MarkupAttribute.Name, at node: Int) -> Range<Int>? {
    let first = Int(nodes[node].firstAttribute)
    for index in first..<first + Int(nodes[node].attributeCount)
    where attributes[index].name == name {
      return Int(attributes[index].start)..<Int(attributes[index].end)
    }
    return nil
  }

  /// Returns the first node of the kind `tag` below `node` (0 for the whole page).
  func first(_ tag: MarkupTag, below node: Int = 0) -> Int? {
    var index = node + 1
    let end = nodes.isEmpty ? 0 : Int(nodes[node].end)
    while index < end {
      if nodes[index].tag == tag { return index }
      index += 1
    }
    return nil
  }

  /// Whether `other` lies inside `node`.
  func isInside(_ other: Int, _ node: Int) -> Bool {
    other > node && other < Int(nodes[node].end)
  }
}

/// One element or run of text.
struct MarkupNode: Sendable {
  /// What it is.
  var tag: MarkupTag
  /// How many attributes are kept.
  var attributeCount: UInt8 = 0
  /// The number of elements that it lies in.
  var depth: UInt16
  /// The element that it lies in; -1 for the root.
  var parent: Int32
  /// The node just past its last descendant.
  var end: Int32
  /// Where the element's start tag or the text begins in the source.
  var sourceStart: Int32
  /// Where the content begins: past the start tag.
  var contentStart: Int32
  /// Just past the text or the element's last content.
  var sourceEnd: Int32
  /// The index of its first attribute.
  var firstAttribute: Int32 = 0
}

/// One attribute of an element, of the kinds that are read.
struct MarkupAttribute: Sendable {
  /// Which attribute it is.
  let name: Name
  /// Where its value begins in the source.
  let start: Int32
  /// Just past its value.
  let end: Int32

  /// The attributes that are kept.
  enum Name: UInt8, CaseIterable, Sendable {
    case `class`, id, href, content, property, name, itemprop, itemtype, datetime, lang, rel, type
    case charset, role, style, hidden, title, ariaHidden, ariaLabel, httpEquiv, testID, component
    case pubdate

    private var spelling: String {
      switch self {
      case .ariaHidden: "aria-hidden"
      case .ariaLabel: "aria-label"
      case .httpEquiv: "http-equiv"
      case .testID: "data-testid"
      case .component: "data-component"
      default: String(describing: self)
      }
    }

    private static let names = NameTable(allCases.map { ($0.spelling, $0.rawValue) })

    /// Returns the attribute whose name is spelt by `bytes[range]`, `nil` for one not kept.
    static func named(_ bytes: [UInt8], _ range: Range<Int>) -> Name? {
      names.value(of: bytes, range).flatMap(Name.init(rawValue:))
    }
  }
}
