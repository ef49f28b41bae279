public import DataFiles
public import ParleyModel

/// Everything that turns an article into annotated text; loaded once, shared by all threads.
public struct LanguageModel: Sendable {
  private let segmenter: Segmenter
  private let classes: WordClasses
  private let tagger: Tagger
  private let parser: Parser

  /// Maps the model and loads the lists that the rules need.
  ///
  /// - Throws: `DataError` if a file is missing, malformed or of another version.
  public init(_ data: DataFolder) throws(DataError) {
    segmenter = try Segmenter(data)
    let model = try ModelFile(path: data.path + "/models/language.parley")
    classes = try model.load("classes", WordClasses.init)
    tagger = try model.load("tagger", Tagger.init)
    let steps = try model.load("parser.steps") { section throws(ModelFileError) in section }
    parser = try model.load("parser.arcs") { arcs throws(ModelFileError) in
      try Parser(steps: steps, arcs: arcs)
    }
  }

  /// Cuts `article` into tokens and sentences and finds tags and heads.
  public func annotate(_ article: Article) -> AnnotatedText {
    let text = segmenter.segment(article)
    let word = WordFeatures(text.tokens, of: article.text, classes: classes)
    let tags = tagger.tags(word, sentences: text.sentences)
    let (heads, relations) = parser.parse(word, tags: tags, sentences: text.sentences)
    return AnnotatedText(
      article: article, tokens: text.tokens, sentences: text.sentences,
      paragraphs: text.paragraphs, tags: tags, heads: heads, relations: relations,
      features: word)
  }
}
