package import DataFiles
package import Language

/// What texts say about sources that they do not name; the lines of `language/unnamed-sources.txt`.
package struct UnnamedPatterns: Sendable {
  /// What a pattern shows.
  package enum Kind: UInt8, Sendable {
    /// How close the source is.
    case closeness
    /// Why the source is not named.
    case why
    /// That the source is not named.
    case anonymity
  }

  /// Patterns by their first word: the kind and the words behind it.
  private var patterns: [UInt64: [(kind: Kind, rest: [Element])]] = [:]

  private enum Element: Sendable {
    case word(Set<UInt64>)
    /// One to four words.
    case gap
  }

  /// Loads the patterns.
  package init(_ data: DataFolder) throws(DataError) {
    for line in try data.lines("language/unnamed-sources.txt") {
      let fields = line.fields
      let kinds: [String: Kind] = ["closeness": .closeness, "why": .why, "anonymity": .anonymity]
      guard fields.count == 2, let kind = kinds[fields[0]] else {
        throw DataError(line, found: "not a kind, a tab and words")
      }
      let elements: [Element] = fields[1].split(separator: " ").map { part in
        part == "*" ? .gap : .word(Set(part.split(separator: "/").map { WordHash.of($0) }))
      }
      guard case .word(let first) = elements.first else {
        throw DataError(line, found: "a pattern that does not begin with a word")
      }
      for word in first { patterns[word, default: []].append((kind, Array(elements.dropFirst()))) }
    }
  }

  /// The end of the longest pattern of `kind` that begins at `index`; `nil` if there is none.
  package func end(_ kind: Kind, at index: Int, before limit: Int, in text: AnnotatedText) -> Int? {
    guard let candidates = patterns[text.tokens.words[index]] else { return nil }
    var best: Int?
    for candidate in candidates where candidate.kind == kind {
      if let end = match(candidate.rest[...], at: index + 1, limit, text), end > best ?? 0 {
        best = end
      }
    }
    return best
  }

  private func match(
    _ rest: ArraySlice<Element>, at index: Int, _ limit: Int, _ text: AnnotatedText
  ) -> Int? {
    guard let element = rest.first else { return index }
    guard index < limit else { return nil }
    switch element {
    case .word(let words):
      return words.contains(text.tokens.words[index])
        ? match(rest.dropFirst(), at: index + 1, limit, text) : nil
    case .gap:
      for length in 1...4 {
        if let end = match(rest.dropFirst(), at: index + length, limit, text) { return end }
      }
      return nil
    }
  }
}
