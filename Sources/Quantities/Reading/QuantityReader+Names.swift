extension QuantityReader {
  /// The index after a telephone number, clock time, code or date in digits that begins at `index`;
  /// `index` where there is none.
  func pastCode(_ index: Int, in scan: WordScan) -> Int {
    guard scan.kind(index) == .digits else { return index }
    var at = index
    var marks = 0
    while scan.isJoined(at + 1), scan.isJoined(at + 2), scan.kind(at + 1) == .mark,
      scan.kind(at + 2) == .digits || scan.kind(at + 2) == .code
    {
      let mark = scan.text[Int(scan.words[at + 1].start)]
      if mark == 0x3A { return at + 3 }
      guard mark == 0x2D || mark == 0x2F else { break }
      marks += 1
      at += 2
    }
    if marks >= 2 { return at + 1 }
    if scan.isJoined(index), scan.kind(index - 1) == .word,
      units.prefixes.longest(at: index - 1, in: scan) == nil
    {
      return at + 1
    }
    if index > 0, scan.isJoined(index), scan.kind(index - 1) == .mark {
      let before = scan.text[Int(scan.words[index - 1].start)]
      if before == 0x23 || before == 0x2F && marks == 0 || before == 0x5F || before == 0x40 {
        return at + 1
      }
      if before == 0x2B, scan.isJoined(index - 1) || marks > 0 { return at + 1 }
      // "T-72", "COVID-19"
      if parser.role(index - 1, scan) == .hyphen, scan.isJoined(index - 1),
        scan.kind(index - 2) == .word, !parser.isNumberWord(index - 2, in: scan),
        !context.roles(scan.id(index - 2)).contains(.for)
      {
        return at + 1
      }
    }
    return index
  }

  /// Whether a number is part of a date, name, code or pronoun.
  func isNoQuantity(_ measured: Measured, in scan: WordScan) -> Bool {
    let number = measured.number
    if scan.isJoined(measured.next), scan.kind(measured.next) == .word,
      scan.kind(measured.next - 1) == .digits || measured.unit == nil
    {
      return true
    }
    if measured.unit != nil { return false }
    if scan.isMark(measured.next, 0x2F), scan.isJoined(measured.next + 1),
      scan.kind(measured.next + 1) == .digits
    {
      return true
    }
    let next = context.roles(scan.id(number.next))
    let before = context.roles(scan.id(number.first - 1))
    if next.contains(.clock) || isBeforeNoon(number.next, in: scan) { return true }
    if number.isDigits, number.isBare, number.value <= 31 {
      if next.contains(.month), scan.words[number.next].isCapital { return true }
    }
    if number.isDigits, number.isBare, isAfterMonth(number.first, in: scan) { return true }
    if number.isBare, isYear(number), isYearHere(number, in: scan) { return true }
    if isLabelled(number, before: before, in: scan) { return true }
    if number.value == 1, !number.isDigits, !number.hasArticle {
      return isPronoun(number, before: before, next: next, in: scan)
    }
    if number.hasArticle, !number.isFraction, before.contains(.label) { return true }
    return isVague(number, in: scan)
  }

  /// "5 a.m."
  private func isBeforeNoon(_ index: Int, in scan: WordScan) -> Bool {
    parser.role(index, scan) == .article && scan.isMark(index + 1, 0x2E) && scan.isJoined(index + 1)
  }

  func isYear(_ number: ParsedNumber) -> Bool {
    number.isBare && number.value >= 1500 && number.value < 2100
      && number.value == number.value.rounded()
  }

  /// "June 15", "June 15-17".
  private func isAfterMonth(_ index: Int, in scan: WordScan) -> Bool {
    func isMonth(_ index: Int) -> Bool {
      context.roles(scan.id(index)).contains(.month) && scan.words[index].isCapital
    }
    if isMonth(index - 1) || scan.isMark(index - 1, 0x2E) && isMonth(index - 2) { return true }
    return context.roles(scan.id(index - 1)).contains(.dash) && scan.kind(index - 2) == .digits
      && isMonth(index - 3)
  }

  /// Whether bare digits from 1500 to 2099 are a year: so they are, unless a noun of many follows
  /// and nothing before speaks of time ("2000 soldiers").
  private func isYearHere(_ number: ParsedNumber, in scan: WordScan) -> Bool {
    if context.roles(scan.id(number.first - 1)).contains(.beforeYear) { return true }
    return noun(after: number.next, in: scan) == nil
  }

  /// "Article 5", "phase two", "Boeing 737", "Group of Seven".
  private func isLabelled(
    _ number: ParsedNumber, before: ContextLexicon.Role, in scan: WordScan
  ) -> Bool {
    let index = number.first
    if before.contains(.label), scan.kind(index - 1) == .word, number.scale == 1 {
      return noun(after: number.next, in: scan) == nil || scan.words[index - 1].isCapital
        || !scan.isJoined(index)
    }
    if scan.isMark(index - 1, 0x2E), context.roles(scan.id(index - 2)).contains(.label),
      scan.isJoined(index - 1), number.isDigits
    {
      return true
    }
    guard index > 0, scan.kind(index - 1) == .word, !scan.beginsLine(index) else { return false }
    let isName = scan.words[index - 1].isCapital && !before.contains(.function)
    if number.isDigits {
      return isName && number.isBare
        && hedges.before.longest(at: index - 1, in: scan) == nil && !startsSentence(index - 1, scan)
    }
    // "the Group of Seven", "the Big Four"
    return scan.words[index].isCapital && !number.hasArticle
  }

  private func startsSentence(_ index: Int, _ scan: WordScan) -> Bool {
    guard index > 0, !scan.beginsLine(index) else { return true }
    return scan.isMark(index - 1, 0x2E) && !scan.isJoined(index)
  }

  /// "no one", "the one", "one of them": no number.
  private func isPronoun(
    _ number: ParsedNumber, before: ContextLexicon.Role, next: ContextLexicon.Role,
    in scan: WordScan
  ) -> Bool {
    if before.contains(.beforePronoun) { return true }
    let following = scan.kind(number.next)
    if following == .word { return next.contains(.function) && !next.contains(.modifier) }
    // "one-off", "one by one"
    return following == .mark && parser.role(number.next, scan) == .hyphen || number.first > 0
  }

  /// "a few hundred", "tens of thousands", "hundreds": too vague to be a number.
  private func isVague(_ number: ParsedNumber, in scan: WordScan) -> Bool {
    guard !number.isDigits, number.next == number.first + 1 else { return false }
    let role = parser.role(number.first, scan)
    guard role == .hundred || role == .scale else { return false }
    let word = scan.words[number.first]
    return scan.text[Int(word.end) - 1] | 0x20 == 0x73 || number.first > 0
  }
}
