package import Language

/// The parts of the tree that hang on tokens, as ranges of tokens.
package struct Subtrees: Sendable {
  private let left: [Int32]
  private let right: [Int32]
  /// The children of all tokens, those of one token in the order of the text.
  private let childList: [Int32]
  private let childOffsets: [Int32]

  package init(_ text: AnnotatedText) {
    let count = text.tokens.count
    var left = (0..<count).map { Int32($0) }
    var right = left
    var offsets = [Int32](repeating: 0, count: count + 1)
    for index in 0..<count {
      var above = Int(text.heads[index])
      if above >= 0 { offsets[above + 1] += 1 }
      var steps = 0
      while above >= 0, steps < 200, left[above] > Int32(index) || right[above] < Int32(index) {
        left[above] = min(left[above], Int32(index))
        right[above] = max(right[above], Int32(index))
        above = Int(text.heads[above])
        steps += 1
      }
    }
    for index in 0..<count { offsets[index + 1] += offsets[index] }
    var list = [Int32](repeating: 0, count: Int(offsets[count]))
    var next = offsets
    for index in 0..<count {
      let head = Int(text.heads[index])
      guard head >= 0 else { continue }
      list[Int(next[head])] = Int32(index)
      next[head] += 1
    }
    self.left = left
    self.right = right
    childList = list
    childOffsets = offsets
  }

  /// The tokens from the first to the last that hang on `token`, itself included.
  package func range(_ token: Int) -> Range<Int> { Int(left[token])..<Int(right[token]) + 1 }

  /// The tokens whose head is `token`.
  package func children(_ token: Int) -> [Int] {
    childList[Int(childOffsets[token])..<Int(childOffsets[token + 1])].map(Int.init)
  }
}
