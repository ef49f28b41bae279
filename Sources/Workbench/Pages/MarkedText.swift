internal import Dossier
internal import ParleyModel

/// A paragraph with what was read marked in it.
///
/// Marks may overlap in any way: the text is cut wherever one begins or ends, and each piece names
/// all marks that cover it.
struct MarkedText {
  /// The kinds of marks.
  enum Kind: Int, CaseIterable {
    case content, source, cue, stance, figure, open

    /// The class in the style sheet.
    var name: String {
      switch self {
      case .content: "co"
      case .source: "so"
      case .cue: "cu"
      case .stance: "ps"
      case .figure: "fg"
      case .open: "fl"
      }
    }
  }

  /// One mark.
  struct Mark {
    let kind: Kind
    let range: ByteRange
    /// The act of a stance, whose sign stands before it.
    var act: Act?
    /// The identifier of the card that speaks of it.
    var card: String?
  }

  let article: Article
  private let marks: [Mark]

  init(_ article: Article, marks: [Mark]) {
    self.article = article
    self.marks = marks.filter { !$0.range.isEmpty && $0.range.upperBound <= article.text.count }
      .sorted { ($0.range, $0.kind.rawValue) < ($1.range, $1.kind.rawValue) }
  }

  /// Returns the paragraph as HTML.
  func markup(_ paragraph: ByteRange) -> Markup {
    let inside = marks.filter { $0.range.overlaps(paragraph) }
    var cuts: Set<Int> = [paragraph.lowerBound, paragraph.upperBound]
    for mark in inside {
      cuts.insert(max(mark.range.lowerBound, paragraph.lowerBound))
      cuts.insert(min(mark.range.upperBound, paragraph.upperBound))
    }
    let edges = cuts.sorted()
    var markup = Markup()
    for (start, end) in zip(edges, edges.dropFirst()) {
      let piece = ByteRange(start, end)
      let covering = inside.filter { $0.range.contains(piece) }
      write(piece, covering, paragraph, to: &markup)
    }
    return markup
  }

  private func write(
    _ piece: ByteRange, _ covering: [Mark], _ paragraph: ByteRange, to markup: inout Markup
  ) {
    guard !covering.isEmpty else {
      markup.text(article.words(piece))
      return
    }
    var classes: [String] = []
    for kind in Kind.allCases {
      let own = covering.filter { $0.kind == kind }
      guard !own.isEmpty else { continue }
      classes.append(kind.name)
      if own.contains(where: { max($0.range.lowerBound, paragraph.lowerBound) == piece.lowerBound })
      {
        classes.append(kind.name + "-a")
      }
      if own.contains(where: { min($0.range.upperBound, paragraph.upperBound) == piece.upperBound })
      {
        classes.append(kind.name + "-z")
      }
    }
    var attributes: [(StaticString, String)] = [("class", classes.joined(separator: " "))]
    let cards = Set(covering.compactMap(\.card)).sorted()
    if !cards.isEmpty { attributes.append(("data-card", cards.joined(separator: " "))) }
    markup.open("span", attributes)
    for mark in covering where mark.range.lowerBound == piece.lowerBound {
      if let act = mark.act { markup.append(.sign(act.rawValue, label: act.rawValue)) }
    }
    markup.text(article.words(piece))
    if covering.contains(where: { $0.kind == .open && $0.range.upperBound == piece.upperBound }) {
      markup.tag("<sup>?</sup>")
    }
    markup.tag("</span>")
  }
}

extension Markup {
  /// The sign of an act, with its word for those who do not see it.
  static func sign(_ name: String, label: String) -> Markup {
    var markup = Markup()
    markup.open(
      "svg",
      [("class", "g"), ("viewBox", "0 0 16 16"), ("role", "img"), ("aria-label", label)])
    markup.open("use", [("href", "#" + name)])
    markup.tag("</use></svg>")
    return markup
  }
}
