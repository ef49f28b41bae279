/// Phrases of known words, each with what it stands for; found by following words in order.
///
/// A table that is read backwards holds its phrases last word first.
public struct PhraseTable<Meaning: Sendable>: Sendable {
  private var next: [UInt32: Int32] = [:]
  private var meanings: [Int32: Meaning] = [:]
  private var nodes: Int32 = 1
  private var firstWords: [Bool] = []
  private let isBackward: Bool

  /// Makes an empty table; one read backwards finds phrases that end at a word.
  public init(isBackward: Bool = false) { self.isBackward = isBackward }

  /// Adds `phrase` ("square kilometres"), entering its words into `words`.
  public mutating func add(_ phrase: String, _ meaning: Meaning, words: inout WordTable) {
    let text = Array(phrase.utf8)
    let scan = WordScan(text, in: 0..<text.count, table: WordTable())
    var ids = scan.words.map { word in
      words.insert(String(decoding: text[Int(word.start)..<Int(word.end)], as: UTF8.self))
    }
    if isBackward { ids.reverse() }
    var node: Int32 = 0
    for id in ids {
      let key = UInt32(UInt16(node)) << 16 | UInt32(id)
      if let known = next[key] {
        node = known
      } else {
        next[key] = nodes
        node = nodes
        nodes += 1
      }
    }
    if let first = ids.first {
      while firstWords.count <= Int(first) { firstWords.append(false) }
      firstWords[Int(first)] = true
    }
    meanings[node] = meaning
  }

  /// Returns the longest phrase that begins at piece `index` (that ends there, for a table read
  /// backwards) and has no more than `limit` pieces, with their number; `nil` if there is none.
  @inline(__always)
  public func longest(
    at index: Int, in scan: WordScan, most limit: Int = .max
  ) -> (meaning: Meaning, count: Int)? {
    let id = Int(scan.id(index))
    guard id < firstWords.count, firstWords[id] else { return nil }
    return follow(at: index, in: scan, most: limit)
  }

  private func follow(
    at index: Int, in scan: WordScan, most limit: Int
  ) -> (meaning: Meaning, count: Int)? {
    var node: Int32 = 0
    var best: (Meaning, Int)?
    var count = 0
    while count < limit {
      let id = scan.id(isBackward ? index - count : index + count)
      guard id != 0, let following = next[UInt32(UInt16(node)) << 16 | UInt32(id)] else { break }
      count += 1
      node = following
      if let meaning = meanings[node] { best = (meaning, count) }
    }
    return best
  }
}
