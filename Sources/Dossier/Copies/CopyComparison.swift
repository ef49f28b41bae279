public import ParleyModel

/// Two copies of one report, sentence by sentence: what the second kept of the first, dropped,
/// moved, changed and added.
public struct CopyComparison: Sendable {
  /// A sentence that both have.
  public struct Pair: Sendable, Hashable {
    /// Where it stands in the first.
    public let a: ByteRange
    /// Where it stands in the second.
    public let b: ByteRange
    /// Whether its words differ.
    public let isChanged: Bool
    /// Whether it stands in another order than most.
    public let isMoved: Bool
  }

  /// The sentences that both have, in the order of the first.
  public let pairs: [Pair]
  /// Sentences of the first that the second lacks.
  public let dropped: [ByteRange]
  /// Sentences of the second that the first lacks.
  public let added: [ByteRange]
  /// The runs of words in common.
  public let shared: SharedText

  /// The least likeness of a sentence and the form that it was changed to, 0 to 1.
  static let leastLikeness = 0.6

  let first: Sentences
  let second: Sentences
  /// For each sentence of the first its place in the second.
  let places: [Int?]

  /// Compares `b` with `a`.
  ///
  /// - Complexity: O(n m) in the numbers of sentences that differ.
  public init(_ a: Article, _ b: Article) {
    let first = Sentences(a)
    let second = Sentences(b)
    var places = [Int?](repeating: nil, count: first.all.count)
    var taken = [Bool](repeating: false, count: second.all.count)
    var equal: [[UInt64]: [Int]] = [:]
    for (index, sentence) in second.all.enumerated() {
      equal[sentence.words, default: []].append(index)
    }
    for (index, sentence) in first.all.enumerated() {
      guard let found = equal[sentence.words]?.first(where: { !taken[$0] }) else { continue }
      places[index] = found
      taken[found] = true
    }
    var changed: Set<Int> = []
    let sets = second.all.map { Set($0.words) }
    for index in first.all.indices where places[index] == nil {
      let words = Set(first.all[index].words)
      let best = sets.indices.filter { !taken[$0] }
        .map { (likeness: Self.likeness(words, sets[$0]), place: $0) }
        .max { ($0.likeness, -$0.place) < ($1.likeness, -$1.place) }
      guard let best, best.likeness >= Self.leastLikeness else { continue }
      places[index] = best.place
      taken[best.place] = true
      changed.insert(index)
    }
    let kept = places.indices.filter { places[$0] != nil }
    let inOrder = Self.longestRise(kept.map { places[$0] ?? 0 })
    pairs = kept.enumerated().map { number, index in
      Pair(
        a: first.all[index].range, b: second.all[places[index] ?? 0].range,
        isChanged: changed.contains(index), isMoved: !inOrder.contains(number))
    }
    dropped = first.all.indices.filter { places[$0] == nil }.map { first.all[$0].range }
    added = second.all.indices.filter { !taken[$0] }.map { second.all[$0].range }
    shared = SharedText(a, b)
    self.first = first
    self.second = second
    self.places = places
  }

  /// How many words of the shorter are in the longer; short sentences must be alike as a whole.
  private static func likeness(_ a: Set<UInt64>, _ b: Set<UInt64>) -> Double {
    let small = min(a.count, b.count)
    guard small > 0 else { return 0 }
    let shared = a.count < b.count ? a.intersection(b).count : b.intersection(a).count
    let whole = Double(2 * shared) / Double(a.count + b.count)
    let part = Double(shared) / Double(small)
    return small >= 8 ? max(whole, part * 0.75) : whole
  }

  /// The indices of a longest rising part of `values`.
  ///
  /// - Source: Schensted (1961), "Longest increasing and decreasing subsequences".
  static func longestRise(_ values: [Int]) -> Set<Int> {
    var tails: [Int] = []
    var before = [Int](repeating: -1, count: values.count)
    for (index, value) in values.enumerated() {
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if values[tails[middle]] < value { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? tails[low - 1] : -1
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var rise: Set<Int> = []
    var at = tails.last ?? -1
    while at >= 0 {
      rise.insert(at)
      at = before[at]
    }
    return rise
  }
}
