public import Language
internal import ParleyModel

/// Trains the language model: word classes, tagger and parser.
public struct LanguageTrainer {
  private let corpora: SharedCorpora
  private let log: (String) -> Void

  /// Prepares training from `corpora`; `log` is told what is being done.
  public init(_ corpora: SharedCorpora, log: @escaping (String) -> Void) {
    self.corpora = corpora
    self.log = log
  }

  /// The settings of training, as the model card lists them.
  package enum Settings {
    static let classCount = 500
    static let classMinimum: Int32 = 8
    static let classRounds = 6
    static let taggerBits = 16
    static let taggerRounds = 6
    static let stepBits = 19
    static let arcBits = 15
    static let parserRounds = 10
    static let folds = 5
  }

  /// Trains the word classes on unlabelled `texts`.
  public func classes(_ texts: some Sequence<TokenizedText>) -> SectionWriter {
    var trainer = WordClassTrainer()
    for text in texts {
      for sentence in text.sentences { trainer.add(text.tokens.words[sentence]) }
    }
    log("sorting words into \(Settings.classCount) classes")
    return WordClasses.section(
      trainer.train(
        classCount: Settings.classCount, minimum: Settings.classMinimum,
        rounds: Settings.classRounds))
  }

  /// Trains the tagger and the parser with the given word classes.
  ///
  /// - Throws: if a corpus cannot be read.
  public func syntax(_ classes: WordClasses) throws -> [(name: String, section: SectionWriter)] {
    let sentences = try corpora.treebank("train")
    log("training the tagger on \(sentences.count) sentences")
    let tagger = TaggerTrainer(classes: classes, bits: Settings.taggerBits)
    tagger.train(sentences, rounds: Settings.taggerRounds, seed: 1)
    log("tagging the parser's sentences by jackknife")
    let tags = jackknife(sentences, classes)
    log("training the parser")
    let parser = ParserTrainer(
      classes: classes, stepBits: Settings.stepBits, arcBits: Settings.arcBits)
    parser.train(sentences, tags: tags, rounds: Settings.parserRounds, seed: 2)
    let (steps, arcs) = parser.sections()
    return [("tagger", tagger.section()), ("parser.steps", steps), ("parser.arcs", arcs)]
  }

  /// Tags each fifth of `sentences` with a tagger trained on the other four.
  private func jackknife(_ sentences: [TreebankSentence], _ classes: WordClasses) -> [[Tag]] {
    var tags = [[Tag]](repeating: [], count: sentences.count)
    for fold in 0..<Settings.folds {
      // Neighbouring sentences share their words: folds are runs of 50 sentences.
      let held = sentences.indices.filter { $0 / 50 % Settings.folds == fold }
      let rest = sentences.indices.filter { $0 / 50 % Settings.folds != fold }
      let tagger = TaggerTrainer(classes: classes, bits: Settings.taggerBits)
      tagger.train(rest.map { sentences[$0] }, rounds: 3, seed: UInt64(10 + fold))
      for (index, found) in zip(held, tagger.tags(of: held.map { sentences[$0] })) {
        tags[index] = found
      }
    }
    return tags
  }
}
