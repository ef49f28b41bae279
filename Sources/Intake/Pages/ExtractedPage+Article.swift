public import ParleyModel

extension ExtractedPage {
  /// Returns the page as an article: its paragraphs with an empty line between them, and between
  /// the first and the last of them also what was set aside, marked as boilerplate.
  ///
  /// The text is made from the page; `source` keeps the page itself.
  public func article(id: ArticleID) -> Article {
    var text: [UInt8] = []
    var ranges: [ByteRange] = []
    var boilerplate: [ByteRange] = []
    func append(_ words: String) -> ByteRange {
      if !text.isEmpty { text.append(contentsOf: [0x0A, 0x0A]) }
      let start = text.count
      text.append(contentsOf: words.utf8)
      let range = ByteRange(start, text.count)
      ranges.append(range)
      return range
    }
    let first = paragraphs.first?.source.lowerBound ?? 0
    let last = paragraphs.last?.source.lowerBound ?? 0
    var aside = setAside.filter { $0.source.lowerBound > first && $0.source.lowerBound < last }[...]
    for paragraph in paragraphs {
      while let next = aside.first, next.source.lowerBound < paragraph.source.lowerBound {
        for line in next.text.split(separator: "\n") { boilerplate.append(append(String(line))) }
        aside.removeFirst()
      }
      _ = append(paragraph.text)
    }
    return Article(
      id: id, title: title, outlet: outlet, published: published, language: language ?? "en",
      text: text, paragraphs: ranges, boilerplate: boilerplate, warnings: warnings)
  }
}
