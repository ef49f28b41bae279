/// What is different between two texts: paragraph by paragraph, and in changed paragraphs word by
/// word.
public struct TextDifference: Sendable, Hashable {
  /// A run of words.
  public enum Piece: Sendable, Hashable {
    /// In both texts.
    case kept(String)
    /// In the earlier one only.
    case removed(String)
    /// In the later one only.
    case added(String)
  }

  /// A paragraph of either text or of both, as its runs of words.
  public struct Paragraph: Sendable, Hashable {
    /// The runs, in order.
    public let pieces: [Piece]

    /// Whether the paragraph is the same in both texts.
    public var isKept: Bool {
      pieces.allSatisfy { piece in
        if case .kept = piece { true } else { false }
      }
    }
  }

  /// The paragraphs, in order.
  public let paragraphs: [Paragraph]

  /// How alike two paragraphs must be to be held against each other word by word: the share of the
  /// words of the longer one that both have.
  private static let leastLikeness = 0.4

  /// Compares two texts, each as its paragraphs.
  ///
  /// - Complexity: O((n + m) d) in the numbers of paragraphs and their differences.
  /// - Source: Myers (1986), "An O(ND) difference algorithm and its variations", in the standard
  ///   library.
  public init(from old: [String], to new: [String]) {
    var paragraphs: [Paragraph] = []
    var removed: [String] = []
    var added: [String] = []
    func flush() {
      paragraphs += Self.paired(removed, added)
      removed = []
      added = []
    }
    for step in Self.steps(from: old, to: new) {
      switch step {
      case .kept(let text):
        flush()
        paragraphs.append(Paragraph(pieces: [.kept(text)]))
      case .removed(let text): removed.append(text)
      case .added(let text): added.append(text)
      }
    }
    flush()
    self.paragraphs = paragraphs
  }

  /// Whether nothing is different.
  public var isEmpty: Bool { paragraphs.allSatisfy(\.isKept) }

  /// How many words were removed and added.
  public var counts: (removed: Int, added: Int) {
    var counts = (removed: 0, added: 0)
    for piece in paragraphs.flatMap(\.pieces) {
      switch piece {
      case .kept: break
      case .removed(let words): counts.removed += Self.words(words).count
      case .added(let words): counts.added += Self.words(words).count
      }
    }
    return counts
  }

  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0.isNewline }.map(String.init)
  }

  /// Holds removed and added paragraphs against each other in order, where they are alike.
  private static func paired(_ removed: [String], _ added: [String]) -> [Paragraph] {
    var result: [Paragraph] = []
    var next = 0
    for old in removed {
      let words = words(old)
      let match = added.indices.dropFirst(next).first { likeness(words, Self.words(added[$0])) }
      guard let match else {
        result.append(Paragraph(pieces: [.removed(old)]))
        continue
      }
      result += added[next..<match].map { Paragraph(pieces: [.added($0)]) }
      result.append(Paragraph(pieces: joined(steps(from: words, to: Self.words(added[match])))))
      next = match + 1
    }
    return result + added[next...].map { Paragraph(pieces: [.added($0)]) }
  }

  private static func likeness(_ a: [String], _ b: [String]) -> Bool {
    let shared = Set(a).intersection(b).count
    return Double(shared) >= leastLikeness * Double(max(Set(a).count, Set(b).count))
  }

  /// The elements of both in order, what was removed before what was added.
  private static func steps(from old: [String], to new: [String]) -> [Piece] {
    var removals: Set<Int> = []
    var insertions: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removals.insert(offset)
      case .insert(let offset, _, _): insertions.insert(offset)
      }
    }
    var pieces: [Piece] = []
    var place = (old: 0, new: 0)
    while place.old < old.count || place.new < new.count {
      if removals.contains(place.old) {
        pieces.append(.removed(old[place.old]))
        place.old += 1
      } else if insertions.contains(place.new) {
        pieces.append(.added(new[place.new]))
        place.new += 1
      } else {
        pieces.append(.kept(new[place.new]))
        place.old += 1
        place.new += 1
      }
    }
    return pieces
  }

  /// Joins neighbouring words of one kind to runs.
  private static func joined(_ pieces: [Piece]) -> [Piece] {
    var result: [Piece] = []
    for piece in pieces {
      switch (result.last, piece) {
      case (.kept(let a), .kept(let b)): result[result.count - 1] = .kept(a + " " + b)
      case (.removed(let a), .removed(let b)): result[result.count - 1] = .removed(a + " " + b)
      case (.added(let a), .added(let b)): result[result.count - 1] = .added(a + " " + b)
      default: result.append(piece)
      }
    }
    return result
  }
}
