internal import ParleyModel

/// Which attributions stand inside the content of others.
enum Nesting {
  /// Returns for each attribution the index of the innermost one whose content holds it whole.
  static func parents(_ attributions: [Attribution]) -> [Int?] {
    attributions.indices.map { inner in
      let own = attributions[inner]
      let parts = own.source + own.cue + own.content
      var best: Int?
      var size = Int.max
      // Attributions nest within a sentence or a quotation, so those near by are enough.
      for outer in max(0, inner - 8)..<min(attributions.count, inner + 9) where outer != inner {
        let content = attributions[outer].content
        let length = content.reduce(0) { $0 + $1.count }
        guard length < size,
          parts.allSatisfy({ part in content.contains { $0.contains(part) } }),
          length > own.content.reduce(0, { $0 + $1.count })
        else { continue }
        best = outer
        size = length
      }
      return best
    }
  }
}
