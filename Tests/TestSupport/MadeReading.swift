public import ParleyModel

/// A made-up reading in which every key of the form has a value somewhere and is absent elsewhere.
public enum MadeReading {
  /// The text, with everything that makes offsets hard.
  public static let text = """
    \u{FEFF}Три envoys “close to the talks” told The Daily 😀 that Aland must leave 5–7% of the valley.\r
    Aland said it might, if paid.
    Follow us\u{1}"\\
    """

  private static func range(_ words: String) -> ByteRange {
    let text = Array(Self.text.utf8)
    let words = Array(words.utf8)
    for start in 0...(text.count - words.count) where text[start...].starts(with: words) {
      return ByteRange(start, start + words.count)
    }
    return ByteRange(0, 0)
  }

  /// The reading of the text.
  public static let reading: ArticleReading = {
    let bytes = Array(text.utf8)
    let article = Article(
      id: ArticleID("made \"one\""), title: "Talks – round two", outlet: nil,
      published: CalendarDate(year: 2024, month: 5, day: 3), text: bytes,
      paragraphs: Article.paragraphs(of: bytes), boilerplate: [range("Follow us")])
    let first = Attribution(
      source: [range("Три envoys “close to the talks”")], cue: [range("told The Daily")],
      content: [range("that Aland must leave"), range("5–7% of the valley")], kind: .indirect,
      sourceType: .unnamed, speaker: .known(name: "three envoys"),
      chain: [
        ChainLink(name: "The Daily", kind: .outlet, words: range("The Daily")),
        ChainLink(name: "three envoys", kind: .unnamed),
      ],
      unnamed: UnnamedSource(count: range("Три"), closeness: range("close to the talks")))
    let second = Attribution(
      source: [], cue: [], content: [range("it might, if paid")], kind: .direct,
      sourceType: .named, speaker: .unresolved(reason: "nobody named fits"),
      chain: [ChainLink(name: nil, kind: .unresolved)], parent: 0)
    let third = Attribution(source: [], cue: [], content: [range("Aland said")], kind: .mixed)
    return ArticleReading(
      article: article, attributions: [first, second, third],
      positions: [
        Position(
          holder: "Bland", act: .demand, issue: IssueCode("territory.withdrawal"),
          addressee: "Aland", places: [range("the valley")], asOf: "2024-05",
          status: .past, evidence: range("Aland must leave"), attribution: 0, confidence: 0.75),
        Position(
          holder: "Aland", act: .offer, issue: IssueCode("territory.withdrawal"),
          condition: range("if paid"), evidence: range("it might"), confidence: 1),
      ],
      figures: [
        Figure(
          value: .range(5, 7), unit: "percent", hedge: range("must"), quantity: "share",
          holder: "Aland", of: [range("the valley")], asOf: "2024", evidence: range("5–7%"),
          attribution: 0),
        Figure(value: .exact(-0.5), unit: "km2", evidence: range("5–7%")),
      ],
      changes: [
        Change(
          holder: "Aland", issue: IssueCode("territory.withdrawal"), direction: .softened, from: 0,
          to: 1, evidence: range("it might")),
        Change(
          holder: "Aland", issue: IssueCode("ceasefire"), direction: .hardened,
          evidence: range("said")),
      ])
  }()
}
