/// Tells the part of speech of each token, from left to right.
///
/// - Source: Collins (2002), "Discriminative training methods for hidden Markov models"; here the
///   search is greedy.
public struct Tagger: Sendable {
  private let weights: WeightTable

  package init(_ section: ModelSection) throws(ModelFileError) {
    weights = try WeightTable(section)
    guard weights.labelCount == Tag.allCases.count else {
      throw ModelFileError("\(weights.labelCount) tags")
    }
  }

  /// Returns the tags of all tokens of a text that is cut into `sentences`.
  public func tags(_ word: WordFeatures, sentences: [Range<Int>]) -> [Tag] {
    let count = word.words.count
    let columns = weights.stride
    let raw = [UInt8](unsafeUninitializedCapacity: count) { tags, initialized in
      tags.initialize(repeating: 0)
      initialized = count
      guard let tags = tags.baseAddress else { return }
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: TaggerFeatures.count) { features in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: columns) { scores in
          guard let row = features.baseAddress, let score = scores.baseAddress else { return }
          for sentence in sentences {
            for index in sentence {
              TaggerFeatures.fill(row, index, of: word, in: sentence, tags: tags)
              score.initialize(repeating: 0, count: columns)
              weights.add(UnsafeBufferPointer(features), to: score)
              var best = 0
              for tag in 1..<weights.labelCount where score[tag] > score[best] { best = tag }
              tags[index] = UInt8(best)
            }
          }
        }
      }
    }
    return raw.map { Tag(rawValue: $0) ?? .x }
  }
}
