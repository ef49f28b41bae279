/// The state of a transition parser over one sentence (arc-hybrid system).
///
/// Words are numbered from 0; the root stands behind the last word, as number `count`.
///
/// - Source: Kuhlmann, Gómez-Rodríguez and Satta (2011), "Dynamic programming algorithms for
///   transition-based dependency parsers"; Goldberg and Nivre (2013), "Training deterministic
///   parsers with non-deterministic oracles".
package struct ParserState {
  /// A step of the parser.
  package enum Action: Int, CaseIterable {
    /// Moves the next word to the stack.
    case shift
    /// Makes the next word the head of the top of the stack, which is done with.
    case left
    /// Makes the word below the top of the stack the head of the top, which is done with.
    case right
  }

  /// The number of words.
  package let count: Int
  /// The words that wait for a head, the top last.
  package private(set) var stack: [Int32] = []
  /// The next word; `count` when only the root is left.
  package private(set) var next = 0
  /// The head of each word; -1 where there is none yet.
  package private(set) var heads: [Int32]
  /// The relation of each word to its head.
  package private(set) var relations: [UInt8]
  /// The outermost and the second outermost child on each side of each word, -1 for none; the root
  /// included.
  package private(set) var leftChild: [Int32]
  package private(set) var rightChild: [Int32]
  package private(set) var leftInner: [Int32]
  package private(set) var rightInner: [Int32]
  /// The number of children on each side.
  package private(set) var leftCount: [UInt8]
  package private(set) var rightCount: [UInt8]

  /// Starts with all `count` words waiting.
  package init(count: Int) {
    self.count = count
    stack.reserveCapacity(32)
    heads = [Int32](repeating: -1, count: count + 1)
    relations = [UInt8](repeating: Relation.dep.rawValue, count: count + 1)
    leftChild = heads
    rightChild = heads
    leftInner = heads
    rightInner = heads
    leftCount = [UInt8](repeating: 0, count: count + 1)
    rightCount = leftCount
  }

  /// Whether all words have a head.
  package var isFinished: Bool { next == count && stack.isEmpty }

  /// Whether `action` can be taken.
  package func allows(_ action: Action) -> Bool {
    switch action {
    case .shift: next < count
    case .left: !stack.isEmpty && (next < count || stack.count == 1)
    case .right: stack.count >= 2
    }
  }

  /// The arc that `action` would draw, as head and dependent; `nil` for shift.
  package func arc(_ action: Action) -> (head: Int, dependent: Int)? {
    switch action {
    case .shift: nil
    case .left: (next, Int(stack[stack.count - 1]))
    case .right: (Int(stack[stack.count - 2]), Int(stack[stack.count - 1]))
    }
  }

  /// Takes `action`; the arc that it draws carries `relation`.
  package mutating func take(_ action: Action, relation: UInt8) {
    guard let (head, dependent) = arc(action) else {
      stack.append(Int32(next))
      next += 1
      return
    }
    stack.removeLast()
    heads[dependent] = Int32(head)
    relations[dependent] = relation
    if dependent < head {
      leftInner[head] = leftChild[head]
      leftChild[head] = Int32(dependent)
      leftCount[head] = min(leftCount[head] + 1, 7)
    } else {
      rightInner[head] = rightChild[head]
      rightChild[head] = Int32(dependent)
      rightCount[head] = min(rightCount[head] + 1, 7)
    }
  }

  /// The number of arcs of `gold` (the head of each word, `count` for the root) that are out of
  /// reach after `action`, beyond those that are already.
  package func cost(_ action: Action, gold: [Int32]) -> Int {
    var lost = 0
    switch action {
    case .shift:
      let word = Int32(next)
      for (depth, waiting) in stack.enumerated() {
        if gold[next] == waiting, depth < stack.count - 1 { lost += 1 }
        if gold[Int(waiting)] == word { lost += 1 }
      }
    case .left:
      let top = stack[stack.count - 1]
      let head = gold[Int(top)]
      if head > Int32(next) || stack.count > 1 && head == stack[stack.count - 2] { lost += 1 }
      lost += dependents(of: top, gold)
    case .right:
      let top = stack[stack.count - 1]
      if gold[Int(top)] >= Int32(next) { lost += 1 }
      lost += dependents(of: top, gold)
    }
    return lost
  }

  private func dependents(of word: Int32, _ gold: [Int32]) -> Int {
    var found = 0
    var index = next
    while index < count {
      if gold[index] == word { found += 1 }
      index += 1
    }
    return found
  }
}
