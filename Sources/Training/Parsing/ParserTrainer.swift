package import Language

/// Trains the parser on treebank sentences by the averaged perceptron with a dynamic oracle: it
/// learns what to do after its own mistakes, too.
///
/// - Source: Goldberg and Nivre (2013), "Training deterministic parsers with non-deterministic
///   oracles".
package struct ParserTrainer {
  private let steps: TrainingTable
  private let arcs: TrainingTable
  private let classes: WordClasses

  package init(classes: WordClasses, stepBits: Int, arcBits: Int) {
    self.classes = classes
    steps = TrainingTable(labels: ParserState.Action.allCases.count, bits: stepBits)
    arcs = TrainingTable(labels: Relation.allCases.count, bits: arcBits)
  }

  /// Goes over `sentences` so many times, in another order each time; `tags` holds the tags to
  /// look at, as the tagger would give them.
  package func train(
    _ sentences: [TreebankSentence], tags: [[Tag]], rounds: Int, seed: UInt64
  ) {
    var generator = SeededGenerator(seed: seed)
    var order = Array(sentences.indices)
    let words = sentences.map { WordFeatures($0.tokens, of: $0.text, classes: classes) }
    for round in 0..<rounds {
      order.shuffle(using: &generator)
      for index in order {
        learn(
          sentences[index], words[index], tags[index],
          wander: round == 0 ? 0 : 0.9, &generator)
      }
    }
  }

  package func sections() -> (steps: SectionWriter, arcs: SectionWriter) {
    (steps.section(), arcs.section())
  }

  private func learn(
    _ sentence: TreebankSentence, _ word: WordFeatures, _ tags: [Tag], wander: Double,
    _ generator: inout SeededGenerator
  ) {
    let count = sentence.tokens.count
    let gold = sentence.heads.map { $0 < 0 ? Int32(count) : $0 }
    let look = ParserFeatures(word, tags: tags, start: 0, count: count)
    var state = ParserState(count: count)
    var stepRow = [UInt32](repeating: 0, count: ParserFeatures.stepCount)
    var arcRow = [UInt32](repeating: 0, count: ParserFeatures.arcCount)
    var scores = [Float](repeating: 0, count: max(steps.stride, arcs.stride))
    while !state.isFinished {
      let action = stepRow.withUnsafeMutableBufferPointer { row in
        scores.withUnsafeMutableBufferPointer { score -> ParserState.Action in
          guard let rowBase = row.baseAddress, let score = score.baseAddress else { return .shift }
          look.fillStep(rowBase, state)
          steps.score(UnsafeBufferPointer(row), score)
          return step(state, gold, UnsafeBufferPointer(row), score, wander, &generator)
        }
      }
      var relation = Relation.root.rawValue
      if let (head, dependent) = state.arc(action), head < count {
        let isGold = gold[dependent] == Int32(head)
        let right = isGold ? Int(sentence.relations[dependent].rawValue) : nil
        relation = arcRow.withUnsafeMutableBufferPointer { row in
          scores.withUnsafeMutableBufferPointer { score in
            guard let rowBase = row.baseAddress, let score = score.baseAddress else { return 0 }
            look.fillArc(rowBase, head: head, dependent: dependent, state)
            arcs.score(UnsafeBufferPointer(row), score)
            var best = 1
            for label in 2..<arcs.labelCount where score[label] > score[best] { best = label }
            if let right {
              if best != right {
                arcs.update(UnsafeBufferPointer(row), right: right, wrong: best)
              }
              arcs.tick()
            }
            return UInt8(best)
          }
        }
      }
      state.take(action, relation: relation)
    }
  }

  /// Learns from one step and returns the step to take.
  private func step(
    _ state: ParserState, _ gold: [Int32], _ row: UnsafeBufferPointer<UInt32>,
    _ score: UnsafeMutablePointer<Float>, _ wander: Double, _ generator: inout SeededGenerator
  ) -> ParserState.Action {
    var predicted: ParserState.Action?
    var right: ParserState.Action?
    var least = Int.max
    for action in ParserState.Action.allCases where state.allows(action) {
      let cost = state.cost(action, gold: gold)
      if predicted.map({ score[action.rawValue] > score[$0.rawValue] }) ?? true {
        predicted = action
      }
      if cost < least
        || cost == least && right.map({ score[action.rawValue] > score[$0.rawValue] }) ?? true
      {
        least = cost
        right = action
      }
    }
    guard let predicted, let right else { return .shift }
    steps.tick()
    if state.cost(predicted, gold: gold) > least {
      steps.update(row, right: right.rawValue, wrong: predicted.rawValue)
      let roll = Double(generator.next() >> 11) * 0x1p-53
      return roll < wander ? predicted : right
    }
    return predicted
  }
}
