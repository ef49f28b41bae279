internal import ParleyModel

/// An article as the checks look at it: its reading, cut into sentences.
struct CheckedArticle {
  let name: String
  let version: Int64
  let outlet: String?
  let published: CalendarDate?
  /// The report that it goes back to.
  let origin: Int64
  let reading: ArticleReading
  let sentences: Sentences

  /// The words of a range as evidence.
  func evidence(_ range: ByteRange, note: String? = nil) -> CheckFinding.Evidence {
    CheckFinding.Evidence(
      article: name, outlet: outlet, published: published, range: range,
      words: reading.article.words(range), note: note)
  }

  /// The sentence in which a range begins; the range itself if it is in none.
  func sentence(at range: ByteRange) -> ByteRange {
    sentences.index(at: range.lowerBound).map { sentences.all[$0].range } ?? range
  }
}

extension CheckFinding.Evidence {
  /// Takes the words of a stance.
  init(_ stance: Stance, note: String? = nil) {
    self.init(
      article: stance.article, outlet: stance.outlet, published: stance.published,
      range: stance.range, words: stance.words, note: note)
  }
}
