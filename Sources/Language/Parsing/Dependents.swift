/// The tokens below each token of a dependency tree, in flat arrays.
public struct Dependents: Sendable {
  private let firsts: [Int32]
  private let tokens: [Int32]
  private let lefts: [Int32]
  private let rights: [Int32]

  /// Turns heads (token indices, -1 for a root) around.
  ///
  /// - Complexity: O(n) in the number of tokens, for trees of ordinary depth.
  public init(heads: [Int32]) {
    var firsts = [Int32](repeating: 0, count: heads.count + 2)
    for head in heads where head >= 0 { firsts[Int(head) + 2] += 1 }
    for index in 1..<firsts.count { firsts[index] += firsts[index - 1] }
    var tokens = [Int32](repeating: 0, count: Int(firsts[firsts.count - 1]))
    for (token, head) in heads.enumerated() where head >= 0 {
      tokens[Int(firsts[Int(head) + 1])] = Int32(token)
      firsts[Int(head) + 1] += 1
    }
    self.firsts = firsts
    self.tokens = tokens
    var lefts = heads.indices.map { Int32($0) }
    var rights = lefts
    for token in heads.indices {
      var head = heads[token]
      var steps = 0
      // A head that reaches the token already has told all heads above it.
      while head >= 0, steps < heads.count,
        lefts[Int(head)] > Int32(token) || rights[Int(head)] < Int32(token)
      {
        lefts[Int(head)] = min(lefts[Int(head)], Int32(token))
        rights[Int(head)] = max(rights[Int(head)], Int32(token))
        head = heads[Int(head)]
        steps += 1
      }
    }
    self.lefts = lefts
    self.rights = rights
  }

  /// The tokens whose head is `token`, in the order of the text.
  public func of(_ token: Int) -> ArraySlice<Int32> {
    tokens[Int(firsts[token])..<Int(firsts[token + 1])]
  }

  /// The stretch from the first to the last token below `token`, itself included.
  public func reach(_ token: Int) -> Range<Int> { Int(lefts[token])..<Int(rights[token]) + 1 }
}
