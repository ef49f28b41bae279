internal import DataFiles
internal import ParleyModel

/// Finds days written in figures or with English month names.
struct DateReader: Sendable {
  private static let years = 1980...2100
  private let months: [[UInt8]: Int]

  /// Loads the names of the months from `pages/month-names.tsv`.
  init(_ folder: DataFolder) throws(DataError) {
    var months: [[UInt8]: Int] = [:]
    for line in try folder.lines("pages/month-names.tsv") {
      let fields = line.fields
      guard fields.count == 2, let number = Int(fields[0]), (1...12).contains(number) else {
        throw DataError(line, found: "not the number of a month and its names")
      }
      for name in fields[1].split(separator: " ") { months[Array(name.utf8)] = number }
    }
    self.months = months
  }

  /// A day as it was written.
  struct Found: Sendable, Hashable {
    let date: CalendarDate
    /// Where it stands in the bytes.
    let range: Range<Int>
  }

  private struct Token {
    let range: Range<Int>
    /// The value of a number.
    let number: Int?
    /// The number of a month.
    let month: Int?
    /// The byte before the token.
    let before: UInt8
  }

  /// Returns the first day in `text`, `nil` where there is none.
  func date(in text: String, dayFirst: Bool = false) -> CalendarDate? {
    let bytes = Array(text.utf8)
    return dates(in: bytes, bytes.indices, dayFirst: dayFirst).first?.date
  }

  /// Returns the days in `bytes[range]` in order.
  ///
  /// - Parameter dayFirst: whether 4/5/2025 is the fourth of May.
  func dates(in bytes: [UInt8], _ range: Range<Int>, dayFirst: Bool = false) -> [Found] {
    let tokens = tokens(bytes, range)
    var found: [Found] = []
    var index = 0
    while index + 2 < tokens.count {
      let parts = (tokens[index], tokens[index + 1], tokens[index + 2])
      if let date = date(parts, dayFirst: dayFirst) {
        found.append(Found(date: date, range: parts.0.range.lowerBound..<parts.2.range.upperBound))
        index += 3
      } else {
        index += 1
      }
    }
    return found
  }

  private func date(_ parts: (Token, Token, Token), dayFirst: Bool) -> CalendarDate? {
    func make(_ year: Int?, _ month: Int?, _ day: Int?) -> CalendarDate? {
      guard let year, let month, let day, Self.years.contains(year) else { return nil }
      return CalendarDate(year: year, month: month, day: day)
    }
    if let month = parts.0.month { return make(parts.2.number, month, parts.1.number) }
    if let month = parts.1.month {
      return make(parts.2.number, month, parts.0.number)
        ?? make(parts.0.number, month, parts.2.number)
    }
    let separator = parts.1.before
    guard separator == parts.2.before, let first = parts.0.number, let second = parts.1.number,
      let third = parts.2.number
    else { return nil }
    switch separator {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
      if first > 31 { return make(first, second, third) }
      if separator == UInt8(ascii: ".") || dayFirst || first > 12 {
        return make(third, second, first) ?? make(third, first, second)
      }
      return make(third, first, second) ?? make(third, second, first)
    default: return nil
    }
  }

  /// Cuts text into numbers and words; ordinal endings and "of" are left out.
  private func tokens(_ bytes: [UInt8], _ range: Range<Int>) -> [Token] {
    var tokens: [Token] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      let before = start > range.lowerBound ? bytes[start - 1] : 0x20
      if bytes[index] &- 0x30 < 10 {
        var value = 0
        while index < range.upperBound, bytes[index] &- 0x30 < 10 {
          value = min(value * 10 + Int(bytes[index] - 0x30), 99_999_999)
          index += 1
        }
        if index - start == 8, before == 0x20 || start == range.lowerBound {
          for (part, span) in [
            (value / 10000, 0..<4), (value / 100 % 100, 4..<6), (value % 100, 6..<8),
          ] {
            tokens.append(
              Token(
                range: start + span.lowerBound..<start + span.upperBound, number: part, month: nil,
                before: UInt8(ascii: "-")))
          }
          continue
        }
        tokens.append(Token(range: start..<index, number: value, month: nil, before: before))
      } else if asciiLowercased(bytes[index]) &- 0x61 < 26 {
        while index < range.upperBound, asciiLowercased(bytes[index]) &- 0x61 < 26 { index += 1 }
        let word = bytes[start..<index].map(asciiLowercased)
        if before &- 0x30 < 10, word.count <= 2 { continue }
        if word == [0x6F, 0x66] { continue }
        tokens.append(
          Token(range: start..<index, number: nil, month: months[word], before: before))
      } else {
        index += 1
      }
    }
    return tokens
  }
}
