internal import Language

/// Sorts words into classes by the words they stand beside in unlabelled text.
///
/// Starting from classes by frequency, each word in turn moves to the class that makes the text
/// most likely under a class model that predicts in both directions.
///
/// - Source: Uszkoreit and Brants (2008), "Distributed word clustering for large scale class-based
///   language modeling"; Dehdari et al. (2016) for the two directions.
package struct WordClassTrainer {
  private var counts: [UInt64: Int32] = [:]
  private var pairs: [UInt64: Int32] = [:]
  private var texts: [[UInt64]] = []

  package init() {}

  /// Adds one sentence of words (their hashes in lower case).
  package mutating func add(_ words: ArraySlice<UInt64>) {
    for word in words { counts[word, default: 0] += 1 }
    texts.append(Array(words))
  }

  /// Returns the words that occur at least `minimum` times with their classes, 1 to `classCount`.
  package func train(
    classCount: Int, minimum: Int32, rounds: Int
  ) -> [(word: UInt64, class: UInt16)] {
    let vocabulary = counts.filter { $0.value >= minimum }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var ids: [UInt64: Int32] = [:]
    for (id, entry) in vocabulary.enumerated() { ids[entry.key] = Int32(id) }
    let size = vocabulary.count
    // One more word, `size`, stands for all rare words and for the ends of sentences.
    var edges: [UInt64: Int32] = [:]
    for text in texts {
      var before = size
      for word in text {
        let id = ids[word].map(Int.init) ?? size
        edges[UInt64(before) << 32 | UInt64(id), default: 0] += 1
        before = id
      }
      edges[UInt64(before) << 32 | UInt64(size), default: 0] += 1
    }
    let predecessors = Neighbours(edges, size: size + 1, byTarget: true)
    let successors = Neighbours(edges, size: size + 1, byTarget: false)
    var exchange = ClassExchange(
      classCount: classCount, wordCounts: vocabulary.map(\.value),
      predecessors: predecessors, successors: successors)
    for _ in 0..<rounds { exchange.round() }
    return zip(vocabulary, exchange.classes).map { ($0.key, UInt16($1 + 1)) }
  }
}

/// For each word the words before it (or behind it) with how often, as flat arrays.
struct Neighbours {
  var offsets: [Int]
  var words: [Int32]
  var counts: [Int32]

  init(_ edges: [UInt64: Int32], size: Int, byTarget: Bool) {
    let sorted = edges.map { edge in
      let from = Int32(edge.key >> 32)
      let to = Int32(truncatingIfNeeded: edge.key)
      return byTarget ? (to, from, edge.value) : (from, to, edge.value)
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    offsets = [Int](repeating: 0, count: size + 1)
    words = sorted.map(\.1)
    counts = sorted.map(\.2)
    for edge in sorted { offsets[Int(edge.0) + 1] += 1 }
    for index in 1...size { offsets[index] += offsets[index - 1] }
  }
}

/// The exchange of words between classes.
struct ClassExchange {
  private(set) var classes: [Int]
  private let classCount: Int
  private let wordCounts: [Int32]
  private let predecessors: Neighbours
  private let successors: Neighbours
  /// How often a word of each class follows (precedes) each word: word by class.
  private var followers: [Int32]
  private var leaders: [Int32]
  private var classTotals: [Int]
  /// n log n for small n.
  private let entropy: [Float]

  init(
    classCount: Int, wordCounts: [Int32], predecessors: Neighbours, successors: Neighbours
  ) {
    self.classCount = classCount
    self.wordCounts = wordCounts
    self.predecessors = predecessors
    self.successors = successors
    classes = wordCounts.indices.map { $0 % classCount }
    followers = [Int32](repeating: 0, count: (wordCounts.count + 1) * classCount)
    leaders = followers
    classTotals = [Int](repeating: 0, count: classCount)
    entropy = (0..<1 << 16).map { $0 < 2 ? 0 : Float($0) * logarithm(Float($0)) }
    for word in wordCounts.indices { move(word, to: classes[word], sign: 1) }
  }

  private mutating func move(_ word: Int, to target: Int, sign: Int32) {
    classTotals[target] += Int(sign) * Int(wordCounts[word])
    for edge in predecessors.offsets[word]..<predecessors.offsets[word + 1] {
      let place = Int(predecessors.words[edge]) * classCount + target
      followers[place] += sign * predecessors.counts[edge]
    }
    for edge in successors.offsets[word]..<successors.offsets[word + 1] {
      leaders[Int(successors.words[edge]) * classCount + target] += sign * successors.counts[edge]
    }
  }

  @inline(__always) private func nLogN(_ n: Int32) -> Float {
    n < 1 << 16 ? entropy[Int(n)] : Float(n) * logarithm(Float(n))
  }

  /// Gives each word, the frequent ones first, the chance to move.
  mutating func round() {
    var gains = [Float](repeating: 0, count: classCount)
    for word in wordCounts.indices {
      let home = classes[word]
      move(word, to: home, sign: -1)
      for target in 0..<classCount {
        let before = Float(classTotals[target])
        let after = before + Float(wordCounts[word])
        gains[target] =
          -2 * (after * logarithm(max(after, 1)) - before * logarithm(max(before, 1)))
      }
      add(predecessors, followers, word, to: &gains)
      add(successors, leaders, word, to: &gains)
      var best = home
      for target in 0..<classCount where gains[target] > gains[best] { best = target }
      classes[word] = best
      move(word, to: best, sign: 1)
    }
  }

  private func add(
    _ neighbours: Neighbours, _ table: [Int32], _ word: Int, to gains: inout [Float]
  ) {
    for edge in neighbours.offsets[word]..<neighbours.offsets[word + 1] {
      let count = neighbours.counts[edge]
      let row = Int(neighbours.words[edge]) * classCount
      let alone = nLogN(count)
      for target in 0..<classCount {
        let present = table[row + target]
        gains[target] += present == 0 ? alone : nLogN(present + count) - nLogN(present)
      }
    }
  }
}
