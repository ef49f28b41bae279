public import DataFiles
internal import JSONBytes
public import ParleyModel

/// Turns bytes into articles: decoding, paragraphs, metadata, dateline, site furniture.
///
/// Loaded once and shared by all threads.
public struct TextIntake: Sendable {
  private let furniture: Furniture
  private let datelines: DatelineReader
  private let labels: LabelledLines
  private let pages: PageIntake

  /// Loads the data files of the folder `intake`.
  ///
  /// - Throws: which data file is missing or which line of it is malformed.
  public init(_ data: DataFolder) throws(DataError) {
    furniture = try Furniture(data)
    datelines = try DatelineReader(data)
    labels = try LabelledLines(data)
    pages = PageIntake(data)
  }

  /// Returns the article that came as `raw`.
  ///
  /// - Throws: why it is none: the input could not be read, or the line is not an object with a text.
  public func article(_ raw: RawArticle) throws(IntakeError) -> Article {
    switch raw {
    case .text(let bytes, let input, let sidecar):
      let metadata = sidecar.map(Sidecar.metadata) ?? ArticleMetadata()
      if PageSignature.isPage(bytes) { return try page(bytes, input: input, metadata) }
      return article(bytes, id: ArticleID(InputName(input).stem), metadata: metadata)
    case .line(let bytes, let input, let number):
      let record = try ArticleRecord(bytes, input: input, number: number)
      return article(record.text, id: record.id, metadata: record.metadata)
    case .page(let bytes, let web): return try article(bytes, of: web)
    case .failure(let error): throw error
    }
  }

  /// Returns the article that came from the web; what it does not say itself is taken from what was
  /// said of it.
  private func article(_ bytes: [UInt8], of web: WebOrigin) throws(IntakeError) -> Article {
    let isPage =
      PageSignature.isPage(bytes) || web.contentType?.lowercased().contains("html") == true
    var article =
      isPage
      ? try page(bytes, input: web.address, web: web, ArticleMetadata())
      : self.article(bytes, id: ArticleID(web.name))
    article.title = article.title ?? web.announced.title
    article.outlet = article.outlet ?? web.announced.outlet
    article.published = article.published ?? web.announced.published
    article.warnings += web.warnings
    return article
  }

  /// Returns the article whose text is `bytes` in any encoding.
  ///
  /// What `metadata` leave open is taken from labelled lines that open the text, and the outlet from
  /// the dateline. A text without words gives an article without paragraphs, and a warning.
  public func article(
    _ bytes: [UInt8], id: ArticleID, metadata: ArticleMetadata = ArticleMetadata()
  ) -> Article {
    let decoded = DecodedText(bytes)
    let text = decoded.utf8
    let paragraphs = Article.paragraphs(of: text)
    var metadata = metadata
    if let warning = decoded.warning { metadata.warnings.append(warning) }
    if paragraphs.isEmpty { metadata.warnings.append("the article has no text") }
    let head = labels.read(text, paragraphs: paragraphs, into: &metadata)
    let body = head.isEmpty ? paragraphs : Array(paragraphs.dropFirst(head.count))
    let boilerplate = head + furniture.find(text, paragraphs: body)
    let opening = dateline(text, paragraphs: body, boilerplate: boilerplate)
    return Article(
      id: id, title: metadata.title, outlet: metadata.outlet ?? opening?.outlet,
      published: metadata.published
        ?? opening?.line.date.flatMap { date in
          WrittenDate.date(String(decoding: text[date.indices], as: UTF8.self))
        },
      text: text, paragraphs: paragraphs, boilerplate: boilerplate, dateline: opening?.line,
      warnings: metadata.warnings)
  }

  /// Returns the article on the web page `bytes`; what `metadata` say goes before what it says.
  private func page(
    _ bytes: [UInt8], input: String, web: WebOrigin? = nil, _ metadata: ArticleMetadata
  ) throws(IntakeError) -> Article {
    var article = try pages.article(bytes, input: input, web: web)
    let body = article.paragraphs.filter { !article.boilerplate.contains($0) }
    article.boilerplate =
      (article.boilerplate + furniture.find(article.text, paragraphs: body)).sorted()
    let opening = dateline(
      article.text, paragraphs: article.paragraphs, boilerplate: article.boilerplate)
    article.dateline = opening?.line
    article.title = metadata.title ?? article.title
    article.outlet = metadata.outlet ?? article.outlet ?? opening?.outlet
    article.published = metadata.published ?? article.published
    article.warnings += metadata.warnings
    return article
  }

  /// Looks for the dateline in the first paragraphs; headlines and by-lines may stand before it.
  private func dateline(
    _ text: [UInt8], paragraphs: [ByteRange], boilerplate: [ByteRange]
  ) -> (line: Dateline, outlet: String?)? {
    for paragraph in paragraphs.prefix(5) where !boilerplate.contains(paragraph) {
      if let found = datelines.read(text, in: paragraph) { return found }
    }
    return nil
  }
}
