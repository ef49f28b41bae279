internal import DataFiles
internal import ParleyModel
internal import Synchronization

/// Takes in web pages among other inputs: what it needs is loaded with the first page.
final class PageIntake: Sendable {
  private let folder: DataFolder
  private let loaded = Mutex<PageReader?>(nil)

  /// Takes what it needs from `folder`.
  init(_ folder: DataFolder) { self.folder = folder }

  /// Returns the article on the page `bytes`, which came from `input`, or from the web.
  ///
  /// - Throws: that the data files cannot be read.
  func article(
    _ bytes: [UInt8], input: String, web: WebOrigin? = nil
  ) throws(IntakeError) -> Article {
    let name = web?.name ?? InputName(input).stem
    let reader: PageReader
    do throws(DataError) {
      reader = try load()
    } catch {
      throw IntakeError(.unreadable(reason: error.description), input: input, id: name)
    }
    let page = reader.extract(bytes, contentType: web?.contentType, address: web?.address)
    var article = page.article(id: ArticleID(name))
    switch page.kind {
    case .article: break
    case .paywalled:
      article.warnings.append("the page shows only the beginning to those who have not paid")
    case .empty: article.warnings.append("the page has no article")
    case .scriptOnly:
      article.warnings.append("the page's text is made by its scripts, which are not run")
    }
    return article
  }

  private func load() throws(DataError) -> PageReader {
    let known = loaded.withLock { $0 }
    if let known { return known }
    let reader = try PageReader(folder)
    loaded.withLock { $0 = reader }
    return reader
  }
}
