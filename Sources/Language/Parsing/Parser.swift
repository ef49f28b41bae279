/// Finds the head of each word, from left to right, and how the word relates to it.
public struct Parser: Sendable {
  private let steps: WeightTable
  private let arcs: WeightTable

  package init(steps: ModelSection, arcs: ModelSection) throws(ModelFileError) {
    self.steps = try WeightTable(steps)
    self.arcs = try WeightTable(arcs)
    guard self.steps.labelCount == ParserState.Action.allCases.count else {
      throw ModelFileError("\(self.steps.labelCount) parser steps")
    }
    guard self.arcs.labelCount == Relation.allCases.count else {
      throw ModelFileError("\(self.arcs.labelCount) relations")
    }
  }

  /// Returns the head (a token index, -1 for roots) and relation of all tokens of a text that is
  /// cut into `sentences`.
  public func parse(
    _ word: WordFeatures, tags: [Tag], sentences: [Range<Int>]
  ) -> (heads: [Int32], relations: [Relation]) {
    var heads = [Int32](repeating: -1, count: tags.count)
    var relations = [Relation](repeating: .dep, count: tags.count)
    let columns = max(steps.stride, arcs.stride)
    let rows = max(ParserFeatures.stepCount, ParserFeatures.arcCount)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: rows) { features in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: columns) { scores in
        guard let row = features.baseAddress, let score = scores.baseAddress else { return }
        for sentence in sentences {
          let state = parse(
            ParserFeatures(word, tags: tags, start: sentence.lowerBound, count: sentence.count),
            count: sentence.count, row, score)
          for index in 0..<sentence.count {
            let head = state.heads[index]
            let token = sentence.lowerBound + index
            if head == Int32(sentence.count) {
              relations[token] = .root
            } else {
              heads[token] = head + Int32(sentence.lowerBound)
              relations[token] = Relation(rawValue: state.relations[index]) ?? .dep
            }
          }
        }
      }
    }
    return (heads, relations)
  }

  private func parse(
    _ look: ParserFeatures, count: Int, _ row: UnsafeMutablePointer<UInt32>,
    _ score: UnsafeMutablePointer<Int32>
  ) -> ParserState {
    var state = ParserState(count: count)
    while !state.isFinished {
      look.fillStep(row, state)
      score.initialize(repeating: 0, count: steps.stride)
      steps.add(UnsafeBufferPointer(start: row, count: ParserFeatures.stepCount), to: score)
      var best: ParserState.Action?
      for action in ParserState.Action.allCases where state.allows(action) {
        if let chosen = best, score[action.rawValue] <= score[chosen.rawValue] { continue }
        best = action
      }
      guard let best else { break }
      var relation = Relation.root.rawValue
      if let (head, dependent) = state.arc(best), head < count {
        look.fillArc(row, head: head, dependent: dependent, state)
        score.initialize(repeating: 0, count: arcs.stride)
        arcs.add(UnsafeBufferPointer(start: row, count: ParserFeatures.arcCount), to: score)
        var label = 1
        for other in 2..<arcs.labelCount where score[other] > score[label] { label = other }
        relation = UInt8(label)
      }
      state.take(best, relation: relation)
    }
    return state
  }
}
