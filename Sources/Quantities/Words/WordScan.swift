/// One piece of a text: a word, a number in digits, or a mark.
public struct ScannedWord: Sendable {
  /// What a piece is made of.
  public enum Kind: UInt8, Sendable {
    /// Letters, and digits after them ("km2").
    case word
    /// Digits with their group marks and decimals ("1,500", "41.5").
    case digits
    /// Digits that are a code or version rather than a number ("192.168.1.2").
    case code
    /// One punctuation mark or symbol.
    case mark
  }

  /// The offset of the first byte.
  public let start: Int32
  /// The offset just past the last byte.
  public let end: Int32
  /// The number of the word in the table; 0 for one that is not in it.
  public let id: UInt16
  /// What the piece is made of.
  public let kind: Kind
  /// Whether the first letter is a capital.
  public let isCapital: Bool
}

/// A stretch of text cut into words, numbers and marks, for readers of numbers and times.
public struct WordScan: Sendable {
  /// The text that offsets refer to.
  public let text: [UInt8]
  /// The pieces in order.
  public let words: [ScannedWord]

  /// Cuts `text[range]`, looking words up in `table`.
  ///
  /// - Complexity: O(n) in the length of the range.
  public init(_ text: [UInt8], in range: Range<Int>, table: WordTable) {
    self.text = text
    let cutter = WordCutter(end: range.upperBound, table: table)
    words = text.withUnsafeBufferPointer { cutter.cut($0, from: range.lowerBound) }
  }

  /// The number of pieces.
  public var count: Int { words.count }

  /// Returns the table's number of piece `index`, 0 where there is no such piece.
  @inline(__always)
  public func id(_ index: Int) -> UInt16 {
    index >= 0 && index < words.count ? words[index].id : 0
  }

  /// Whether piece `index` follows the one before without a space.
  @inline(__always)
  public func isJoined(_ index: Int) -> Bool {
    index > 0 && index < words.count && words[index].start == words[index - 1].end
  }

  /// Returns the index of the first piece from `index` on that begins at or after byte `offset`.
  func index(ofEnd offset: Int, from index: Int) -> Int {
    var index = index
    while index < words.count, Int(words[index].start) < offset { index += 1 }
    return index
  }

  /// Returns the kind of piece `index`, `nil` where there is no such piece.
  @inline(__always)
  public func kind(_ index: Int) -> ScannedWord.Kind? {
    index >= 0 && index < words.count ? words[index].kind : nil
  }

  /// Whether piece `index` is the ASCII mark `mark`.
  @inline(__always)
  public func isMark(_ index: Int, _ mark: UInt8) -> Bool {
    index >= 0 && index < words.count && words[index].kind == .mark
      && text[Int(words[index].start)] == mark
  }

  /// Whether a line ends between piece `index` and the one before.
  public func beginsLine(_ index: Int) -> Bool {
    guard index > 0, index < words.count else { return true }
    var offset = Int(words[index - 1].end)
    while offset < Int(words[index].start) {
      if text[offset] == 0x0A { return true }
      offset += 1
    }
    return false
  }
}
