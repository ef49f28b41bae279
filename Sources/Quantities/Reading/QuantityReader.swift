public import DataFiles
public import ParleyModel

/// Finds the quantities of a text: numbers with their units and hedges.
///
/// Works on bytes, without tags or parse: "about 88%", "$5-6 billion", "a fifth", "one in five",
/// "more than 6 million people", "20-mile". Years, dates, clock times, codes and numbers that name
/// things ("Article 5", "Boeing 737") are no quantities.
public struct QuantityReader: Sendable {
  let table: WordTable
  let parser: NumberParser
  let units: UnitLexicon
  let hedges: HedgeLexicon
  let context: ContextLexicon
  let comparisons: ComparisonLexicon

  /// Loads the words of numbers, units, money and hedges from the `quantities` folder of `data`.
  ///
  /// - Throws: `DataError` if a file is missing or malformed.
  public init(_ data: DataFolder) throws(DataError) {
    var words = WordTable()
    let numbers = try NumberLexicon(data, words: &words)
    units = try UnitLexicon(data, words: &words)
    hedges = try HedgeLexicon(data, words: &words)
    context = try ContextLexicon(data, words: &words)
    comparisons = try ComparisonLexicon(data, words: &words)
    parser = NumberParser(numbers)
    table = words
  }

  /// Returns the quantities of `text[range]` in order.
  ///
  /// - Complexity: O(n) in the length of the range.
  public func quantities(of text: [UInt8], in range: ByteRange) -> [Quantity] {
    let scan = WordScan(text, in: range.indices, table: table)
    var found: [Quantity] = []
    var limit = 0
    var index = 0
    while index < scan.count {
      if let comparison = comparisons.comparison(at: index, from: limit, in: scan, reader: self) {
        found.append(comparison.quantity)
        limit = comparison.next
        index = limit
        continue
      }
      guard index >= limit, parser.canBegin(index, in: scan) else {
        index += 1
        continue
      }
      let next = read(at: index, from: limit, in: scan, into: &found)
      if next > index {
        limit = next
        index = next
      } else {
        index = -next
      }
    }
    return found
  }

  /// Returns the quantities of the whole of `text` in order.
  public func quantities(of text: [UInt8]) -> [Quantity] {
    quantities(of: text, in: ByteRange(0, text.count))
  }

  /// Reads the quantity that begins with the number at `index`, and what belongs with it.
  ///
  /// Returns the index after what was read, or the negative of the index to go on with where
  /// nothing was.
  private func read(
    at index: Int, from limit: Int, in scan: WordScan, into found: inout [Quantity]
  ) -> Int {
    let skipped = pastCode(index, in: scan)
    if skipped > index { return -skipped }
    guard var first = measured(at: index, from: limit, in: scan) else { return -(index + 1) }
    if first.number.isFraction, !isFraction(first, in: scan) { return -first.next }
    if let share = share(first, in: scan) {
      return finish(share, nil, from: limit, in: scan, into: &found)
    }
    if let second = rangeEnd(after: first, in: scan) {
      if second.unit == nil, isYear(first.number), isYear(second.number) { return -second.next }
      return finish(rescaled(first, by: second), second, from: limit, in: scan, into: &found)
    }
    if isNoQuantity(first, in: scan) { return -first.next }
    takeUnitOfPair(&first, in: scan)
    addMinorUnits(&first, in: scan)
    return finish(first, nil, from: limit, in: scan, into: &found)
  }

  /// Adds hedge and noun to what was measured and appends the quantity.
  private func finish(
    _ first: Measured, _ second: Measured?, from limit: Int, in scan: WordScan,
    into found: inout [Quantity]
  ) -> Int {
    var begin = first.begin
    var next = second?.next ?? first.next
    let unit = second?.unit ?? first.unit
    var hedge: Hedge?
    var hedgeRange: ByteRange?
    if let before = hedges.before.longest(at: begin - 1, in: scan), begin - before.count >= limit,
      !before.meaning.isLoose || isLarge(first, in: scan)
    {
      hedge = before.meaning.hedge
      hedgeRange = span(begin - before.count, begin, scan)
      begin -= before.count
    } else if second != nil, context.roles(scan.id(begin - 1)).contains(.between), begin > limit {
      begin -= 1
    }
    var quantity = Quantity(
      value: .exact(first.number.value), kind: .count, range: span(begin, next, scan))
    if let second { quantity.value = .range(first.number.value, second.number.value) }
    if let unit {
      quantity.unit = units.units[unit].symbol
      quantity.unitName = units.units[unit].name
      quantity.kind = units.units[unit].kind
      if quantity.kind == .duration, let old = oldEnd(next, in: scan) {
        quantity.kind = .age
        next = old
      }
      if let rate = units.rates.longest(at: next, in: scan) { quantity.per = rate.meaning }
    } else if first.number.isFraction || second?.number.isFraction ?? false {
      quantity.kind = .fraction
    } else if isAge(first, in: scan), second == nil {
      quantity.kind = .age
      quantity.unit = "year"
      quantity.unitName = "year"
    } else if let noun = noun(after: next, in: scan) {
      quantity.nounRange = noun.range
      quantity.unit = noun.words
      quantity.unitName = noun.words
      if noun.isHyphenated {
        next = noun.next
      } else if let rate = units.rates.longest(at: noun.next, in: scan) {
        quantity.per = rate.meaning
      }
    }
    if hedge == nil {
      let at = quantity.nounRange.map { scan.index(ofEnd: $0.upperBound, from: next) } ?? next
      if let after = hedges.after.longest(at: at, in: scan) {
        hedge = after.meaning.hedge
        hedgeRange = span(at, at + after.count, scan)
        next = at + after.count
        if quantity.kind == .count, quantity.unit == nil, let noun = noun(after: next, in: scan) {
          quantity.nounRange = noun.range
          quantity.unit = noun.words
          quantity.unitName = noun.words
        }
      }
    }
    quantity.hedge = hedge
    quantity.hedgeRange = hedgeRange
    quantity.range = span(begin, next, scan)
    found.append(quantity)
    return next
  }

  /// Whether a loose hedge ("over") before the number can be one: "over two issues" is none.
  private func isLarge(_ first: Measured, in scan: WordScan) -> Bool {
    if let unit = first.unit { return units.units[unit].kind != .duration }
    return first.number.isFraction || first.number.value >= 10
  }

  func span(_ first: Int, _ next: Int, _ scan: WordScan) -> ByteRange {
    ByteRange(Int(scan.words[first].start), Int(scan.words[next - 1].end))
  }
}
