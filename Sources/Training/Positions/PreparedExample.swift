internal import ParleyModel
internal import Parties
internal import Reading

/// A labelled article with the features of its clauses, computed once for all folds.
struct PreparedExample: Sendable {
  let example: PositionExample
  let clauses: [[UInt32]]
  let issues: [[UInt32]]
  /// What each clause is about.
  let directions: [[Float]]
  /// The chances of the issues by cues alone.
  let cues: [[Float]]
  let holders: [[HolderCandidate]]
  let holderRows: [[[UInt32]]]

  init(_ example: PositionExample) {
    self.example = example
    let context = example.context
    clauses = context.clauses.indices.map { context.clauseFeatures($0).rows }
    issues = context.clauses.indices.map { context.issueFeatures($0).rows }
    directions = context.clauses.indices.map { context.directions($0) }
    cues = context.clauses.indices.map { context.issueCueChances($0) }
    let holders = context.clauses.indices.map { context.holders(of: $0) }
    self.holders = holders
    holderRows = context.clauses.indices.map { index in
      context.holderFeatures(index, holders[index]).map(\.rows)
    }
  }

  /// The index of the right candidate for the clause, if it is among them.
  func rightHolder(_ clause: Int) -> Int? {
    guard let gold = example.labels[clause] else { return nil }
    let name = example.context.parties.canonical(gold.holder).lowercased()
    return holders[clause].firstIndex { $0.party.name.lowercased() == name }
  }
}
