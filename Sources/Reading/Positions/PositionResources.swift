package import DataFiles
package import Language
package import ParleyModel
package import Parties

/// The word lists that positions are read with; loaded once.
package struct PositionResources: Sendable {
  package let catalogue: PartyCatalogue
  package let lexicon: FrameLexicon
  package let taxonomy: Taxonomy
  private let classes: WordClasses

  /// Loads the lists.
  ///
  /// - Throws: `DataError` if a file is missing or malformed.
  package init(_ data: DataFolder) throws(DataError) {
    catalogue = try PartyCatalogue(data)
    lexicon = try FrameLexicon(data)
    taxonomy = try Taxonomy(data)
    classes = try ModelFile(path: data.path + "/models/language.parley")
      .load("classes", WordClasses.init)
  }

  /// Prepares an article for the reading of positions.
  package func context(_ text: AnnotatedText, attributions: [Attribution]) -> ArticleContext {
    ArticleContext(
      text, attributions: attributions, catalogue: catalogue, lexicon: lexicon, taxonomy: taxonomy,
      classes: classes)
  }
}
