internal import Language
internal import ParleyModel
internal import Reading

/// Which clauses state which gold positions.
enum ClauseLabels {
  static func label(
    _ context: ArticleContext, _ gold: [GoldPosition]
  ) -> (labels: [GoldPosition?], isNear: [Bool]) {
    var labels = [GoldPosition?](repeating: nil, count: context.clauses.count)
    var isNear = [Bool](repeating: false, count: context.clauses.count)
    var taken = [Double](repeating: 0, count: context.clauses.count)
    let tokens = context.text.tokens
    for position in gold {
      let first = tokens.index(atOrAfter: position.evidence.lowerBound)
      let end = tokens.index(atOrAfter: position.evidence.upperBound)
      guard first < end else { continue }
      var best: (index: Int, score: Double)?
      for (index, clause) in context.clauses.enumerated() {
        guard isSamePlace(clause.tokens, first..<end) else { continue }
        isNear[index] = true
        let score = likeness(clause.tokens, first..<end)
        if best.map({ score > $0.score }) ?? true { best = (index, score) }
      }
      if let best, best.score > taken[best.index] {
        labels[best.index] = position
        taken[best.index] = best.score
      }
    }
    return (labels, isNear)
  }

  /// The rule of the scorer: half of the shorter stretch is shared, and the longer has at most three
  /// times its tokens and five.
  static func isSamePlace(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    let short = min(a.count, b.count)
    let long = max(a.count, b.count)
    return long <= 3 * short + 5 && 2 * a.clamped(to: b).count >= short && a.overlaps(b)
  }

  private static func likeness(_ a: Range<Int>, _ b: Range<Int>) -> Double {
    let shared = a.clamped(to: b).count
    return Double(shared) / Double(a.count + b.count - shared)
  }
}
