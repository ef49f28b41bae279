public import DataFiles
internal import Intake
public import Language
internal import ParleyModel

/// The unlabelled news of the corpora folder, cut into tokens and sentences one article at a time.
public struct UnlabelledText: Sequence, IteratorProtocol {
  private var source: ArticleSource
  private let intake: TextIntake
  private let segmenter: Segmenter

  /// Opens the bulk news and the texts of the training articles.
  ///
  /// - Throws: if a folder or data file cannot be read.
  public init(_ corpora: SharedCorpora, data: DataFolder) throws {
    var files = [corpora.path + "/data/bulk/news.ndjson.gz"]
    for folder in ["data/polnear/train/text", "data/train"] {
      files += try corpora.names(folder, ending: ".txt").map { "\(corpora.path)/\(folder)/\($0)" }
    }
    source = ArticleSource(files)
    intake = try TextIntake(data)
    segmenter = try Segmenter(data)
  }

  /// Returns the next article; articles that cannot be read are passed over.
  public mutating func next() -> TokenizedText? {
    while let raw = source.next() {
      // A damaged article is no loss among thousands.
      if let article = try? intake.article(raw) { return segmenter.segment(article) }
    }
    return nil
  }
}
