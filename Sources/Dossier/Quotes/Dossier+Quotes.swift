public import ParleyModel

extension Dossier {
  /// Returns where `words` stand in the latest version of an article.
  ///
  /// - Throws: `.noSuch` if there is no such article; `.badRequest` if the words stand nowhere, or at
  ///   more than one place.
  public func range(of words: String, in article: String) throws(DossierError) -> ByteRange {
    let text = try reading(of: article).article.text
    let places = QuoteFinder(text).places(of: Array(words.utf8))
    guard let place = places.first, places.count == 1 else {
      throw DossierError(
        .badRequest(
          found: places.isEmpty
            ? "the article '\(article)' has no words '\(words)'"
            : "the words '\(words)' stand at \(places.count) places of the article '\(article)'",
          advice: places.isEmpty
            ? "give the words as they stand there, letter for letter"
            : "give more of the words around them"), path: path)
    }
    return place
  }
}
