public import DataFiles

/// The words that point back at terms told before, as `Data/dossier/pointing.tsv` lists them.
public struct PointingWords: Sendable {
  /// How many words may stand between the two.
  private static let reach = 2

  private var before: Set<UInt64> = []
  private var terms: Set<UInt64> = []

  /// Reads the words.
  ///
  /// - Throws: `.noFile`, `.malformed`.
  public init(_ data: DataFolder) throws(DataError) {
    for line in try data.lines("dossier/pointing.tsv") {
      let fields = line.fields
      guard fields.count == 2, ["before", "terms"].contains(fields[1]) else {
        throw DataError(line, found: "expected a word and its place, 'before' or 'terms'")
      }
      let hash = ArticleWords.hash(of: fields[0].utf8)
      if fields[1] == "before" { before.insert(hash) } else { terms.insert(hash) }
    }
  }

  /// Whether a sentence of these words points back: "Bland turned down that offer".
  func point(_ words: [UInt64]) -> Bool {
    words.indices.contains { index in
      before.contains(words[index])
        && words[index...].dropFirst().prefix(Self.reach + 1).contains { terms.contains($0) }
    }
  }
}
