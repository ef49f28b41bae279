package import DataFiles
package import Language
package import ParleyModel
package import Parties

/// The word lists that positions are read with; loaded once.
package struct PositionResources: Sendable {
  package let catalogue: PartyCatalogue
  package let lexicon: FrameLexicon
  package let taxonomy: Taxonomy
  let vectors: WordVectors

  /// Loads the lists.
  ///
  /// - Throws: `DataError` if a file is missing or malformed.
  package init(_ data: DataFolder) throws(DataError) {
    catalogue = try PartyCatalogue(data)
    lexicon = try FrameLexicon(data)
    taxonomy = try Taxonomy(data)
    vectors = try WordVectors(data)
  }

  /// Prepares an article for the reading of positions.
  package func context(_ text: AnnotatedText, attributions: [Attribution]) -> ArticleContext {
    context(parties(text), attributions: attributions)
  }

  /// Finds the parties of an article.
  package func parties(_ text: AnnotatedText) -> ArticleParties {
    ArticleParties(text, catalogue: catalogue)
  }

  /// Prepares an article whose parties are found for the reading of positions.
  package func context(_ parties: ArticleParties, attributions: [Attribution]) -> ArticleContext {
    ArticleContext(
      parties, attributions: attributions, lexicon: lexicon, taxonomy: taxonomy,
      vectors: vectors)
  }
}
