internal import Language
internal import ParleyModel
internal import Parties
internal import Reading

/// How well the read positions agree with the gold, by the rules of the scorer of gold readings.
package struct PositionScore {
  /// How many are right, of how many in the gold and read.
  package struct Count {
    package private(set) var right = 0
    /// Precision, recall and their harmonic mean, 0 to 1.
    package func f1(gold: Int, read: Int) -> Double {
      gold + read == 0 ? 0 : 2 * Double(right) / Double(gold + read)
    }
    fileprivate mutating func add(_ count: Int) { right += count }
  }

  package private(set) var gold = 0
  package private(set) var read = 0
  /// Place, holder, act and issue.
  package private(set) var strict = Count()
  /// Holder, act and issue, wherever in the article.
  package private(set) var record = Count()
  /// Place and holder.
  package private(set) var found = Count()
  private(set) var outcomes: [Calibrator.Outcome] = []

  /// The sum of the three harmonic means.
  package var balance: Double {
    strict.f1(gold: gold, read: read) * 1.5 + record.f1(gold: gold, read: read)
      + found.f1(gold: gold, read: read)
  }

  mutating func add(_ example: PositionExample, _ drafts: [PositionDraft], _ issues: [IssueCode]) {
    let context = example.context
    let tokens = context.text.tokens
    struct Read {
      let tokens: Range<Int>
      let holder: String
      let act: Act
      let issue: IssueCode
      let chances: [Float]
    }
    var rows: [Read] = []
    for draft in drafts {
      for holder in draft.holders {
        rows.append(
          Read(
            tokens: context.clauses[draft.clause].tokens, holder: holder.name.lowercased(),
            act: Act.allCases[draft.act], issue: issues[draft.issue], chances: draft.chances))
      }
    }
    let wanted = example.gold.positions.map { position in
      let first = tokens.index(atOrAfter: position.evidence.lowerBound)
      let end = max(first + 1, tokens.index(atOrAfter: position.evidence.upperBound))
      return Read(
        tokens: first..<end, holder: context.parties.canonical(position.holder).lowercased(),
        act: position.act, issue: position.issue, chances: [])
    }
    gold += wanted.count
    read += rows.count
    func isFound(_ a: Read, _ b: Read) -> Bool {
      a.holder == b.holder && ClauseLabels.isSamePlace(a.tokens, b.tokens)
    }
    func isSame(_ a: Read, _ b: Read) -> Bool {
      a.holder == b.holder && a.act == b.act && a.issue == b.issue
    }
    let matched = Matching.pairs(wanted, rows) { isFound($0, $1) && isSame($0, $1) }
    strict.add(matched.count)
    record.add(Matching.pairs(wanted, rows, isSame).count)
    found.add(Matching.pairs(wanted, rows, isFound).count)
    let right = Set(matched)
    for (index, row) in rows.enumerated() {
      outcomes.append(Calibrator.Outcome(chances: row.chances, isRight: right.contains(index)))
    }
  }
}

/// A largest one-to-one matching.
enum Matching {
  /// Returns the indices of the elements of `b` that are paired with an element of `a`.
  static func pairs<A, B>(_ a: [A], _ b: [B], _ fits: (A, B) -> Bool) -> [Int] {
    var partner = [Int?](repeating: nil, count: b.count)
    for start in a.indices {
      var seen = [Bool](repeating: false, count: b.count)
      func grow(_ index: Int) -> Bool {
        for other in b.indices where !seen[other] && fits(a[index], b[other]) {
          seen[other] = true
          if partner[other].map(grow) ?? true {
            partner[other] = index
            return true
          }
        }
        return false
      }
      _ = grow(start)
    }
    return partner.indices.filter { partner[$0] != nil }
  }
}

/// How often act, issue and holder are right where the place is given.
package struct PartScore {
  package private(set) var places = 0
  package private(set) var acts = 0
  package private(set) var issues = 0
  package private(set) var holders = 0

  mutating func add(
    _ prepared: PreparedExample, _ scores: [ClauseScores?], _ codes: [IssueCode]
  ) {
    for (clause, label) in prepared.example.labels.enumerated() {
      guard let label, let score = scores[clause] else { continue }
      places += 1
      if Act.allCases[best(score.acts)] == label.act { acts += 1 }
      if codes[best(score.issues)] == label.issue { issues += 1 }
      if prepared.rightHolder(clause) == best(score.holderChances) { holders += 1 }
    }
  }

  private func best(_ values: [Float]) -> Int {
    values.indices.max { values[$0] < values[$1] } ?? 0
  }
}
