import Dossier
import ParleyModel

/// A report and a copy of it that lost a sentence and has another order, each read by itself.
enum MadeCopies {
  private static let opening = """
    Envoys of Aland and Bland met for a third day in the harbour town of Corrin on Tuesday.
    """
  private static let old = """
    Bland demanded in the spring that Aland leave the whole of the valley and both of its passes.
    """
  private static let rejection = "Aland has rejected these terms and called them a surrender."
  private static let new = """
    Bland now offers to take only the northern pass if Aland opens the road along the river.
    """
  private static let naming = """
    Aland's foreign minister, Maria Holt, spoke to reporters after the last session of the day.
    """
  private static let quote = "\"We will not leave a valley that is ours by any map,\" she said."
  private static let closing = "The envoys meet again on Friday, the hosts of the talks said."

  /// The report, on the wire of Lantern.
  static var report: Entry {
    entry(
      "report", "Lantern", "2031-03-04",
      [opening, old, rejection, new, naming, quote, closing], speaker: .known(name: "Maria Holt"))
  }

  /// The copy: the rejection stands after the new terms, and the sentence with the name is gone.
  static var copy: Entry {
    entry(
      "copy", "Harbour Post", "2031-03-05", [opening, old, new, rejection, quote, closing],
      speaker: .unresolved(reason: "nobody named in the text fits"))
  }

  private static func entry(
    _ name: String, _ outlet: String, _ day: String, _ sentences: [String], speaker: Speaker
  ) -> Entry {
    let bytes = Array(sentences.joined(separator: "\n").utf8)
    func range(_ words: String) -> ByteRange {
      let pattern = Array(words.utf8)
      let start = bytes.indices.first { bytes[$0...].starts(with: pattern) } ?? 0
      return ByteRange(start, start + pattern.count)
    }
    let article = Article(
      id: ArticleID(name), title: name, outlet: outlet, published: CalendarDate(iso: day),
      text: bytes, paragraphs: Article.paragraphs(of: bytes))
    let attribution = Attribution(
      source: [range("she")], cue: [range("said")], content: [range(String(quote.dropLast(11)))],
      kind: .direct, sourceType: .named, speaker: speaker)
    let stances = [
      ("Bland", Act.demand, "that Aland leave the whole of the valley"),
      ("Aland", .reject, "Aland has rejected these terms"),
      ("Bland", .offer, "to take only the northern pass"),
      ("Aland", .reject, "We will not leave a valley"),
    ]
    return Entry(
      original: Original(bytes), origin: Entry.Origin(input: name + ".txt"),
      reading: ArticleReading(
        article: article, attributions: [attribution],
        positions: stances.map { holder, act, words in
          Position(
            holder: holder, act: act, issue: IssueCode("territory.withdrawal"),
            evidence: range(words), attribution: words.hasPrefix("We") ? 0 : nil, confidence: 0.9)
        }))
  }
}
