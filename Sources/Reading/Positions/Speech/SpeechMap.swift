internal import Language
internal import ParleyModel
public import Parties

/// For each token, whose words it stands in.
public struct SpeechMap: Sendable {
  /// One stretch of reported words.
  public struct Stretch: Sendable {
    /// The tokens of the words.
    public let tokens: Range<Int>
    /// The head of the words that name who says it; `nil` where none is found.
    public let source: Int?
    /// The verb or noun of saying; `nil` where there is none.
    public let cue: Int?
    /// The index of the attribution; `nil` for a stretch that the parse alone shows.
    public let attribution: Int?
    /// The sides that speak.
    public let speakers: [PartyName]
  }

  /// The stretches.
  public private(set) var stretches: [Stretch] = []
  private var at: [Int32]
  private(set) var isQuoted: [Bool]

  /// Takes over the attributions, and what the parse shows where they are silent.
  init(_ parties: ArticleParties, attributions: [Attribution], lexicon: FrameLexicon) {
    let text = parties.text
    at = [Int32](repeating: -1, count: text.tokens.count)
    isQuoted = QuotedTokens.of(text)
    for (index, attribution) in attributions.enumerated() {
      add(attribution, index: index, parties)
    }
    for report in ReportedClauses(parties, lexicon: lexicon, isQuoted: isQuoted).reports() {
      let free = report.tokens.filter { at[$0] < 0 }
      guard free.count * 2 > report.tokens.count else { continue }
      let speakers = report.source.flatMap { parties.resolve($0)?.parties } ?? []
      stretches.append(
        Stretch(
          tokens: report.tokens, source: report.source, cue: report.cue, attribution: nil,
          speakers: speakers))
      for token in free { at[token] = Int32(stretches.count - 1) }
    }
  }

  private mutating func add(_ attribution: Attribution, index: Int, _ parties: ArticleParties) {
    let text = parties.text
    let source = attribution.source.last.flatMap { SpeechMap.head(of: $0, in: text) }
    let cue = attribution.cue.first.flatMap { SpeechMap.head(of: $0, in: text) }
    var speakers: [PartyName] = []
    if let source { speakers = parties.resolve(source)?.parties ?? [] }
    if let name = attribution.speaker.name,
      speakers.isEmpty || source.map({ text.tags[$0] == .pron }) ?? true,
      let party = parties.party(ofSpeaker: name)
    {
      speakers = [party]
    }
    for content in attribution.content {
      let first = text.tokens.index(atOrAfter: content.lowerBound)
      let end = text.tokens.index(atOrAfter: content.upperBound)
      guard first < end else { continue }
      stretches.append(
        Stretch(
          tokens: first..<end, source: source, cue: cue, attribution: index, speakers: speakers))
      for token in first..<end { at[token] = Int32(stretches.count - 1) }
    }
  }

  /// Returns the stretch that `token` stands in; `nil` where the article itself speaks.
  public func stretch(at token: Int) -> Stretch? {
    at[token] < 0 ? nil : stretches[Int(at[token])]
  }

  /// Returns the speech that `token` stands in.
  public func speech(at token: Int) -> Speech {
    guard let stretch = stretch(at: token) else { return Speech() }
    return Speech(speakers: stretch.speakers, source: stretch.source)
  }

  /// Returns the highest token of the tree inside `range`.
  static func head(of range: ByteRange, in text: AnnotatedText) -> Int? {
    let first = text.tokens.index(atOrAfter: range.lowerBound)
    let end = text.tokens.index(atOrAfter: range.upperBound)
    guard first < end else { return nil }
    return (first..<end).first { token in
      let head = Int(text.heads[token])
      return !(first..<end).contains(head) && text.tags[token] != .punct
    }
  }
}
