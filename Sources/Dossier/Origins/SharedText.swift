public import ParleyModel

/// The runs of words that two articles have in common, each where it stands in both.
public struct SharedText: Sendable, Hashable {
  /// One run of at least six words; case, punctuation and line ends may differ.
  public struct Run: Sendable, Hashable {
    /// Where it stands in the first article.
    public let a: ByteRange
    /// Where it stands in the second.
    public let b: ByteRange
  }

  /// The runs, in the order of the first article; they do not overlap there.
  public let runs: [Run]
  /// The share of the first one's words that the runs cover, 0 to 1.
  public let shareOfA: Double
  /// The share of the second one's words that they cover, 0 to 1.
  public let shareOfB: Double

  /// Compares two articles.
  ///
  /// - Complexity: O(n) in the length of both, where few sequences of words come twice.
  public init(_ a: Article, _ b: Article) {
    let wordsOfA = ArticleWords(a)
    let wordsOfB = ArticleWords(b)
    let first = Shingles(wordsOfA).all
    let second = Shingles(wordsOfB).all
    var places: [UInt64: [Int]] = [:]
    for (index, hash) in second.enumerated() { places[hash, default: []].append(index) }
    var runs: [Run] = []
    var coveredInA = 0
    var coveredInB = [Bool](repeating: false, count: wordsOfB.all.count)
    var index = 0
    var end = 0
    while index < first.count {
      guard let found = places[first[index]] else {
        index += 1
        continue
      }
      // Where a sequence comes twice, the text most likely goes on.
      let start = found.first { $0 >= end } ?? found[0]
      var length = 1
      while index + length < first.count, start + length < second.count,
        first[index + length] == second[start + length]
      { length += 1 }
      let count = length + Shingles.length - 1
      runs.append(
        Run(
          a: Self.range(wordsOfA, index, count), b: Self.range(wordsOfB, start, count)))
      coveredInA += count
      for word in start..<start + count { coveredInB[word] = true }
      index += count
      end = start + count
    }
    self.runs = runs
    shareOfA = Double(coveredInA) / Double(max(1, wordsOfA.all.count))
    shareOfB = Double(coveredInB.count { $0 }) / Double(max(1, wordsOfB.all.count))
  }

  private static func range(_ words: ArticleWords, _ first: Int, _ count: Int) -> ByteRange {
    ByteRange(words.all[first].range.lowerBound, words.all[first + count - 1].range.upperBound)
  }
}
