public import DataFiles
internal import Intake
internal import JSONBytes
internal import ParleyModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Damages web pages and looks whether what is read from them is sound.
public struct PageFuzz: Sendable {
  private let pages: [[UInt8]]
  private let reader: PageReader

  /// Loads the pages of `folder`, also compressed by gzip, in the order of their names.
  ///
  /// - Throws: what cannot be read.
  public init(folder: String, _ data: DataFolder) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    var source = ArticleSource(names.map { folder + "/" + $0 })
    var pages: [[UInt8]] = []
    while let raw = source.next() {
      switch raw {
      case .text(let bytes, _, _), .line(let bytes, _, _), .page(let bytes, _): pages.append(bytes)
      case .failure(let error): throw error
      }
    }
    self.pages = pages
    reader = try PageReader(data)
    guard !pages.isEmpty else { throw CocoaError(.fileReadNoSuchFile) }
  }

  /// Returns input `index` of `seed`: a page, damaged.
  public func input(seed: UInt64, index: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed: seed, index: index)
    var page = pages[random.below(pages.count)]
    for _ in 0..<1 + random.below(4) {
      switch random.below(4) {
      case 0: Self.damageMarkup(&page, &random)
      case 1:
        let other = pages[random.below(pages.count)]
        let start = random.below(other.count + 1)
        let end = min(other.count, start + random.below(4000))
        page.insert(contentsOf: other[start..<end], at: random.below(page.count + 1))
      default: FuzzInput.damage(&page, &random)
      }
    }
    // Reading takes time in proportion; a page as long as hundreds tells nothing more.
    return Array(page.prefix(Self.longest))
  }

  /// The longest input, in bytes.
  private static let longest = 2 << 20

  private static let tags = [
    "<div>", "</div>", "<p>", "</p>", "<table>", "</table>", "<td>", "<li>", "<ul>", "</ul>",
    "<script>", "</script>", "<!--", "-->", "<svg>", "</svg>", "<a href=\"", "<title>", "<style>",
    "<template>", "<select>", "<textarea>", "<h1>", "<b>", "</b>", "<![CDATA[", "&#", "&amp", "<",
    "\">", "<meta charset=utf-16>", "<time datetime=\"2024-99-99\">", "<body>", "</body>",
    "</html>",
    "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"author\":[[[[",
  ].map { Array($0.utf8) }

  private static func damageMarkup(_ page: inout [UInt8], _ random: inout SeededGenerator) {
    let tag = tags[random.below(tags.count)]
    // Deep nesting is rare: it takes as long as many pages.
    let times = random.once(in: 50) ? 3000 : 1 + random.below(12)
    let isTogether = random.once(in: 2)
    var place = random.below(page.count + 1)
    for _ in 0..<times {
      page.insert(contentsOf: tag, at: place)
      if !isTogether, times < 100 { place = random.below(page.count + 1) }
    }
  }

  /// Reads the page `bytes`; returns what is wrong with the reading, as a sentence, or `nil` if
  /// nothing is.
  ///
  /// A reading is sound if its spans lie in the page in order and begin and end between characters,
  /// and the article made from it is made of its paragraphs.
  public func problem(with bytes: [UInt8]) -> String? {
    let page = reader.extract(bytes)
    guard UTF8Check.isValid(page.source) else { return "the page is not UTF-8" }
    for span in page.paragraphs.map(\.source) + page.setAside.map(\.source) {
      guard span.upperBound <= page.source.count else { return "a span lies outside the page" }
      for offset in [span.lowerBound, span.upperBound] where offset < page.source.count {
        if page.source[offset] & 0xC0 == 0x80 { return "a span cuts a character" }
      }
    }
    let starts = page.paragraphs.map(\.source.lowerBound)
    if starts != starts.sorted() { return "the paragraphs are out of order" }
    if page.paragraphs.contains(where: \.text.isEmpty) { return "a paragraph is empty" }
    let article = page.article(id: ArticleID("fuzz"))
    guard UTF8Check.isValid(article.text) else { return "the article is not UTF-8" }
    guard article.paragraphs.count >= page.paragraphs.count else { return "a paragraph is lost" }
    var output = JSONOutput()
    PageWriter().write(page, id: "fuzz", to: &output)
    var scanner = JSONScanner(output.bytes)
    do {
      try scanner.skipValue()
      try scanner.end()
      return nil
    } catch {
      return "what is written does not read back: \(error)"
    }
  }
}
