internal import Dossier
internal import ParleyModel
internal import Territory

/// A figure of the record, with what was found where it was held against control maps.
struct FigureCheck {
  /// The figure.
  let entry: FigureEntry
  /// What was found; `nil` where the figure is not about ground that the maps know.
  let finding: Finding?

  /// Brings figures and what a check of the record found of them together, in the order of the
  /// figures.
  static func all(_ entries: [FigureEntry], _ findings: [CheckFinding]) -> [FigureCheck] {
    struct Place: Hashable {
      let article: String
      let range: ByteRange?
    }
    let found = Dictionary(
      findings.compactMap { finding -> (Place, Finding)? in
        guard let ground = finding.ground, let evidence = finding.evidence.first else { return nil }
        return (Place(article: evidence.article, range: evidence.range), ground)
      }, uniquingKeysWith: { first, _ in first })
    return entries.map { entry in
      FigureCheck(
        entry: entry, finding: found[Place(article: entry.article, range: entry.range)])
    }
  }
}
