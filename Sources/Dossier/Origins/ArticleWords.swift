internal import ParleyModel

/// The words of an article as hashes, boilerplate left out.
///
/// Words are runs of letters and digits, case folded for ASCII.
struct ArticleWords {
  /// A word: the hash of its folded form, and where it stands.
  struct Word {
    let hash: UInt64
    let range: ByteRange
  }

  /// The words in the order of the text.
  let all: [Word]

  init(_ article: Article) {
    let text = article.text
    var isBoilerplate = article.boilerplate.sorted()[...]
    var words: [Word] = []
    words.reserveCapacity(text.count / 6)
    var index = 0
    while index < text.count {
      if let next = isBoilerplate.first, index >= next.lowerBound {
        isBoilerplate.removeFirst()
        index = max(index, next.upperBound)
        continue
      }
      guard Self.isWord(text, index) else {
        // Curly quotes and dashes have three bytes.
        index += text[index] == 0xE2 ? 3 : 1
        continue
      }
      let start = index
      let limit = isBoilerplate.first.map { max(start + 1, $0.lowerBound) } ?? text.count
      while index < min(limit, text.count), Self.isWord(text, index) { index += 1 }
      words.append(
        Word(hash: Self.hash(of: text[start..<index]), range: ByteRange(start, index)))
    }
    all = words
  }

  /// The hash of a word, case folded.
  static func hash(of word: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word {
      let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      hash = (hash ^ UInt64(folded)) &* 0x100_0000_01b3
    }
    return mixed(hash)
  }

  /// The indices of the words that lie in `range`.
  func indices(in range: ByteRange) -> Range<Int> {
    let first = firstIndex { $0.range.lowerBound >= range.lowerBound }
    let end = firstIndex { $0.range.upperBound > range.upperBound }
    return first..<max(first, end)
  }

  /// The hashes of the words that lie in `range`.
  func hashes(in range: ByteRange) -> [UInt64] { all[indices(in: range)].map(\.hash) }

  /// The index of the first word of which `isTrue` holds, as it does of all after it.
  private func firstIndex(_ isTrue: (Word) -> Bool) -> Int {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if isTrue(all[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func isWord(_ text: [UInt8], _ index: Int) -> Bool {
    switch text[index] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0xE2: index + 1 < text.count && text[index + 1] != 0x80
    case 0xC2: false
    default: text[index] >= 0x80
    }
  }

  /// Spreads the bits of a hash.
  static func mixed(_ value: UInt64) -> UInt64 {
    var x = value
    x ^= x >> 33
    x = x &* 0xff51_afd7_ed55_8ccd
    x ^= x >> 33
    return x
  }
}
