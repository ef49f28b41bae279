package import Language

/// Chooses one of several candidates by a weighted sum of their features.
///
/// - Source: Berger, Della Pietra and Della Pietra (1996), "A maximum entropy approach to natural
///   language processing"; here the classes are the candidates at hand.
package struct CandidateRanker: Sendable {
  private let weights: SparseWeightTable

  /// Takes a ranker from a section of a model file.
  package init(_ section: ModelSection) throws(ModelFileError) {
    weights = try SparseWeightTable(section)
    guard weights.labelCount == 1 else {
      throw ModelFileError("a ranker of \(weights.labelCount) labels")
    }
  }

  /// Returns the index of the best of the candidates, given the features of each; the first one
  /// where several are best.
  ///
  /// - Precondition: there is at least one candidate.
  package func best(_ candidates: [[UInt32]]) -> Int {
    var best = 0
    var top = Int32.min
    for (index, features) in candidates.enumerated() {
      let score = self.score(features)
      if score > top {
        top = score
        best = index
      }
    }
    return best
  }

  /// Returns the score of one candidate, a logarithm of odds where the model was trained to tell
  /// right from wrong.
  package func odds(_ features: [UInt32]) -> Float { Float(score(features)) * weights.scale }

  private func score(_ features: [UInt32]) -> Int32 {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: weights.stride) { sums in
      guard let base = sums.baseAddress else { return 0 }
      base.initialize(repeating: 0, count: weights.stride)
      features.withUnsafeBufferPointer { weights.add($0, to: base) }
      return base[0]
    }
  }
}
