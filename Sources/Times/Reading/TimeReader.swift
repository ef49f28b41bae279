public import DataFiles
public import ParleyModel
internal import Quantities

/// Finds the times of a text: dates, stretches, durations and how they bound what happens.
///
/// Times are taken as news means them: "on Friday" said on Saturday is yesterday, unless the words
/// around it look ahead ("will meet on Friday").
public struct TimeReader: Sendable {
  let table: WordTable
  let numbers: NumberParser
  let lexicon: TimeLexicon

  /// Loads the words of times from the `times` folder of `data`, those of numbers from `quantities`.
  ///
  /// - Throws: `DataError` if a file is missing or malformed.
  public init(_ data: DataFolder) throws(DataError) {
    var words = WordTable()
    let numberWords = try NumberLexicon(data, words: &words)
    lexicon = try TimeLexicon(data, words: &words)
    numbers = NumberParser(numberWords)
    table = words
  }

  /// Returns the times of `text[range]` in order, as an article of the day `reference` means them.
  ///
  /// - Complexity: O(n) in the length of the range.
  public func times(
    of text: [UInt8], in range: ByteRange, on reference: CalendarDate
  ) -> [TimeExpression] {
    let scan = WordScan(text, in: range.indices, table: table)
    let parser = TimeParser(
      scan: scan, lexicon: lexicon, numbers: numbers, reference: reference)
    var found: [TimeExpression] = []
    var index = 0
    while index < scan.count {
      let word = scan.words[index]
      guard word.id != 0 || word.kind == .digits, parser.canBegin(index),
        let parsed = parser.expression(at: index)
      else {
        index += 1
        continue
      }
      found.append(
        TimeExpression(
          meaning: parsed.meaning, bound: parsed.bound,
          range: ByteRange(
            Int(scan.words[parsed.first].start), Int(scan.words[parsed.next - 1].end)),
          isMore: parsed.isMore))
      index = parsed.next
    }
    return found
  }

  /// Returns the times of the whole of `text`.
  public func times(of text: [UInt8], on reference: CalendarDate) -> [TimeExpression] {
    times(of: text, in: ByteRange(0, text.count), on: reference)
  }
}
