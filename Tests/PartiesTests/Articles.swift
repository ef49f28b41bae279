import DataFiles
import Language
import ParleyModel
import Parties
import Testing

/// Annotates short texts of the tests' own, with the models and lists of the repository.
enum Articles {
  static let data: DataFolder? = {
    var folder = #filePath
    for _ in 0..<3 {
      guard let slash = folder.lastIndex(of: "/") else { return nil }
      folder = String(folder[..<slash])
    }
    return try? DataFolder(path: folder + "/Data")
  }()

  private static let language = Result { try LanguageModel(#require(data)) }
  private static let catalogue = Result { try PartyCatalogue(#require(data)) }

  static func parties(_ text: String, published: String? = nil) throws -> ArticleParties {
    let bytes = Array(text.utf8)
    var paragraphs: [ByteRange] = []
    var start = 0
    for (offset, byte) in bytes.enumerated() where byte == 0x0A {
      if offset > start { paragraphs.append(ByteRange(start, offset)) }
      start = offset + 1
    }
    if start < bytes.count { paragraphs.append(ByteRange(start, bytes.count)) }
    let article = Article(
      id: ArticleID("test"), published: published.flatMap { CalendarDate(iso: $0) }, text: bytes,
      paragraphs: paragraphs)
    return ArticleParties(
      try language.get().annotate(article), catalogue: try catalogue.get())
  }
}
