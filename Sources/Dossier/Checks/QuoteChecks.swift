internal import ParleyModel

/// Holds quotations against each other: the same words from somebody else, and other words from the
/// same speaker.
struct QuoteChecks {
  /// How many words in a row two quotations must share to be compared.
  private static let run = 4
  /// The greatest part of its words that an altered quotation has otherwise.
  private static let mostAltered = 0.25
  /// Runs that come in more quotations are phrases.
  private static let mostQuotes = 24

  private let quotes: [Quote]
  private let evidence: [CheckFinding.Evidence]

  /// Takes quotations and the words of each as evidence.
  init(_ quotes: [Quote], evidence: [CheckFinding.Evidence]) {
    self.quotes = quotes
    self.evidence = evidence
  }

  func findings() -> [CheckFinding] {
    var findings: [CheckFinding] = []
    for (a, b) in candidates() {
      let (short, long) =
        quotes[a].words.count <= quotes[b].words.count
        ? (quotes[a], quotes[b]) : (quotes[b], quotes[a])
      let edits = WordAlignment.distance(of: short.words, within: long.words)
      let isOneSpeaker = Self.mayBeOneSpeaker(short, long)
      if edits == 0, !isOneSpeaker {
        findings.append(reassigned(a, b))
      } else if edits > 0, isOneSpeaker,
        Double(edits) <= Self.mostAltered * Double(short.words.count)
      {
        findings.append(altered(a, b, edits))
      }
    }
    return findings
  }

  /// Pairs of quotations of different articles that share words in a row.
  private func candidates() -> [(Int, Int)] {
    var places: [[UInt64]: [Int]] = [:]
    for (number, quote) in quotes.enumerated() {
      for start in 0...(quote.words.count - Self.run) {
        let key = Array(quote.words[start..<start + Self.run])
        if places[key]?.last != number { places[key, default: []].append(number) }
      }
    }
    var pairs: Set<[Int]> = []
    for numbers in places.values where numbers.count > 1 && numbers.count <= Self.mostQuotes {
      for (index, a) in numbers.enumerated() {
        for b in numbers[(index + 1)...] where quotes[a].article != quotes[b].article {
          pairs.insert([a, b])
        }
      }
    }
    return pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { ($0[0], $0[1]) }
  }

  /// Whether both may be of one speaker: only two persons with other names are surely two.
  private static func mayBeOneSpeaker(_ a: Quote, _ b: Quote) -> Bool {
    guard a.isPerson, b.isPerson, let one = a.speaker, let other = b.speaker else { return true }
    return SpeakerNames.mayBeOne(one, other)
  }

  private func reassigned(_ a: Int, _ b: Int) -> CheckFinding {
    let one = quotes[a].speaker ?? ""
    let other = quotes[b].speaker ?? ""
    return CheckFinding(
      .quotesReassigned, .high, key: key(a, b),
      summary: "the same words are given to \(one) and to \(other)",
      reason: "the quotations have the same words, and the speakers are two persons by name",
      evidence: [
        evidence[a].noted("given to \(one)"), evidence[b].noted("given to \(other)"),
      ],
      settle: "look for a recording or the speaker's own publication; then correct the speaker")
  }

  private func altered(_ a: Int, _ b: Int, _ edits: Int) -> CheckFinding {
    let speaker = quotes[a].speaker ?? quotes[b].speaker
    let shorter = min(quotes[a].words.count, quotes[b].words.count)
    return CheckFinding(
      .quotesAltered, .medium, key: key(a, b),
      summary: "a quotation\(speaker.map { " of \($0)" } ?? "") has other words elsewhere",
      reason: "\(edits) of \(shorter) words differ between the two; one is not the original, or "
        + "both are translations",
      evidence: [evidence[a], evidence[b]],
      settle: "find the words as they were spoken; where they were translated, keep both")
  }

  private func key(_ a: Int, _ b: Int) -> [String] {
    [evidence[a], evidence[b]].flatMap {
      [$0.article, String($0.range?.lowerBound ?? 0), String($0.range?.upperBound ?? 0)]
    }
  }
}

extension CheckFinding.Evidence {
  /// The same words with a note.
  fileprivate func noted(_ note: String) -> CheckFinding.Evidence {
    CheckFinding.Evidence(
      article: article, outlet: outlet, published: published, range: range, words: words,
      note: note)
  }
}
