internal import DataFiles
internal import ParleyModel

/// Phrases that compare a size with that of something known: "about the size of Ohio", "twice the
/// size of Luxembourg", "tenfold", from `quantities/comparisons.tsv`.
struct ComparisonLexicon: Sendable {
  /// What a phrase tells.
  struct Meaning: Sendable {
    /// How many times as much.
    let factor: Double
    /// Whether the name of a place or thing must follow.
    let needsName: Bool
  }

  private var phrases = PhraseTable<Meaning>()

  init(_ data: DataFolder, words: inout WordTable) throws(DataError) {
    for line in try data.lines("quantities/comparisons.tsv") {
      let fields = line.fields
      guard fields.count == 3, let factor = Double(fields[0]), ["name", "-"].contains(fields[1])
      else { throw DataError(line, found: "a factor, 'name' or '-', and phrases were expected") }
      let meaning = Meaning(factor: factor, needsName: fields[1] == "name")
      for phrase in fields[2].split(separator: "|") {
        phrases.add(String(phrase), meaning, words: &words)
      }
    }
  }

  @inline(__always)
  func comparison(
    at index: Int, from limit: Int, in scan: WordScan, reader: QuantityReader
  ) -> (quantity: Quantity, next: Int)? {
    guard let match = phrases.longest(at: index, in: scan), index >= limit else { return nil }
    return quantity(match.meaning, at: index, count: match.count, in: scan, reader: reader)
  }

  private func quantity(
    _ meaning: Meaning, at index: Int, count: Int, in scan: WordScan, reader: QuantityReader
  ) -> (quantity: Quantity, next: Int)? {
    var next = index + count
    var compared: ByteRange?
    if meaning.needsName {
      let first = reader.context.roles(scan.id(next)).contains(.function) ? next + 1 : next
      var last = first
      while scan.kind(last) == .word, scan.words[last].isCapital { last += 1 }
      guard last > first else { return nil }
      compared = reader.span(first, last, scan)
      next = last
    }
    var quantity = Quantity(
      value: .exact(meaning.factor), kind: .multiple, unit: "times", unitName: "times",
      range: reader.span(index, next, scan), comparedWith: compared)
    if let hedge = reader.hedges.before.longest(at: index - 1, in: scan) {
      quantity.hedge = hedge.meaning.hedge
      quantity.hedgeRange = reader.span(index - hedge.count, index, scan)
      quantity.range = reader.span(index - hedge.count, next, scan)
    }
    return (quantity, next)
  }
}
