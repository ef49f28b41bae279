package import DataFiles
package import Language

/// Labels each token with the part of an attribution that it belongs to, in two passes: the second
/// one sees what the first one found.
///
/// - Source: Newell et al. (2018), "An attribution relations corpus for political news", for the
///   task; Cohen and Carvalho (2005), "Stacked sequential learning", for the two passes.
package struct RoleLabeler: Sendable {
  private let passes: [ChainModel]

  /// Takes the models of the passes from a model file, in order.
  package init(_ file: ModelFile, passes count: Int = 2) throws(DataError) {
    var passes: [ChainModel] = []
    for pass in 1...count {
      let transitions = try file.load("roles.\(pass).transitions") {
        section throws(ModelFileError) in section
      }
      passes.append(
        try file.load("roles.\(pass).emissions") { emissions throws(ModelFileError) in
          let model = try ChainModel(emissions: emissions, transitions: transitions)
          guard model.labelCount == RoleLabel.allCases.count,
            model.contextCount == RoleFeatures.contextCount
          else { throw ModelFileError("\(model.labelCount) labels") }
          return model
        })
    }
    self.passes = passes
  }

  /// Returns the label of each token of `view`.
  package func labels(_ view: RoleView) -> [RoleLabel] {
    let contexts = RoleFeatures.contexts(view)
    let rows = view.rows()
    var raw: [UInt8] = []
    for pass in passes {
      let features = RoleFeatures(view, earlier: raw)
      var found: [UInt8] = []
      found.reserveCapacity(contexts.count)
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: RoleFeatures.capacity) { buffer in
        guard let base = buffer.baseAddress else { return }
        for row in rows {
          var scores = [Int32](repeating: 0, count: row.count * pass.stride)
          scores.withUnsafeMutableBufferPointer { scores in
            guard let score = scores.baseAddress else { return }
            for (place, token) in row.enumerated() {
              let count = features.fill(base, token)
              pass.score(
                UnsafeBufferPointer(start: base, count: count), score + place * pass.stride)
              adjust(score + place * pass.stride, contexts[token], unit: pass.unit)
            }
          }
          found += pass.labels(scores, contexts: contexts[row])
        }
      }
      raw = found
    }
    return raw.map { RoleLabel(rawValue: $0) ?? .outside }
  }

  /// Favours finding over missing, which evens out precision and recall; and ends every part where
  /// a sentence ends outside quotation marks.
  private func adjust(_ score: UnsafeMutablePointer<Int32>, _ context: UInt8, unit: Float) {
    score[Int(RoleLabel.outside.rawValue)] -= Int32((Self.outsidePenalty / unit).rounded())
    guard context == RoleFeatures.plainSentenceStart else { return }
    for label in RoleLabel.allCases where label.role != nil && !label.begins {
      score[Int(label.rawValue)] -= 1_000_000
    }
  }

  /// How much the label `.outside` is marked down, as a logarithm of odds; chosen on held-out
  /// articles.
  private static let outsidePenalty: Float = 0.2
}
