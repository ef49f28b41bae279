internal import DataFiles

/// Words that soften or bound numbers, from `quantities/hedges.tsv`.
struct HedgeLexicon: Sendable {
  /// A hedge, and whether its words have another use before small counts ("over two issues").
  struct Meaning: Sendable {
    let hedge: Hedge
    let isLoose: Bool
  }

  private(set) var before = PhraseTable<Meaning>(isBackward: true)
  private(set) var after = PhraseTable<Meaning>()

  init(_ data: DataFolder, words: inout WordTable) throws(DataError) {
    for line in try data.lines("quantities/hedges.tsv") {
      let fields = line.fields
      guard fields.count == 3, let hedge = Hedge(rawValue: fields[0]) else {
        throw DataError(line, found: "a hedge, a place and phrases were expected")
      }
      for phrase in fields[2].split(separator: "|") {
        switch fields[1] {
        case "before":
          before.add(String(phrase), Meaning(hedge: hedge, isLoose: false), words: &words)
        case "loose":
          before.add(String(phrase), Meaning(hedge: hedge, isLoose: true), words: &words)
        case "after":
          after.add(String(phrase), Meaning(hedge: hedge, isLoose: false), words: &words)
        default:
          throw DataError(line, found: "the place must be 'before', 'loose' or 'after'")
        }
      }
    }
  }
}
