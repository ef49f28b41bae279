package import DataFiles
package import Language

/// The labels of all tokens of a text, and how sure the labeler was of each.
package struct RoleLabels: Sendable {
  /// The label of each token.
  package let labels: [RoleLabel]
  /// By how much each token, looked at by itself, is rather content than anything else; negative
  /// where it is not. In quarters of a logarithm of odds.
  package let contentMargins: [Int16]
}

/// Labels each token with the part of an attribution that it belongs to.
///
/// - Source: Newell et al. (2018), "An attribution relations corpus for political news", for the
///   task.
package struct RoleLabeler: Sendable {
  private let model: ChainModel

  /// Takes the model from a model file.
  package init(_ file: ModelFile) throws(DataError) {
    let transitions = try file.load("roles.transitions") {
      section throws(ModelFileError) in section
    }
    model = try file.load("roles.emissions") { emissions throws(ModelFileError) in
      let model = try ChainModel(emissions: emissions, transitions: transitions)
      guard model.labelCount == RoleLabel.allCases.count,
        model.contextCount == RoleFeatures.contextCount
      else { throw ModelFileError("\(model.labelCount) labels") }
      return model
    }
  }

  /// Labels the tokens of `view`.
  package func label(_ view: RoleView) -> RoleLabels {
    let contexts = RoleFeatures.contexts(view)
    let features = RoleFeatures(view)
    var labels: [RoleLabel] = []
    var margins: [Int16] = []
    labels.reserveCapacity(contexts.count)
    margins.reserveCapacity(contexts.count)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: RoleFeatures.capacity) { buffer in
      guard let base = buffer.baseAddress else { return }
      for row in view.rows() {
        var scores = [Int32](repeating: 0, count: row.count * model.stride)
        scores.withUnsafeMutableBufferPointer { scores in
          guard let first = scores.baseAddress else { return }
          for (place, token) in row.enumerated() {
            let score = first + place * model.stride
            let count = features.fill(base, token)
            model.score(UnsafeBufferPointer(start: base, count: count), score)
            margins.append(margin(score))
            adjust(score, contexts[token])
          }
        }
        for raw in model.labels(scores, contexts: contexts[row]) {
          labels.append(RoleLabel(rawValue: raw) ?? .outside)
        }
      }
    }
    return RoleLabels(labels: labels, contentMargins: margins)
  }

  private func margin(_ score: UnsafeMutablePointer<Int32>) -> Int16 {
    var content = Int32.min
    var other = Int32.min
    for label in RoleLabel.allCases {
      let value = score[Int(label.rawValue)]
      if label.role == .content { content = max(content, value) } else { other = max(other, value) }
    }
    return Int16(clamping: Int((Float(content - other) * model.unit * 4).rounded()))
  }

  /// Favours finding over missing, which evens out precision and recall; and ends every part where
  /// a sentence ends outside quotation marks.
  private func adjust(_ score: UnsafeMutablePointer<Int32>, _ context: UInt8) {
    score[Int(RoleLabel.outside.rawValue)] -= Int32((Self.outsidePenalty / model.unit).rounded())
    guard context == RoleFeatures.plainSentenceStart else { return }
    for label in RoleLabel.allCases where label.role != nil && !label.begins {
      score[Int(label.rawValue)] -= 1_000_000
    }
  }

  /// How much the label `.outside` is marked down, as a logarithm of odds; chosen on the development
  /// articles of PolNeAR.
  private static let outsidePenalty: Float = 0.4
}
