package import DataFiles
package import Intake

/// Learns from labelled pages which blocks of a page are its article.
package struct PageTrainer {
  private let pages: [LabelledPage]
  private let described: [DescribedPage]
  private let shares: [[Double]]

  /// Describes and labels the blocks of `pages`; pages without an article are left out.
  package init(_ pages: [LabelledPage], _ folder: DataFolder) throws {
    let empty = BlockModel(width: 0, nodes: [], roots: [])
    let reader = try PageReader(folder, model: empty)
    self.pages = pages.filter { !$0.article.isEmpty }
    described = self.pages.map { reader.describe($0.html) }
    shares = zip(self.pages, described).map { $0.shares(of: $1.blocks) }
  }

  /// Returns the model grown from all pages but those that `isLeftOut` names.
  package func model(
    _ settings: BoostedTrees.Settings = BoostedTrees.Settings(),
    leavingOut isLeftOut: (String) -> Bool = { _ in false }
  ) -> BlockModel {
    var rows: [Float] = []
    var targets: [Bool] = []
    var weights: [Double] = []
    for index in pages.indices where !isLeftOut(pages[index].id) {
      let page = described[index]
      let isArticle = shares[index].map { $0 >= 0.5 }
      let raw = page.words.map { $0 == 0 ? 0.3 : Double($0).squareRoot() }
      // A long page counts for more than a short one, but not in proportion.
      let scale = raw.reduce(0, +).squareRoot()
      let weight = raw.map { $0 / max(scale, 1) }
      rows += page.rows
      targets += isArticle
      weights += weight
    }
    let mean = weights.reduce(0, +) / Double(max(weights.count, 1))
    return BoostedTrees(
      rows: rows, width: described.first?.width ?? 0, targets: targets,
      weights: weights.map { $0 / mean }, settings: settings
    ).grown()
  }

  /// The names of the pages with an article.
  package var names: [String] { pages.map(\.id) }
}
