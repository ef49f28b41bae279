public import DataFiles
public import Language
public import ParleyModel
internal import Parties

/// Reads articles: who says what, and who wants what. Loaded once, shared by all threads.
public struct Reader: Sendable {
  private let language: LanguageModel
  private let attributions: AttributionReader
  private let speakers: SpeakerReader
  private let positions: PositionReader
  private let figures: FigureReader

  /// Loads the models and lists.
  ///
  /// - Throws: `DataError` if a file is missing, malformed or of another version.
  public init(_ data: DataFolder) throws(DataError) {
    language = try LanguageModel(data)
    attributions = try AttributionReader(data)
    speakers = try SpeakerReader(data, cues: attributions.lexicon)
    positions = try PositionReader(data)
    figures = try FigureReader(data)
  }

  /// The name of this reader with its models and lists: readings by readers of different names may
  /// differ.
  ///
  /// - Throws: `DataError` if a file cannot be read.
  public static func identity(_ data: DataFolder) throws(DataError) -> String {
    let folders = [
      "figures", "intake", "language", "models", "pages", "parties", "quantities", "times",
    ]
    return "parley/1 " + (try data.identity(of: folders))
  }

  /// Cuts `article` into tokens and sentences and finds tags and heads.
  public func annotate(_ article: Article) -> AnnotatedText { language.annotate(article) }

  /// Returns why the attributions of `article` are read as they are, for people who improve the
  /// reader.
  public func trace(_ article: Article) -> AttributionTrace {
    attributions.trace(annotate(article))
  }

  /// Reads `article`.
  public func read(_ article: Article) -> ArticleReading { readWithParties(article).reading }

  /// Reads `article`, and keeps what is known of its clauses and parties for those who go on from
  /// there.
  package func readInContext(
    _ article: Article
  ) -> (reading: ArticleReading, context: ArticleContext) {
    let (reading, parties) = readWithParties(article)
    return (reading, positions.context(parties, attributions: reading.attributions))
  }

  /// Returns the parties that may hold the stance of a clause of `context`, each with the chance that
  /// it does; the chances sum to 1.
  package func holderChances(
    _ context: ArticleContext, clause: Int
  ) -> [(candidate: HolderCandidate, chance: Double)] {
    positions.holderChances(context, clause: clause)
  }

  private func readWithParties(
    _ article: Article
  ) -> (reading: ArticleReading, parties: ArticleParties) {
    let text = annotate(article)
    let parties = positions.parties(text)
    let attributions = speakers.resolved(attributions.read(text), parties: parties)
    let (positions, changes) = positions.read(parties, attributions: attributions)
    let reading = ArticleReading(
      article: article, attributions: attributions, positions: positions,
      figures: figures.figures(parties, attributions: attributions), changes: changes)
    return (reading, parties)
  }
}
