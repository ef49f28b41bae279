public import DataFiles
internal import Language

/// Learns a vector for each frequent word of unlabelled text from the words that stand beside it.
///
/// How much oftener than by chance two words stand near each other, as a logarithm where it is
/// positive, makes a matrix; its strongest directions are the components.
///
/// - Source: Levy, Goldberg and Dagan (2015), "Improving Distributional Similarity with Lessons
///   Learned from Word Embeddings".
public struct WordVectorTrainer {
  private let output: ModelOutput
  private let log: (String) -> Void

  /// Prepares training into `data`; `log` is told what is being done.
  public init(into data: DataFolder, log: @escaping (String) -> Void) {
    output = ModelOutput("vectors", in: data)
    self.log = log
  }

  private enum Settings {
    static let words = 20_000
    static let width = 64
    static let window = 6
    /// The power that the frequency of a neighbour is taken to.
    static let smoothing: Float = 0.75
    static let rounds = 6
  }

  /// Learns from `texts` and writes the model and its card.
  ///
  /// - Throws: if the model cannot be written.
  public func train(_ texts: UnlabelledText) throws {
    log("reading unlabelled text")
    var counts: [UInt64: Int32] = [:]
    var articles: [[UInt64]] = []
    for text in texts {
      let words = text.tokens.shapes.indices
        .filter { text.tokens.shapes[$0].contains(.letter) }.map { text.tokens.words[$0] }
      for word in words { counts[word, default: 0] += 1 }
      articles.append(words)
    }
    let total = counts.values.reduce(0) { $0 + Int($1) }
    let vocabulary = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(Settings.words)
    log("counting the neighbours of \(vocabulary.count) words among \(total)")
    var numbers: [UInt64: Int32] = [:]
    for (number, entry) in vocabulary.enumerated() { numbers[entry.key] = Int32(number) }
    let neighbours = NeighbourMatrix(
      articles.map { $0.map { numbers[$0] ?? -1 } }, size: vocabulary.count,
      window: Settings.window, smoothing: Settings.smoothing)
    log("finding \(Settings.width) directions")
    let components = PrincipalDirections(
      neighbours, count: Settings.width, rounds: Settings.rounds
    ).components
    let rarities = vocabulary.map { logarithm(Float(total) / Float($0.value)) }
    _ = try output.write(
      WordVectors.sections(
        vocabulary.map(\.key), Self.integers(components, rarities), width: Settings.width))
    try output.writeCard(card(words: vocabulary.count, total: total, articles: articles.count))
  }

  /// Brings the vectors to the length of the rarity of their words, in integers such that all
  /// components fit.
  private static func integers(_ components: [Float], _ rarities: [Float]) -> [Int8] {
    let width = Settings.width
    var scaled = components
    for (row, rarity) in rarities.enumerated() {
      let range = row * width..<(row + 1) * width
      let length = scaled[range].reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 0 else { continue }
      for index in range { scaled[index] *= rarity / length }
    }
    let top = scaled.reduce(0) { max($0, abs($1)) }
    return scaled.map { Int8(($0 / max(top, 1e-9) * 127).rounded()) }
  }

  private func card(words: Int, total: Int, articles: Int) -> String {
    """
    # vectors.parley

    A vector of \(Settings.width) components for each of \(words) words, by the words that stand up to
    \(Settings.window) words from it. Made by `parley-train vectors`; the same data give the same bytes.

    Learnt without labels from \(total) words of \(articles) news articles, which are no part of this
    repository: the strongest directions of the matrix of positive pointwise mutual information. The
    models of positions and figures tell by them what a stretch of text is about.

    """
  }
}
