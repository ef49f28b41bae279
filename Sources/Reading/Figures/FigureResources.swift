package import DataFiles
internal import Language
package import ParleyModel
package import Parties
internal import Quantities
internal import Times

/// The word lists that figures are read with; loaded once.
package struct FigureResources: Sendable {
  let quantities: QuantityReader
  let times: TimeReader
  let units: FigureUnits
  let taxonomy: Taxonomy
  let vectors: WordVectors

  /// Loads the lists.
  ///
  /// - Throws: `DataError` if a file is missing or malformed.
  package init(_ data: DataFolder) throws(DataError) {
    quantities = try QuantityReader(data)
    times = try TimeReader(data)
    units = try FigureUnits(data)
    taxonomy = try Taxonomy(data)
    vectors = try WordVectors(data)
  }

  /// Finds the quantities of an article and what there is to choose by.
  package func prepared(
    _ parties: ArticleParties, attributions: [Attribution]
  ) -> PreparedFigures {
    PreparedFigures(parties, attributions: attributions, resources: self)
  }
}

/// The quantities of an article with the features to choose figures by.
package struct PreparedFigures: Sendable {
  /// The quantities in the order of the text.
  package let candidates: [FigureCandidate]
  private let features: FigureFeatures
  private let units: FigureUnits
  /// The names of the parties, most frequent first.
  private let frequent: [String]

  init(_ parties: ArticleParties, attributions: [Attribution], resources: FigureResources) {
    candidates = FigureCandidate.all(
      parties.text, attributions: attributions, quantities: resources.quantities,
      units: resources.units)
    units = resources.units
    frequent = parties.byFrequency.map(\.name)
    features = FigureFeatures(
      parties, candidates: candidates, units: resources.units, taxonomy: resources.taxonomy,
      vectors: resources.vectors)
  }

  /// Returns the candidates whose chance reaches `threshold`, in the order of the text: of those
  /// with one number and unit only the likeliest, for a number told again is one figure.
  package func chosen(_ chances: [Float], units: [String], threshold: Float) -> [Int] {
    var best: [Telling: Int] = [:]
    for index in candidates.indices where chances[index] >= threshold {
      let telling = Telling(value: candidates[index].value, unit: units[index])
      if let other = best[telling], chances[other] >= chances[index] { continue }
      best[telling] = index
    }
    return best.values.sorted()
  }

  private struct Telling: Hashable {
    let value: Figure.Value
    let unit: String
  }

  /// What tells whether candidate `index` is a figure.
  package func selectionFeatures(_ index: Int) -> FeatureList { features.selection(index) }

  /// What the words around candidate `index` are about.
  package func directions(_ index: Int) -> [Float] { features.directions(index) }

  /// What tells what candidate `index`, a count, is of.
  package func countedFeatures(_ index: Int) -> FeatureList { features.counted(index) }

  /// The unit that candidate `index` has as a figure, where `choose` tells what counts are of.
  package func unit(
    of index: Int, choose: (FeatureList) -> FigureUnits.Counted
  ) -> String {
    var quantity = candidates[index].quantity
    if quantity.kind == .money, let code = quantity.unit, !isNamedFully(quantity) {
      quantity.unit = units.money(code, frequent)
    }
    guard quantity.kind == .count else { return units.name(quantity) }
    if let before = counterpart(of: index) { return unit(of: before, choose: choose) }
    return units.name(quantity, counted: plain(index) ?? choose(features.counted(index)))
  }

  /// The quantity before candidate `index`, a bare number, whose unit it shares: the one before it in
  /// the sentence ("340 votes to 256"), unless the two are the sides of a vote.
  private func counterpart(of index: Int) -> Int? {
    guard index > 0, candidates[index].quantity.unit == nil,
      candidates[index - 1].sentence == candidates[index].sentence, !features.isPair(index)
    else { return nil }
    switch candidates[index - 1].quantity.kind {
    case .count:
      return candidates[index - 1].quantity.unit == nil ? counterpart(of: index - 1) : index - 1
    case .volume, .weight: return index - 1
    default: return nil
    }
  }

  /// What a count is of where no choice is needed: nouns for countries, and the two sides of a vote
  /// ("272-219").
  private func plain(_ index: Int) -> FigureUnits.Counted? {
    let quantity = candidates[index].quantity
    if let unit = quantity.unit { return units.counted(unit) == .countries ? .countries : nil }
    return features.isPair(index) ? .votes : nil
  }

  /// Whether the words tell that the dollars are those of the United States ("US$5", "5 USD").
  private func isNamedFully(_ quantity: Quantity) -> Bool {
    let words = features.words(quantity.range)
    return words.contains("US") || words.contains("U.S.") || words.contains("American")
  }

  /// Returns what a count must be taken as so that its unit is `unit`; `nil` if nothing gives it.
  package func counted(_ index: Int, giving unit: String) -> FigureUnits.Counted? {
    let quantity = candidates[index].quantity
    return FigureUnits.Counted.allCases.first { units.name(quantity, counted: $0) == unit }
  }
}
