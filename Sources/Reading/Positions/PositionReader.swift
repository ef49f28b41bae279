public import DataFiles
public import Language
public import ParleyModel
package import Parties

/// Reads who wants what: positions and the changes that the article tells. Loaded once, shared by
/// all threads.
public struct PositionReader: Sendable {
  private let resources: PositionResources
  private let model: PositionModel
  private let changes: ChangeReader

  /// Maps the model and loads the lists.
  ///
  /// - Throws: `DataError` if a file is missing, malformed or of another version.
  public init(_ data: DataFolder) throws(DataError) {
    resources = try PositionResources(data)
    model = try PositionModel(data, taxonomy: resources.taxonomy)
    changes = try ChangeReader(data, inflections: Inflections(data))
  }

  /// Finds the parties of an article, for `read` and for the readers of speakers.
  package func parties(_ text: AnnotatedText) -> ArticleParties { resources.parties(text) }

  /// Prepares an article for others that look at its clauses.
  package func context(
    _ parties: ArticleParties, attributions: [Attribution]
  ) -> ArticleContext {
    resources.context(parties, attributions: attributions)
  }

  /// Returns the positions of an article, given its parties, in the order of the text, and the
  /// changes between them.
  ///
  /// `attributions` tell whose words each stretch is. Positions with less confidence than
  /// `minimum` (0 to 1; `nil`: the one at which training found the best balance) are left out.
  package func read(
    _ parties: ArticleParties, attributions: [Attribution], minimum: Double? = nil
  ) -> (positions: [Position], changes: [Change]) {
    let context = resources.context(parties, attributions: attributions)
    let positions = read(context, minimum).map(\.position)
    return (positions, changes.changes(context, positions: positions))
  }

  /// Returns the positions of `text` with what made each of them; `read` returns the same positions.
  public func explain(
    _ text: AnnotatedText, attributions: [Attribution], minimum: Double? = nil
  ) -> [PositionExplanation] {
    let context = resources.context(text, attributions: attributions)
    let explainer = PositionExplainer(context, model: model)
    return read(context, minimum).map { explainer.explanation(of: $0.position, $0.draft) }
  }

  /// Returns the parties that may hold the stance of the clause with this index, each with the chance
  /// that it does; the chances sum to 1.
  package func holderChances(
    _ context: ArticleContext, clause: Int
  ) -> [(candidate: HolderCandidate, chance: Double)] {
    let candidates = context.holders(of: clause)
    return zip(candidates, model.holderChances(context, clause: clause, candidates))
      .map { ($0, Double($1)) }
  }

  private func read(
    _ context: ArticleContext, _ minimum: Double?
  ) -> [(position: Position, draft: PositionDraft)] {
    let calibration =
      minimum.map { minimum in
        PositionCalibration(
          weights: model.calibration.weights, threshold: PositionCalibration.leastPlace,
          leastConfidence: Float(minimum))
      } ?? model.calibration
    let past = PastReader(context)
    var result: [(position: Position, draft: PositionDraft)] = []
    let drafts = PositionDecoder.decode(context, model.scores(context), calibration)
    for draft in drafts {
      let confidence = calibration.confidence(draft.chances)
      let clause = context.clauses[draft.clause]
      let fields = FieldReader(context, clause: draft.clause)
      let (isPast, asOf) = past.past(clause)
      let condition = fields.condition()
      for holder in draft.holders {
        let addressee = fields.addressee(except: holder)
        let position = Position(
          holder: holder.name, act: Act.allCases[draft.act],
          issue: resources.taxonomy.codes[draft.issue], addressee: addressee,
          places: fields.places(except: [holder.name] + (addressee.map { [$0] } ?? [])),
          condition: condition, asOf: asOf, status: isPast ? .past : .current,
          evidence: context.text.span(clause.tokens),
          attribution: context.speech.stretch(at: clause.head)?.attribution,
          confidence: Double((confidence * 1000).rounded()) / 1000)
        result.append((position, draft))
      }
    }
    return result
  }
}
