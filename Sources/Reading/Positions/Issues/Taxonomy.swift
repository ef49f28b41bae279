public import DataFiles
internal import Language
public import ParleyModel

/// The issues of `taxonomy.yaml` with the words that point at each.
public struct Taxonomy: Sendable {
  /// The codes, in the order of the file.
  public private(set) var codes: [IssueCode] = []
  /// Cues by the hash of their first word.
  private var cues: [UInt64: [Cue]] = [:]

  struct Cue: Sendable {
    let issue: Int
    /// The weight: of a phrase more than of a word, of a weak word less; below zero for a wording
    /// that looks like the code and is none.
    let weight: Float
    /// The further words; `nil` for a gap of up to three words.
    let tail: [UInt64?]
    /// A number of its own.
    let number: Int
  }

  /// Loads the taxonomy.
  ///
  /// - Throws: `DataError` if the file is missing or names cues before a code.
  public init(_ data: DataFolder) throws(DataError) {
    var isInIssues = false
    var number = 0
    for line in try data.lines("taxonomy.yaml") {
      let text = line.text
      if text == "issues:" { isInIssues = true }
      if text == "acts:" { isInIssues = false }
      guard isInIssues else { continue }
      if text.hasPrefix("- code: ") {
        codes.append(IssueCode(String(text.dropFirst(8))))
        continue
      }
      for (key, base) in [("cues: [", Float(1)), ("weak: [", 0.35), ("not: [", -1)]
      where text.hasPrefix(key) {
        guard !codes.isEmpty else { throw DataError(line, found: "cues before any code") }
        for phrase in text.dropFirst(key.count).dropLast().split(separator: ",") {
          number += 1
          add(phrase, issue: codes.count - 1, base: base, number: number)
        }
      }
    }
    guard !codes.isEmpty else {
      throw DataError(.unusableModel(found: "no issues"), path: data.path + "/taxonomy.yaml")
    }
  }

  private mutating func add(_ phrase: Substring, issue: Int, base: Float, number: Int) {
    let words = phrase.split(whereSeparator: { $0 == " " || $0 == "-" })
    guard let first = words.first else { return }
    let tail = words.dropFirst().map { $0 == ".." ? nil : Stem.of($0) }
    cues[Stem.of(first), default: []].append(
      Cue(
        issue: issue, weight: base * (1 + 0.5 * Float(words.count - 1)), tail: Array(tail),
        number: number))
  }

  /// A cue found in a text.
  struct Match {
    let issue: Int
    let weight: Float
    let number: Int
  }

  /// Returns the cues in `tokens`, given the stems of the text's words.
  func matches(_ stems: [UInt64], in tokens: Range<Int>) -> [Match] {
    var found: [Match] = []
    for token in tokens {
      guard let entries = cues[stems[token]] else { continue }
      for cue in entries where fits(cue, stems, token + 1, tokens.upperBound) {
        found.append(Match(issue: cue.issue, weight: cue.weight, number: cue.number))
      }
    }
    return found
  }

  private func fits(_ cue: Cue, _ stems: [UInt64], _ start: Int, _ end: Int) -> Bool {
    var position = start
    var slack = 0
    for word in cue.tail {
      guard let word else {
        slack = 3
        continue
      }
      guard
        let hit = (position..<max(position, min(end, position + slack + 2))).first(where: {
          stems[$0] == word && $0 - position <= slack + (stems[position] == Stem.hyphen ? 1 : 0)
        })
      else { return false }
      position = hit + 1
      slack = 0
    }
    return true
  }
}
