internal import Language
internal import ParleyModel
internal import Reading

/// How many attributions are found as people marked them: the contents share half of their tokens,
/// and the sources a token, or both have none.
struct RelationScore {
  private var marked = 0
  private var read = 0
  private var matched = 0

  init(_ articles: [MarkedArticle], language: LanguageModel, reader: AttributionReader) {
    for article in articles {
      let text = language.annotate(article.article)
      var left = reader.read(text)
      marked += article.attributions.count
      read += left.count
      for gold in article.attributions {
        guard let index = left.firstIndex(where: { Self.fits($0, gold, text) }) else { continue }
        left.remove(at: index)
        matched += 1
      }
    }
  }

  var precision: String { SyntaxScore.percent(matched, read) }
  var recall: String { SyntaxScore.percent(matched, marked) }

  private static func fits(
    _ attribution: Attribution, _ gold: [[ByteRange]], _ text: AnnotatedText
  ) -> Bool {
    func tokens(_ spans: [ByteRange]) -> Set<Int> {
      Set(spans.compactMap(text.tokens(in:)).joined())
    }
    let a = tokens(attribution.content)
    let b = tokens(gold[2])
    guard 2 * a.intersection(b).count >= a.union(b).count, !b.isEmpty else { return false }
    let source = tokens(gold[0])
    let found = tokens(attribution.source)
    return source.isEmpty && found.isEmpty || !source.isDisjoint(with: found)
  }
}
