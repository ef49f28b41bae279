/// A later text as a correction of an earlier one, word by word.
struct Redline {
  /// What became of words.
  enum Part: Equatable {
    case kept(String)
    case gone(String)
    case new(String)
  }

  /// The longest text that is compared word by word.
  private static let longest = 200

  /// The parts, in order.
  let parts: [Part]

  init(_ before: String, _ after: String) {
    let a = before.split(whereSeparator: \.isWhitespace).prefix(Self.longest).map(String.init)
    let b = after.split(whereSeparator: \.isWhitespace).prefix(Self.longest).map(String.init)
    // The longest common subsequence, from the end.
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices.reversed() {
      for j in b.indices.reversed() {
        table[i][j] =
          a[i].lowercased() == b[j].lowercased()
          ? table[i + 1][j + 1] + 1 : max(table[i + 1][j], table[i][j + 1])
      }
    }
    var parts: [Part] = []
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if i < a.count, j < b.count, a[i].lowercased() == b[j].lowercased() {
        parts.append(.kept(b[j]))
        (i, j) = (i + 1, j + 1)
      } else if j == b.count || (i < a.count && table[i + 1][j] >= table[i][j + 1]) {
        parts.append(.gone(a[i]))
        i += 1
      } else {
        parts.append(.new(b[j]))
        j += 1
      }
    }
    self.parts = parts.reduce(into: []) { joined, part in
      switch (joined.last, part) {
      case (.kept(let a)?, .kept(let b)): joined[joined.count - 1] = .kept(a + " " + b)
      case (.gone(let a)?, .gone(let b)): joined[joined.count - 1] = .gone(a + " " + b)
      case (.new(let a)?, .new(let b)): joined[joined.count - 1] = .new(a + " " + b)
      default: joined.append(part)
      }
    }
  }

  /// The parts as HTML: what went is struck, what came is underlined.
  var markup: Markup {
    var markup = Markup()
    for (index, part) in parts.enumerated() {
      if index > 0 { markup.text(" ") }
      switch part {
      case .kept(let text): markup.text(text)
      case .gone(let text):
        markup.tag("<del>")
        markup.text(text)
        markup.tag("</del>")
      case .new(let text):
        markup.tag("<ins>")
        markup.text(text)
        markup.tag("</ins>")
      }
    }
    return markup
  }
}
