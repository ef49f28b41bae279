internal import JSONBytes
internal import Language
internal import ParleyModel
internal import Parties
internal import Reading

/// Trains the reading of positions, and measures it by cross-validation over conflicts.
package struct PositionTrainer {
  private let articles: [PreparedExample]
  private let passages: [PreparedExample]
  private let report: (String) -> Void
  private let issues: [IssueCode]

  package init(
    articles: [PositionExample], passages: [PositionExample], report: @escaping (String) -> Void
  ) {
    self.articles = articles.map(PreparedExample.init)
    self.passages = passages.map(PreparedExample.init)
    self.report = report
    issues = articles.first?.context.taxonomy.codes ?? []
  }

  private static let foldCount = 5

  /// The fold of each article: conflicts stay together, folds are of like size.
  private func folds(_ examples: [PreparedExample]) -> [Int] {
    var sizes: [String: Int] = [:]
    for prepared in examples { sizes[prepared.example.group, default: 0] += 1 }
    var loads = [Int](repeating: 0, count: Self.foldCount)
    var fold: [String: Int] = [:]
    for (group, size) in sizes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      let smallest = loads.indices.min { (loads[$0], $0) < (loads[$1], $1) } ?? 0
      fold[group] = smallest
      loads[smallest] += size
    }
    return examples.map { fold[$0.example.group] ?? 0 }
  }

  /// Returns the predictions for the articles by models that have not seen their conflict, as NDJSON.
  package func crossValidate(threshold: Float) -> [UInt8] {
    let articleFolds = folds(articles)
    let passageFolds = folds(passages)
    var output = JSONOutput()
    var counts = GoldScore()
    for fold in 0..<Self.foldCount {
      let training =
        zip(articles, articleFolds).filter { $0.1 != fold }.map(\.0)
        + zip(passages, passageFolds).filter { $0.1 != fold }.map(\.0)
      let models = PositionClassifiers(training, issues: issues, settings: .init())
      for (prepared, its) in zip(articles, articleFolds) where its == fold {
        let scores = models.scores(prepared)
        counts.add(prepared, scores, issues)
        write(prepared, scores, threshold, &output)
      }
    }
    report(counts.description)
    return output.bytes
  }

  private func write(
    _ prepared: PreparedExample, _ scores: [ClauseScores?], _ threshold: Float,
    _ output: inout JSONOutput
  ) {
    let context = prepared.example.context
    let scalars = ScalarIndex(context.text.article.text)
    var positions: [(PositionDraft, PartyName)] = []
    for draft in PositionDecoder.decode(context, scores, threshold: threshold) {
      for holder in draft.holders { positions.append((draft, holder)) }
    }
    output.raw("{\"id\":")
    output.string(prepared.example.gold.id)
    output.raw(",\"positions\":")
    output.array(positions) { output, position in
      let span = context.text.span(context.clauses[position.0.clause].tokens)
      output.raw("{\"holder\":")
      output.string(position.1.name)
      output.raw(",\"act\":")
      output.string(Act.allCases[position.0.act].rawValue)
      output.raw(",\"issue\":")
      output.string(issues[position.0.issue].rawValue)
      output.raw(",\"chances\":")
      output.array(position.0.chances) { $0.number(Double($1)) }
      output.raw(",\"evidence\":[")
      output.integer(scalars.scalarOffset(ofByte: span.lowerBound))
      output.raw(",")
      output.integer(scalars.scalarOffset(ofByte: span.upperBound))
      output.raw("]}")
    }
    output.raw("}\n")
  }
}

/// How often the classifiers are right where the place is given.
struct GoldScore: CustomStringConvertible {
  private var places = 0
  private var acts = 0
  private var issues = 0
  private var holders = 0
  private var offered = 0

  mutating func add(
    _ prepared: PreparedExample, _ scores: [ClauseScores?], _ codes: [IssueCode]
  ) {
    for (clause, label) in prepared.example.labels.enumerated() {
      guard let label, let score = scores[clause] else { continue }
      places += 1
      if Act.allCases[argmax(score.acts)] == label.act { acts += 1 }
      if codes[argmax(score.issues)] == label.issue { issues += 1 }
      guard let right = prepared.rightHolder(clause) else { continue }
      offered += 1
      if argmax(score.holderChances) == right { holders += 1 }
    }
  }

  private func argmax(_ values: [Float]) -> Int {
    values.indices.max { values[$0] < values[$1] } ?? 0
  }

  var description: String {
    "on \(places) gold places: act \(acts * 100 / max(1, places))%, "
      + "issue \(issues * 100 / max(1, places))%, holder \(holders * 100 / max(1, places))% "
      + "(among candidates \(offered * 100 / max(1, places))%)"
  }
}
