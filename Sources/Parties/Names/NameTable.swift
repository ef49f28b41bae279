/// Names in folded pieces, with what each stands for; the longest match wins.
struct NameTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let value: Value
    let capitals: [FoldedWords.Letters]
  }

  private var entries: [UInt64: [Entry]] = [:]
  private var longest: [UInt64: Int] = [:]

  /// Adds `name`; the names of one spelling keep the order in which they were added.
  mutating func add(_ name: some StringProtocol, _ value: Value) {
    let words = FoldedWords(name: name)
    guard let first = words.pieces.first else { return }
    longest[first] = max(longest[first] ?? 0, words.pieces.count)
    entries[Self.key(words.pieces[...]), default: []].append(
      Entry(value: value, capitals: words.letters))
  }

  /// A match: what it stands for, and how many pieces it takes.
  struct Match {
    let values: [Value]
    let count: Int
  }

  /// Returns the longest name that begins at piece `start` of `words`.
  ///
  /// A piece written in capitals in the name must be in capitals in the text; a capitalized one
  /// must begin with a capital.
  func match(_ words: FoldedWords, at start: Int, within end: Int) -> Match? {
    guard let most = longest[words.pieces[start]] else { return nil }
    var count = min(most, end - start)
    while count > 0 {
      if let found = entries[Self.key(words.pieces[start..<start + count])] {
        let values = found.filter { entry in
          zip(entry.capitals, words.letters[start..<start + count]).allSatisfy { name, text in
            switch name {
            case .small: true
            case .capitalized: text != .small
            case .capitals: text == .capitals
            }
          }
        }.map(\.value)
        if !values.isEmpty { return Match(values: values, count: count) }
      }
      count -= 1
    }
    return nil
  }

  private static func key(_ pieces: ArraySlice<UInt64>) -> UInt64 {
    var key: UInt64 = 0x51_7CC1_B727_220A
    for piece in pieces { key = (key ^ piece) &* 0x9E37_79B9_7F4A_7C15 ^ (key >> 29) }
    return key
  }
}
