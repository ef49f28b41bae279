internal import ParleyModel

/// What language models gave for all articles of a run, and what became of it.
struct AssistanceTally: Sendable {
  private var models: Set<String> = []
  private var prompts: Set<String> = []
  private var requests = 0
  private var answers = 0
  private var positions = Assistance.Count()
  private var figures = Assistance.Count()
  /// The counts by reason, in the order in which the reasons came.
  private var dropped: [Assistance.Dropped] = []
  private var findings: [Assistance.Finding.Kind: Int] = [:]

  /// Whether a request has no answer that could be used.
  var isIncomplete: Bool { answers < requests }

  /// Adds what became of one article.
  mutating func add(_ one: Assistance) {
    models.insert(one.model)
    prompts.insert(one.prompt)
    requests += one.requests
    answers += one.answers
    positions.add(one.positions)
    figures.add(one.figures)
    for item in one.dropped { add(item) }
    for finding in one.findings { findings[finding.kind, default: 0] += 1 }
  }

  /// Adds the counts of another tally.
  mutating func add(_ other: AssistanceTally) {
    models.formUnion(other.models)
    prompts.formUnion(other.prompts)
    requests += other.requests
    answers += other.answers
    positions.add(other.positions)
    figures.add(other.figures)
    for item in other.dropped { add(item) }
    findings.merge(other.findings) { $0 + $1 }
  }

  private mutating func add(_ item: Assistance.Dropped) {
    if let index = dropped.firstIndex(where: { $0.reason == item.reason }) {
      dropped[index].count += item.count
    } else {
      dropped.append(item)
    }
  }

  /// Tells the counts on standard error; nothing where no model took part.
  func report() {
    guard !models.isEmpty else { return }
    StandardStreams.report(
      "parley: \(models.sorted().joined(separator: ", ")), "
        + "\(prompts.sorted().joined(separator: ", ")): \(answers) of \(requests) requests answered; "
        + "\(positions.accepted) of \(positions.proposed) positions and \(figures.accepted) of "
        + "\(figures.proposed) figures accepted")
    for item in dropped.sorted(by: { ($1.count, $0.reason) < ($0.count, $1.reason) }) {
      StandardStreams.report("  \(item.count) \(item.reason)")
    }
    for kind in Assistance.Finding.Kind.allCases {
      guard let count = findings[kind] else { continue }
      let subject = kind == .speaker ? "who says it" : "whose stance it is"
      StandardStreams.report("  \(count) to look at: the readers differ on \(subject)")
    }
  }
}

extension Assistance.Count {
  fileprivate mutating func add(_ other: Assistance.Count) {
    proposed += other.proposed
    accepted += other.accepted
  }
}
