internal import Language
internal import ParleyModel
internal import Parties

/// Tells which rule and which weights made a position.
struct PositionExplainer {
  private let context: ArticleContext
  private let model: PositionModel
  /// The words of the article by the hashes that features are made of.
  private let words: [UInt64: String]

  init(_ context: ArticleContext, model: PositionModel) {
    self.context = context
    self.model = model
    var words: [UInt64: String] = [:]
    let text = context.text
    for token in 0..<text.tokens.count {
      let word = text.word(token)
      words[context.stems[token]] = word
      words[context.lexicon.base(of: text.tokens.words[token])] = word
      words[text.tokens.words[token]] = word
    }
    self.words = words
  }

  func explanation(of position: Position, _ draft: PositionDraft) -> PositionExplanation {
    let reading = context.readings[draft.clause]
    let clause = ClauseFeatures(context).features(draft.clause, isTracing: true)
    let issue = IssueFeatures(context).features(draft.clause, isTracing: true)
    let holder = context.holders(of: draft.clause).first { $0.party.name == position.holder }
    let numbers = context.directions(draft.clause)
    func about(
      _ table: DenseTable, _ label: Int, against other: Int?
    ) -> PositionExplanation.Reason {
      var sums = [Float](repeating: 0, count: table.labelCount)
      table.add(numbers, to: &sums)
      return reason("the sense of the words", sums, label: label, against: other)
    }
    return PositionExplanation(
      position: position, rule: reading.map { String(describing: $0.rule) },
      ruleAct: reading?.act, holderRule: holder.map { String(describing: $0.rule) },
      chances: draft.chances.map(Double.init),
      place: reasons(
        clause, model.place, about(model.placeDirections, 1, against: 0), label: 1, against: 0),
      act: reasons(
        clause, model.act, about(model.actDirections, draft.act, against: nil), label: draft.act,
        against: nil),
      issue: reasons(
        issue, model.issue, about(model.issueDirections, draft.issue, against: nil),
        label: draft.issue, against: nil))
  }

  /// The six strongest features, `about` among them, for `label` against `other` or the mean of all
  /// labels.
  private func reasons(
    _ features: FeatureList, _ table: WeightTable, _ about: PositionExplanation.Reason, label: Int,
    against other: Int?
  ) -> [PositionExplanation.Reason] {
    let all = zip(features.rows, features.origins ?? []).map { row, origin in
      reason(name(origin), model.sum(table, [row]), label: label, against: other)
    }
    return Array(
      (all + [about]).filter { $0.weight != 0 }.sorted {
        (abs($1.weight), $0.name) < (abs($0.weight), $1.name)
      }.prefix(6))
  }

  /// What `sums`, one for each label, say for `label` against `other` or the mean of all labels.
  private func reason(
    _ name: String, _ sums: [Float], label: Int, against other: Int?
  ) -> PositionExplanation.Reason {
    let rest = other.map { sums[$0] } ?? sums.reduce(0, +) / Float(sums.count)
    return PositionExplanation.Reason(
      name: name, weight: Double(((sums[label] - rest) * 1000).rounded()) / 1000)
  }

  private func name(_ origin: FeatureList.Origin) -> String {
    let values = origin.values.map { words[$0] ?? ($0 < 1_000_000 ? "\($0)" : "…") }
    return values.isEmpty
      ? "\(origin.template)" : "\(origin.template): \(values.joined(separator: " "))"
  }
}
