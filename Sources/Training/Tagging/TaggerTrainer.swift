package import Language

/// Trains the tagger on treebank sentences by the averaged perceptron.
package struct TaggerTrainer {
  private let table: TrainingTable
  private let classes: WordClasses

  package init(classes: WordClasses, bits: Int) {
    self.classes = classes
    table = TrainingTable(labels: Tag.allCases.count, bits: bits)
  }

  /// Goes over `sentences` so many times, in another order each time.
  package func train(_ sentences: [TreebankSentence], rounds: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var order = Array(sentences.indices)
    let words = sentences.map { WordFeatures($0.tokens, of: $0.text, classes: classes) }
    for _ in 0..<rounds {
      order.shuffle(using: &generator)
      for index in order {
        _ = pass(sentences[index], words[index], learning: true)
      }
    }
  }

  /// Returns the tags that the model would give to each of `sentences`, with the weights as they
  /// stand (not averaged: for other models to train on, where perfect tags would mislead).
  package func tags(of sentences: [TreebankSentence]) -> [[Tag]] {
    sentences.map { sentence in
      let words = WordFeatures(sentence.tokens, of: sentence.text, classes: classes)
      return pass(sentence, words, learning: false)
    }
  }

  package func section() -> SectionWriter { table.section() }

  private func pass(
    _ sentence: TreebankSentence, _ word: WordFeatures, learning: Bool
  ) -> [Tag] {
    var tags = [UInt8](repeating: 0, count: sentence.tokens.count)
    var features = [UInt32](repeating: 0, count: TaggerFeatures.count)
    var scores = [Float](repeating: 0, count: table.stride)
    for index in tags.indices {
      features.withUnsafeMutableBufferPointer { row in
        scores.withUnsafeMutableBufferPointer { score in
          tags.withUnsafeMutableBufferPointer { tags in
            guard let base = row.baseAddress, let known = tags.baseAddress,
              let score = score.baseAddress
            else { return }
            TaggerFeatures.fill(
              base, index, of: word, in: 0..<tags.count, tags: UnsafePointer(known))
            table.score(UnsafeBufferPointer(row), score)
            var best = 0
            for tag in 1..<table.labelCount where score[tag] > score[best] { best = tag }
            if learning {
              let gold = Int(sentence.tags[index].rawValue)
              if best != gold { table.update(UnsafeBufferPointer(row), right: gold, wrong: best) }
              table.tick()
            }
            tags[index] = UInt8(best)
          }
        }
      }
    }
    return tags.map { Tag(rawValue: $0) ?? .x }
  }
}
