public import DataFiles
internal import ParleyModel

/// Reads articles out of web pages.
///
///     let reader = try PageReader(DataFolder.locate())
///     let page = reader.extract(bytes, contentType: "text/html; charset=utf-8", address: nil)
///     print(page.title ?? "", page.text)
///
/// Every sequence of bytes is some page: nothing throws. A reader is loaded once and shared.
public struct PageReader: Sendable {
  let references: CharacterReferences
  let classes: ClassWords
  let phrases: BlockWords
  let metaNames: MetaNames
  let dates: DateReader
  let bylines: BylineWords
  let model: BlockModel

  /// Loads the word lists and the model from the data folder.
  ///
  /// - Throws: `.noFile`, `.malformed` or `.unusableModel`.
  public init(_ folder: DataFolder) throws(DataError) {
    try self.init(folder, model: BlockModel(folder))
  }

  /// Loads the word lists from the data folder, to be used with `model`.
  package init(_ folder: DataFolder, model: BlockModel) throws(DataError) {
    references = try CharacterReferences(folder)
    classes = try ClassWords(folder)
    phrases = try BlockWords(folder)
    metaNames = try MetaNames(folder)
    dates = try DateReader(folder)
    bylines = try BylineWords(folder)
    self.model = model
  }

  /// Returns what can be read from the page `bytes`.
  ///
  /// - Parameters:
  ///   - contentType: the header of that name, which may name the character set; `nil` where
  ///     there is none.
  ///   - address: where the page came from; `nil` where that is not known.
  /// - Complexity: linear in the size of the page.
  public func extract(
    _ bytes: [UInt8], contentType: String? = nil, address: String? = nil
  ) -> ExtractedPage {
    let decoded = PageEncoding.decode(bytes, contentType: contentType)
    let tree = MarkupParser.parse(decoded.utf8)
    let text = PageTextBuilder.text(of: tree, references)
    let head = PageHead(tree, metaNames, references)
    let sums = PageSums(text)
    let title = TitleFinder.find(text, head, sums)
    var page = ExtractedPage()
    page.source = decoded.utf8
    page.encoding = decoded.encoding
    if let warning = decoded.warning { page.warnings.append(warning) }
    page.title = title.title
    page.outlet = head.meta(.outlet) ?? head.article?.publisher
    page.language = head.language ?? head.article?.language ?? head.meta(.language)
    page.canonicalAddress = head.canonical ?? head.meta(.address)
    let found = DateFinder.find(
      text, head, around: title.block ?? sums.firstProse,
      addresses: [page.canonicalAddress, address].compactMap { $0 }, dates)
    page.published = found.published
    page.modified = found.modified
    page.authors = AuthorFinder.find(
      text, head, around: title.block ?? sums.firstProse, outlet: page.outlet, bylines)
    let features = BlockFeatures(text, sums, title: title.title, classes, phrases)
    PageChooser(
      text: text, features: features, model: model, head: head, dates: dates, authors: page.authors
    ).fill(&page)
    page.agencies = AgencyCredits.find(page, bylines)
    return page
  }
}
