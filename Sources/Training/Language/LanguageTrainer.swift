public import DataFiles
internal import Language
internal import ParleyModel

/// Trains the language model: word classes, tagger and parser.
public struct LanguageTrainer {
  private let corpora: SharedCorpora
  private let output: ModelOutput
  private let log: (String) -> Void

  /// Prepares training from `corpora`, into `data`; `log` is told what is being done.
  public init(_ corpora: SharedCorpora, into data: DataFolder, log: @escaping (String) -> Void) {
    self.corpora = corpora
    output = ModelOutput("language", in: data)
    self.log = log
  }

  /// The settings of training, as the model card lists them.
  enum Settings {
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

  /// Trains all parts and writes the model and its card.
  ///
  /// - Parameter texts: unlabelled text for the word classes; `nil` keeps those of the present
  ///   model.
  /// - Throws: if a corpus cannot be read or the model cannot be written.
  public func train(_ texts: UnlabelledText?) throws {
    let section = try texts.map(classes) ?? presentClasses()
    let classes = try output.draft([("classes", section)]).load("classes", WordClasses.init)
    let model = try output.write([("classes", section)] + syntax(classes))
    try output.writeCard(card(score(model, classes)))
  }

  private func presentClasses() throws -> SectionWriter {
    SectionWriter(bytes: try output.present().bytes("classes") ?? [])
  }

  private func classes(_ texts: UnlabelledText) -> SectionWriter {
    log("reading unlabelled text")
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

  private func syntax(_ classes: WordClasses) throws -> [(name: String, section: SectionWriter)] {
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

  private func score(_ model: ModelFile, _ classes: WordClasses) throws -> SyntaxScore {
    let tagger = try model.load("tagger", Tagger.init)
    let steps = try model.load("parser.steps") { section throws(ModelFileError) in section }
    let parser = try model.load("parser.arcs") { arcs throws(ModelFileError) in
      try Parser(steps: steps, arcs: arcs)
    }
    return SyntaxScore(
      try corpora.treebank("test"), tagger: tagger, parser: parser, classes: classes)
  }

  private func card(_ score: SyntaxScore) -> String {
    """
    # Model card: language.parley

    - **What it decides:** the class of a word, the part of speech of a token, its head and relation.
    - **Kind:** \(Settings.classCount) word classes by exchange (Uszkoreit and Brants 2008); a greedy
      averaged-perceptron tagger; a greedy arc-hybrid parser with a dynamic oracle (Goldberg and Nivre
      2013). Weights are hashed and kept as 8-bit integers.
    - **Trained on:** tagger and parser on the training parts of UD English EWT (CC BY-SA 4.0) and UD
      English GUM (CC BY and alike, by source); word classes on unlabelled news of the corpora folder.
      The model holds no text of them, only weights and the classes of words by hash.
    - **Settings:** words seen \(Settings.classMinimum) times or more, \(Settings.classRounds) rounds of
      exchange; tagger 2^\(Settings.taggerBits) rows, \(Settings.taggerRounds) rounds; parser
      2^\(Settings.stepBits) and 2^\(Settings.arcBits) rows, \(Settings.parserRounds) rounds, tags by
      \(Settings.folds)-fold jackknife.
    - **Made by:** `parley-train language`; the same data give the same bytes.
    - **Scores** on the test parts of both treebanks, \(score.words) words, tokens given: parts of
      speech \(score.tags) %, heads \(score.heads) %, heads with relations \(score.arcs) %.
    - **Limits:** English prose; headlines, lists and speech transcripts are where it errs most.

    """
  }
}
