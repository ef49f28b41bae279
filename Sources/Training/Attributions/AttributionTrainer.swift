public import DataFiles
internal import Language
internal import ParleyModel
internal import Reading

/// Trains the reader of attributions on marked articles: the labeler of roles, and the rankers that
/// settle content and source.
public struct AttributionTrainer {
  /// The settings of training, as the model card lists them.
  struct Settings: Sendable {
    /// The number of slots of the labeler's weight table, as a power of two.
    var bits = 17
    /// How the labeler's weights are found.
    var descent = ChainTrainer.Settings(strength: 3, step: 0.005, rounds: 10)
    /// The number of parts in which articles are labelled for the rankers, each by a labeler
    /// trained on the other parts.
    var folds = 3
    /// The number of slots of the rankers' weight tables, as a power of two.
    var rankerBits = 15
  }

  private let settings: Settings
  private let views: [RoleView]
  private let marks: [[[[Range<Int>]]]]

  init(
    _ articles: [MarkedArticle], language: LanguageModel, lexicon: CueLexicon,
    settings: Settings = Settings()
  ) {
    self.settings = settings
    views = articles.map { RoleView(language.annotate($0.article), lexicon: lexicon) }
    marks = zip(articles, views).map { article, view in
      article.attributions.map { $0.map { $0.compactMap { view.text.tokens(in: $0) } } }
    }
  }

  /// Returns the sections of the trained model, named as the model file names them.
  ///
  /// - Parameter load: writes sections to a file and maps it.
  func train(
    load: ([(name: String, section: SectionWriter)]) throws -> ModelFile, log: (String) -> Void
  ) throws -> [(name: String, section: SectionWriter)] {
    log("training the labeler on \(views.count) articles")
    let sections = roles(Array(views.indices), seed: 21)
    var labels: [Int: RoleLabels] = [:]
    for fold in 0..<settings.folds {
      log("labelling part \(fold + 1) of \(settings.folds) by a labeler of the others")
      let rest = views.indices.filter { $0 % settings.folds != fold }
      let labeler = try RoleLabeler(load(roles(rest, seed: UInt64(30 + fold))))
      for index in views.indices where index % settings.folds == fold {
        labels[index] = labeler.label(views[index])
      }
    }
    let rankers = train(labels)
    log("training the judge of attributions")
    let settler = try EventSettler(load(rankers))
    let events = views.indices.flatMap { index in
      labels[index].map {
        ChoiceExamples.events(views[index], $0, marks[index], settler: settler)
      } ?? []
    }
    let judge = RankTrainer(events, rounds: 8, step: 0.05, strength: 8, seed: 43)
    return sections + rankers + [("events", judge.section(bits: settings.rankerBits))]
  }

  private func train(_ labels: [Int: RoleLabels]) -> [(name: String, section: SectionWriter)] {
    var contents: [RankExample] = []
    var sources: [RankExample] = []
    for index in views.indices {
      guard let labels = labels[index] else { continue }
      let choices = ChoiceExamples(views[index], labels, marks[index])
      contents += choices.contents
      sources += choices.sources
    }
    let contentRanker = RankTrainer(contents, rounds: 12, step: 0.1, strength: 2, seed: 41)
    let sourceRanker = RankTrainer(sources, rounds: 12, step: 0.1, strength: 2, seed: 42)
    return [
      ("contents", contentRanker.section(bits: settings.rankerBits)),
      ("sources", sourceRanker.section(bits: settings.rankerBits)),
    ]
  }

  /// Trains on the training articles of `corpora` and writes the model and its card into `data`.
  ///
  /// - Throws: if a corpus or data file cannot be read, or the model cannot be written.
  public static func run(
    _ corpora: SharedCorpora, into data: DataFolder, log: (String) -> Void
  ) throws {
    let output = ModelOutput("attributions", in: data)
    let trainer = AttributionTrainer(
      try corpora.attributions("train", data: data), language: try LanguageModel(data),
      lexicon: try CueLexicon(data))
    _ = try output.write(trainer.train(load: output.draft, log: log))
    log("scoring")
    let score = RelationScore(
      try corpora.attributions("dev", data: data), language: try LanguageModel(data),
      reader: try AttributionReader(data))
    try output.writeCard(trainer.card(score))
  }

  private func card(_ score: RelationScore) -> String {
    """
    # Model card: attributions.parley

    - **What it decides:** which words are source, cue and content of an attribution, and which of
      these belong together.
    - **Kind:** a linear-chain conditional random field over each paragraph; log-linear rankers that
      settle content and source among candidates from the labels and the parse; a log-linear judge
      that tells attributions from what only looks like one. 8-bit weights; only the features with the
      largest weights are kept.
    - **Trained on:** the training articles of PolNeAR (\(views.count) articles of political news;
      Newell et al. 2018; see the corpus for its terms). The model holds no text of them.
    - **Settings:** field: strength \(settings.descent.strength), first step
      \(settings.descent.step), \(settings.descent.rounds) rounds, 2^\(settings.bits) slots; rankers
      and judge: 2^\(settings.rankerBits) slots, trained on labels by \(settings.folds)-fold jackknife.
    - **Made by:** `parley-train attributions`; the same data and language model give the same bytes.
    - **Scores** on the development articles, counted by the trainer (content shares half of its
      tokens and source a token): precision \(score.precision) %, recall \(score.recall) %. Thresholds
      and the rules for typography were chosen on these articles, so expect less on others. The
      figures by the corpus's own scorer stand in the README.
    - **Limits:** learnt from American political news of 2016; half of the annotators' disagreements
      (F1 76 between two of them) remain in it.

    """
  }

  private func roles(
    _ indices: [Int], seed: UInt64
  ) -> [(name: String, section: SectionWriter)] {
    var examples = ChainExamples()
    var buffer = [UInt32](repeating: 0, count: RoleFeatures.capacity)
    for index in indices {
      let view = views[index]
      let features = RoleFeatures(view)
      let contexts = RoleFeatures.contexts(view)
      let labels = labels(index)
      for row in view.rows() {
        let rows = row.map { token in
          let count = buffer.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { features.fill($0, token) } ?? 0
          }
          return Array(buffer[..<count])
        }
        examples.append(
          labels: labels[row].map(\.rawValue), contexts: contexts[row], features: rows)
      }
    }
    var trainer = ChainTrainer(
      labels: RoleLabel.allCases.count, contexts: RoleFeatures.contextCount, bits: settings.bits)
    trainer.train(examples, settings.descent, seed: seed)
    let (emissions, transitions) = trainer.sections()
    return [("roles.emissions", emissions), ("roles.transitions", transitions)]
  }

  /// The labels that a person's marks give to the tokens of an article; where marks overlap, source
  /// and cue go before content.
  private func labels(_ index: Int) -> [RoleLabel] {
    var labels = [RoleLabel](repeating: .outside, count: views[index].text.tokens.count)
    for role in [Role.content, .source, .cue] {
      for attribution in marks[index] {
        for span in attribution[Int(role.rawValue)] {
          for token in span { labels[token] = RoleLabel(role, begins: token == span.lowerBound) }
        }
      }
    }
    return labels
  }
}

extension AnnotatedText {
  /// The tokens that share a byte with `span`; `nil` if there are none.
  func tokens(in span: ByteRange) -> Range<Int>? {
    let first = tokens.index(atOrAfter: span.lowerBound)
    var end = first
    while end < tokens.count, tokens.range(end).overlaps(span) { end += 1 }
    return end > first ? first..<end : nil
  }
}
