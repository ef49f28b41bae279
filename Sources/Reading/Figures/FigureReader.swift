package import DataFiles
package import ParleyModel
package import Parties

/// Reads the figures of an article: the numbers that bear on the negotiation.
package struct FigureReader: Sendable {
  private let resources: FigureResources
  private let model: FigureModel

  /// Loads the word lists and the model.
  ///
  /// - Throws: `DataError` if a file is missing, malformed or of another version.
  package init(_ data: DataFolder) throws(DataError) {
    resources = try FigureResources(data)
    model = try FigureModel(data)
  }

  /// Returns the figures of the article, in the order of the text; a number that is told again is
  /// read once.
  package func figures(_ parties: ArticleParties, attributions: [Attribution]) -> [Figure] {
    let prepared = resources.prepared(parties, attributions: attributions)
    guard !prepared.candidates.isEmpty else { return [] }
    let details = FigureDetails(parties, times: resources.times)
    let chances = prepared.candidates.indices.map { index in
      model.chance(prepared.selectionFeatures(index), prepared.directions(index))
    }
    let units = prepared.candidates.indices.map { index in
      chances[index] < model.threshold ? "" : prepared.unit(of: index) { model.counted($0) }
    }
    return prepared.chosen(chances, units: units, threshold: model.threshold).map { index in
      let candidate = prepared.candidates[index]
      return details.figure(candidate, value: candidate.value, unit: units[index])
    }
  }
}
