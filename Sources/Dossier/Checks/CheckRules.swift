public import DataFiles
internal import ParleyModel
internal import Territory

/// What a check of the record goes by.
public struct CheckRules: Sendable {
  let movement: MovementRules
  let pointing: PointingWords
  let hedges: [ClaimWords.Hedge]
  private let ground: Set<UInt64>

  /// Reads the rules from the data folder.
  ///
  /// - Throws: `.noFile`, `.malformed`.
  public init(_ data: DataFolder) throws(DataError) {
    movement = try MovementRules(data)
    pointing = try PointingWords(data)
    hedges = try ClaimWords(data).hedges
    ground = Set(
      try data.lines("dossier/ground.txt").map { ArticleWords.hash(of: $0.text.utf8) })
  }

  /// Whether a sentence of these words is about ground that somebody holds.
  func areAboutGround(_ words: [UInt64]) -> Bool { words.contains { ground.contains($0) } }
}
