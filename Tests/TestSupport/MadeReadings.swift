public import ParleyModel

/// Made-up readings by seed: texts with line ends, other scripts and pictures, and everything that a
/// reading can hold.
public struct MadeReadings {
  private var state: UInt64
  private var text: [UInt8] = []
  /// The words of the text.
  private var words: [ByteRange] = []

  private static let vocabulary = [
    "Aland", "must", "leave", "the", "valley", "“now”", "три", "посла", "😀", "5–7%", "said", "café",
    "a\tb", "{\"x\"}", "río", "by", "June",
  ]

  /// Makes the reading of a seed.
  public static func reading(seed: UInt64) -> ArticleReading {
    var made = MadeReadings(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678)
    return made.make(seed)
  }

  private init(state: UInt64) { self.state = state }

  private mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  private mutating func chance(_ percent: Int) -> Bool { next(100) < percent }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[next(values.count)] }

  private mutating func make(_ seed: UInt64) -> ArticleReading {
    for _ in 0..<(20 + next(60)) {
      let word = Array(pick(Self.vocabulary).utf8)
      words.append(ByteRange(text.count, text.count + word.count))
      text += word + Array(pick([" ", " ", " ", " ", "\n", "\r\n", "\n\n"]).utf8)
    }
    var article = Article(
      id: ArticleID("made/\(seed) é"), title: chance(70) ? "On \"talks\"" : nil,
      outlet: chance(70) ? "The Lantern" : nil,
      published: chance(70) ? CalendarDate(dayNumber: 20_000 + next(400)) : nil,
      language: "en", text: text, paragraphs: Article.paragraphs(of: text))
    if chance(40) { article.boilerplate = [span()] }
    var reading = ArticleReading(article: article, attributions: [])
    for number in 0..<next(4) { reading.attributions.append(attribution(number)) }
    let count = reading.attributions.count
    for _ in 0..<next(5) { reading.positions.append(position(count)) }
    for _ in 0..<next(3) { reading.figures.append(figure(count)) }
    for _ in 0..<next(3) { reading.changes.append(change(reading.positions.count)) }
    return reading
  }

  /// A span of one to five words.
  private mutating func span() -> ByteRange {
    let first = next(words.count)
    let last = min(words.count - 1, first + next(5))
    return ByteRange(words[first].lowerBound, words[last].upperBound)
  }

  /// Up to three spans in order, with words between them.
  private mutating func spans(atLeast least: Int = 0) -> [ByteRange] {
    var result: [ByteRange] = []
    var first = next(words.count / 4)
    for _ in 0..<(least + next(3)) where first < words.count {
      let last = min(words.count - 1, first + next(3))
      result.append(ByteRange(words[first].lowerBound, words[last].upperBound))
      first = last + 2 + next(3)
    }
    return result
  }

  private mutating func optionalSpan() -> ByteRange? { chance(50) ? span() : nil }

  private mutating func index(below count: Int) -> Int? {
    count > 0 && chance(60) ? next(count) : nil
  }

  private mutating func attribution(_ number: Int) -> Attribution {
    let speaker: Speaker = pick([
      .known(name: "Ida \"Berg\""), .unresolved(reason: "nobody fits"), .narrator,
    ])
    var chain: [ChainLink] = []
    for _ in 0..<next(4) {
      chain.append(
        ChainLink(
          name: chance(80) ? pick(["The Lantern", "три посла"]) : nil,
          kind: pick(ChainLink.Kind.allCases), words: optionalSpan()))
    }
    return Attribution(
      source: spans(), cue: spans(), content: spans(atLeast: 1),
      kind: pick(Attribution.Kind.allCases),
      sourceType: pick(Attribution.SourceType.allCases), speaker: speaker, chain: chain,
      unnamed: chance(30)
        ? UnnamedSource(count: optionalSpan(), closeness: optionalSpan(), why: optionalSpan())
        : nil,
      parent: index(below: number))
  }

  private mutating func position(_ attributions: Int) -> Position {
    Position(
      holder: pick(["Aland", "Bland", "три посла"]), act: pick(Act.allCases),
      issue: IssueCode(pick(["territory.withdrawal", "ceasefire", "security.guarantees"])),
      addressee: chance(40) ? "Bland" : nil, places: spans(), condition: optionalSpan(),
      asOf: chance(40) ? pick(["2025-06/..", "2024", "2025-03-01"]) : nil,
      status: pick(Position.Status.allCases), evidence: span(),
      attribution: index(below: attributions), confidence: Double(next(101)) / 100)
  }

  private mutating func figure(_ attributions: Int) -> Figure {
    Figure(
      value: chance(50) ? .exact(Double(next(1000)) / 8) : .range(5, 7.5), unit: "percent",
      hedge: optionalSpan(), quantity: chance(50) ? "share" : nil,
      holder: chance(50) ? "Aland" : nil, of: spans(), asOf: chance(30) ? "2024" : nil,
      evidence: span(), attribution: index(below: attributions))
  }

  private mutating func change(_ positions: Int) -> Change {
    Change(
      holder: "Aland", issue: IssueCode("ceasefire"), direction: pick(Change.Direction.allCases),
      from: index(below: positions), to: index(below: positions), evidence: span())
  }
}
