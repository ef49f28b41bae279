internal import ParleyModel

/// Joins what Parley's own reader read with what was verified of a model's answers.
struct ReadingJoiner {
  private var assisted: [Position] = []
  private var numbers: [Figure] = []
  private var findings: [Assistance.Finding] = []

  /// Takes what was verified of the answer for one window.
  mutating func add(_ verification: Verification) {
    for position in verification.positions where !assisted.contains(where: { isSame($0, position) })
    {
      assisted.append(position)
    }
    for figure in verification.figures where !numbers.contains(where: { isSame($0, figure) }) {
      numbers.append(figure)
    }
    for finding in verification.findings where !findings.contains(finding) {
      findings.append(finding)
    }
  }

  /// Returns the joined reading; `assistance` with its counts of what was accepted and its findings.
  func joined(_ reading: ArticleReading, _ assistance: Assistance) -> ArticleReading {
    var result = reading
    var assistance = assistance
    assistance.positions.accepted = assisted.count
    assistance.figures.accepted = numbers.count
    assistance.findings = findings
    joinPositions(&result, &assistance)
    joinFigures(&result)
    assistance.findings.sort { $0.evidence < $1.evidence }
    result.assistance = assistance
    return result
  }

  private func joinPositions(_ result: inout ArticleReading, _ assistance: inout Assistance) {
    var rest = assisted
    var all: [(position: Position, origin: Int?)] = []
    for (index, own) in result.positions.enumerated() {
      var own = own
      own.readers = [.builtIn]
      if let match = rest.firstIndex(where: { isSame($0, own) }) {
        let other = rest.remove(at: match)
        let chance = 1 - (1 - own.confidence) * (1 - AssistedConfidence.usual)
        own = other
        own.readers = [.builtIn, .assisted]
        own.confidence = Double((chance * 1000).rounded()) / 1000
      }
      all.append((own, index))
    }
    for var position in rest {
      let rival = all.first { other in
        other.origin != nil && other.position.readers == [.builtIn]
          && other.position.act == position.act && other.position.issue == position.issue
          && other.position.holder != position.holder
          && isSamePlace(other.position.evidence, position.evidence)
          && !assisted.contains { isSame($0, other.position) }
      }
      if let rival {
        position.confidence = AssistedConfidence.disputed
        let finding = Assistance.Finding(
          kind: .holder, evidence: position.evidence, assisted: position.holder,
          builtIn: rival.position.holder)
        let isTold = assistance.findings.contains {
          $0.kind == .holder && $0.evidence == finding.evidence && $0.assisted == finding.assisted
        }
        if !isTold { assistance.findings.append(finding) }
      }
      all.append((position, nil))
    }
    let order = all.indices.sorted { a, b in
      (all[a].position.evidence, a) < (all[b].position.evidence, b)
    }
    result.positions = order.map { all[$0].position }
    var places: [Int: Int] = [:]
    for (place, index) in order.enumerated() {
      if let origin = all[index].origin { places[origin] = place }
    }
    for index in result.changes.indices {
      result.changes[index].from = result.changes[index].from.flatMap { places[$0] }
      result.changes[index].to = result.changes[index].to.flatMap { places[$0] }
    }
  }

  private func joinFigures(_ result: inout ArticleReading) {
    var rest = numbers
    for index in result.figures.indices {
      result.figures[index].readers = [.builtIn]
      if let match = rest.firstIndex(where: { isSame($0, result.figures[index]) }) {
        result.figures[index] = rest.remove(at: match)
        result.figures[index].readers = [.builtIn, .assisted]
      }
    }
    result.figures += rest
    let order = result.figures.indices.sorted { a, b in
      (result.figures[a].evidence, a) < (result.figures[b].evidence, b)
    }
    result.figures = order.map { result.figures[$0] }
  }

  private func isSame(_ a: Position, _ b: Position) -> Bool {
    a.act == b.act && a.issue == b.issue && a.holder.lowercased() == b.holder.lowercased()
      && isSamePlace(a.evidence, b.evidence)
  }

  private func isSame(_ a: Figure, _ b: Figure) -> Bool {
    a.value == b.value && a.unit == b.unit && isSamePlace(a.evidence, b.evidence)
  }

  /// Whether the ranges share at least half of the shorter one.
  private func isSamePlace(_ a: ByteRange, _ b: ByteRange) -> Bool {
    let shared = min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound)
    return shared > 0 && shared * 2 >= min(a.count, b.count)
  }
}
