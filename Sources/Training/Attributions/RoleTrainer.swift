package import Language
internal import ParleyModel
package import Reading

/// Trains the two passes of the ``RoleLabeler`` on marked articles.
package struct RoleTrainer {
  /// The settings of training, as the model card lists them.
  package struct Settings: Sendable {
    /// The number of rows of each weight table, as a power of two.
    package var bits = 19
    /// How the weights are found.
    package var descent = ChainTrainer.Settings(strength: 3, step: 0.005, rounds: 10)
    /// The number of parts in which articles are labelled for the second pass, each by a model of
    /// the other parts.
    package var folds = 3

    package init() {}
  }

  private let views: [RoleView]
  private let labels: [[RoleLabel]]

  private let settings: Settings

  package init(
    _ articles: [MarkedArticle], language: LanguageModel, lexicon: CueLexicon,
    settings: Settings = Settings()
  ) {
    self.settings = settings
    views = articles.map { RoleView(language.annotate($0.article), lexicon: lexicon) }
    labels = zip(articles, views).map { Self.labels($0.attributions, $1.text) }
  }

  /// Returns the sections of the trained passes, named as the model file names them.
  package func train(log: (String) -> Void) -> [(name: String, section: SectionWriter)] {
    log("training the first pass over \(views.count) articles")
    let first = pass(Array(views.indices), earlier: nil, seed: 21)
    log("labelling by jackknife for the second pass")
    var earlier = [[UInt8]](repeating: [], count: views.count)
    for fold in 0..<settings.folds {
      let rest = views.indices.filter { $0 % settings.folds != fold }
      let model = pass(rest, earlier: nil, seed: UInt64(30 + fold))
      let labeler = FloatLabeler(model)
      for index in views.indices where index % settings.folds == fold {
        earlier[index] = labeler.labels(views[index])
      }
    }
    log("training the second pass")
    let second = pass(Array(views.indices), earlier: earlier, seed: 22)
    var result: [(name: String, section: SectionWriter)] = []
    for (number, model) in [(1, first), (2, second)] {
      let (emissions, transitions) = model.sections()
      result.append(("roles.\(number).emissions", emissions))
      result.append(("roles.\(number).transitions", transitions))
    }
    return result
  }

  private func pass(_ indices: [Int], earlier: [[UInt8]]?, seed: UInt64) -> ChainTrainer {
    var examples = ChainExamples()
    var buffer = [UInt32](repeating: 0, count: RoleFeatures.capacity)
    for index in indices {
      let view = views[index]
      let features = RoleFeatures(view, earlier: earlier?[index] ?? [])
      let contexts = RoleFeatures.contexts(view)
      for row in view.rows() {
        let rows = row.map { token in
          let count = buffer.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { features.fill($0, token) } ?? 0
          }
          return Array(buffer[..<count])
        }
        examples.append(
          labels: labels[index][row].map(\.rawValue), contexts: contexts[row], features: rows)
      }
    }
    var trainer = ChainTrainer(
      labels: RoleLabel.allCases.count, contexts: RoleFeatures.contextCount, bits: settings.bits)
    trainer.train(examples, settings.descent, seed: seed)
    return trainer
  }

  /// The labels that a person's marks give to the tokens of `text`; where marks overlap, source
  /// and cue go before content.
  private static func labels(
    _ attributions: [[[ByteRange]]], _ text: AnnotatedText
  ) -> [RoleLabel] {
    var labels = [RoleLabel](repeating: .outside, count: text.tokens.count)
    for role in [Role.content, .source, .cue] {
      for attribution in attributions {
        for span in attribution[Int(role.rawValue)] {
          var index = text.tokens.index(atOrAfter: span.lowerBound)
          var isFirst = true
          while index < text.tokens.count, text.tokens.range(index).overlaps(span) {
            labels[index] = RoleLabel(role, begins: isFirst)
            isFirst = false
            index += 1
          }
        }
      }
    }
    return labels
  }
}

/// Labels with the weights of a pass in training.
private struct FloatLabeler {
  private let model: ChainTrainer
  init(_ model: ChainTrainer) { self.model = model }

  func labels(_ view: RoleView) -> [UInt8] {
    let features = RoleFeatures(view)
    let contexts = RoleFeatures.contexts(view)
    var buffer = [UInt32](repeating: 0, count: RoleFeatures.capacity)
    var found: [UInt8] = []
    for row in view.rows() {
      let rows = row.map { token in
        let count = buffer.withUnsafeMutableBufferPointer { buffer in
          buffer.baseAddress.map { features.fill($0, token) } ?? 0
        }
        return Array(buffer[..<count])
      }
      found += model.labels(rows, contexts: contexts[row])
    }
    return found
  }
}
