internal import ParleyModel

/// An article cut into sentences, to be held against those of a copy.
///
/// Cut is at line ends, and at ".", "!" and "?" before a capital, a digit or a quotation mark; not
/// after a short capitalized word ("Mr.", "U.S.", "Gov."). A cut too few makes a longer sentence in
/// both copies, and does no harm.
struct Sentences {
  /// One sentence.
  struct Sentence {
    /// Where it stands, marks around it included.
    let range: ByteRange
    /// Its words.
    let words: [UInt64]
  }

  let all: [Sentence]
  let words: ArticleWords

  init(_ article: Article) {
    let text = article.text
    let words = ArticleWords(article)
    self.words = words
    var all: [Sentence] = []
    var first = 0
    for index in words.all.indices {
      let isLast = index == words.all.count - 1
      guard isLast || Self.isCut(text, words.all[index].range, words.all[index + 1].range) else {
        continue
      }
      let next = isLast ? text.count : words.all[index + 1].range.lowerBound
      all.append(
        Sentence(
          range: ByteRange(
            Self.start(text, words.all[first].range.lowerBound),
            Self.end(text, words.all[index].range.upperBound, before: next)),
          words: words.all[first...index].map(\.hash)))
      first = index + 1
    }
    self.all = all
  }

  /// The sentence in which `offset` lies; `nil` if it lies in none.
  func index(at offset: Int) -> Int? {
    guard let last = all.lastIndex(where: { $0.range.lowerBound <= offset }) else { return nil }
    return offset < all[last].range.upperBound ? last : nil
  }

  private static func isCut(_ text: [UInt8], _ word: ByteRange, _ next: ByteRange) -> Bool {
    let gap = text[word.upperBound..<next.lowerBound]
    if gap.contains(0x0A) || gap.contains(0x0D) { return true }
    guard gap.contains(where: { $0 == 0x2E || $0 == 0x21 || $0 == 0x3F }),
      gap.contains(0x20)
    else { return false }
    let following = text[next.lowerBound]
    let opens = (0x41...0x5A).contains(following) || (0x30...0x39).contains(following)
    let isQuoted = gap.contains(0x22) || gap.contains(0xE2)
    guard opens || following >= 0x80 || isQuoted else { return false }
    let isShort = word.count <= 3 && (0x41...0x5A).contains(text[word.lowerBound])
    return !isShort || gap.first != 0x2E
  }

  /// Where the marks that open a sentence begin.
  private static func start(_ text: [UInt8], _ offset: Int) -> Int {
    if offset >= 1, text[offset - 1] == 0x22 || text[offset - 1] == 0x28 { return offset - 1 }
    if offset >= 3, text[offset - 3] == 0xE2, text[offset - 2] == 0x80 { return offset - 3 }
    return offset
  }

  /// Where the marks that close a sentence end.
  private static func end(_ text: [UInt8], _ offset: Int, before next: Int) -> Int {
    var end = offset
    while end < next {
      switch text[end] {
      case 0x21, 0x22, 0x29, 0x2C, 0x2E, 0x3F: end += 1
      case 0xE2
      where end + 2 < next && text[end + 1] == 0x80 && [0x99, 0x9D].contains(text[end + 2]):
        end += 3
      default: return end
      }
    }
    return end
  }
}
