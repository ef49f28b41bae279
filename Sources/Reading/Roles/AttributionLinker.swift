internal import Language

/// The spans of one attribution, as ranges of tokens.
package struct LinkedSpans: Sendable {
  package var source: [Range<Int>]
  package var cue: [Range<Int>]
  package var content: [Range<Int>]

  /// The first token of all spans.
  var first: Int { (source + cue + content).map(\.lowerBound).min() ?? 0 }
}

/// Joins sources, cues and contents to attributions, through the cue.
package struct AttributionLinker {
  private let view: RoleView
  private var sources: [Range<Int>] = []
  private var cues: [Range<Int>] = []
  private var contents: [Range<Int>] = []

  /// Returns the attributions of a whole text, in its order.
  package static func all(_ view: RoleView, labels: [RoleLabel]) -> [LinkedSpans] {
    view.rows().flatMap { AttributionLinker(view, labels: labels, row: $0).attributions() }
  }

  /// Reads the spans that `labels` mark in `row`.
  init(_ view: RoleView, labels: [RoleLabel], row: Range<Int>) {
    self.view = view
    var index = row.lowerBound
    while index < row.upperBound {
      guard let role = labels[index].role else {
        index += 1
        continue
      }
      var end = index + 1
      while end < row.upperBound, labels[end].role == role, !labels[end].begins { end += 1 }
      switch role {
      case .source: sources.append(index..<end)
      case .cue: cues.append(index..<end)
      case .content: contents.append(index..<end)
      }
      index = end
    }
  }

  /// Returns the attributions of the row, in the order of their cues; those without content have a
  /// source.
  func attributions() -> [LinkedSpans] {
    var owner = [Int?](repeating: nil, count: contents.count)
    for (number, content) in contents.enumerated() {
      owner[number] = cues.indices.min { cost(content, cues[$0]) < cost(content, cues[$1]) }
        .flatMap { cost(content, cues[$0]) < 120 ? $0 : nil }
    }
    var result = cues.map { LinkedSpans(source: [], cue: [$0], content: []) }
    for (number, cue) in owner.enumerated() {
      if let cue { result[cue].content.append(contents[number]) }
    }
    assignSources(&result)
    // What a cue with a source says may be left unlabelled: it is looked for in the tree.
    return result.filter { !$0.content.isEmpty || !$0.source.isEmpty }
  }

  /// Gives each source to one cue, the cheapest pairs first; then a cue that has content and no
  /// source shares the nearest one of its sentence.
  private func assignSources(_ result: inout [LinkedSpans]) {
    var pairs: [(cost: Int, source: Int, cue: Int)] = []
    for source in sources.indices {
      for cue in cues.indices {
        pairs.append((cost(sources[source], cues[cue]), source, cue))
      }
    }
    pairs.sort { ($0.cost, $0.source, $0.cue) < ($1.cost, $1.source, $1.cue) }
    var used: Set<Int> = []
    for pair in pairs where pair.cost < 60 {
      guard !used.contains(pair.source), result[pair.cue].source.isEmpty else { continue }
      used.insert(pair.source)
      result[pair.cue].source = [sources[pair.source]]
    }
    for cue in cues.indices where result[cue].source.isEmpty && !result[cue].content.isEmpty {
      let sentence = view.sentences[cues[cue].lowerBound]
      let near = sources.filter { view.sentences[$0.lowerBound] == sentence }
      if let source = near.min(by: { gap($0, cues[cue]) < gap($1, cues[cue]) }) {
        result[cue].source = [source]
      }
    }
  }

  private func gap(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    max(0, max(a.lowerBound, b.lowerBound) - min(a.upperBound, b.upperBound))
  }

  /// How far apart two spans are: tokens between them, more for other spans and ends of sentences
  /// that lie between.
  private func cost(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    let low = min(a.upperBound, b.upperBound)
    let high = max(a.lowerBound, b.lowerBound)
    guard low < high else { return 0 }
    func crossed(_ spans: [Range<Int>]) -> Int {
      spans.count { $0.lowerBound >= low && $0.upperBound <= high }
    }
    let sentences = Int(view.sentences[high] - view.sentences[low - 1])
    return high - low + 10 * crossed(cues) + 4 * crossed(contents) + 12 * sentences
  }
}
