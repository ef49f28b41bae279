internal import ParleyModel

extension QuantityReader {
  /// The noun that a number counts.
  struct Noun {
    let range: ByteRange
    let words: String
    /// The index after it.
    let next: Int
    /// Whether it hangs on the number by a hyphen ("28-point").
    let isHyphenated: Bool
  }

  /// Finds the noun that a number before piece `index` counts: the first plural within four words
  /// ("1,500 Ukrainian prisoners"), the word after a hyphen ("28-point"), or the noun of the whole
  /// ("17 of the 32 members"). "people" stands for none where only persons act so ("25,000 fled").
  func noun(after index: Int, in scan: WordScan) -> Noun? {
    if parser.role(index, scan) == .hyphen, scan.isJoined(index), scan.isJoined(index + 1),
      scan.kind(index + 1) == .word, !parser.isNumberWord(index + 1, in: scan)
    {
      if context.roles(scan.id(index + 1)).contains(.for) {
        // "1,000-for-1,000 prisoners"
        guard let other = parser.number(at: pastDash(index + 2, in: scan), in: scan) else {
          return nil
        }
        return noun(after: other.next, in: scan)
      }
      return made(index + 1, isHyphenated: true, scan)
    }
    if parser.role(index, scan) == .of { return nounOfWhole(index + 1, in: scan) }
    for at in index..<min(index + 4, scan.count) {
      guard scan.kind(at) == .word, !scan.beginsLine(at) else { break }
      let roles = context.roles(scan.id(at))
      if isPlural(at, roles: roles, in: scan) { return made(at, isHyphenated: false, scan) }
      if roles.contains(.bearer), at == index { return people(index, in: scan) }
      if roles.contains(.function), at > index || !roles.contains(.modifier) { break }
    }
    return nil
  }

  private func pastDash(_ index: Int, in scan: WordScan) -> Int {
    context.roles(scan.id(index)).contains(.dash) ? index + 1 : index
  }

  /// "of the 32 members", "of its members", "of the company's drivers".
  private func nounOfWhole(_ index: Int, in scan: WordScan) -> Noun? {
    var at = index
    if context.roles(scan.id(at)).contains(.function) { at += 1 }
    if at < scan.count, parser.canBegin(at, in: scan), let whole = parser.number(at: at, in: scan) {
      if whole.isBare && isYear(whole) { return nil }
      at = whole.next
    }
    for next in at..<min(at + 5, scan.count) {
      if scan.isMark(next, 0x27)
        || scan.kind(next) == .mark && scan.isJoined(next) && scan.isJoined(next + 1)
      {
        continue
      }
      guard scan.kind(next) == .word else { break }
      let roles = context.roles(scan.id(next))
      if isPlural(next, roles: roles, in: scan) { return made(next, isHyphenated: false, scan) }
      if roles.contains(.function), !(scan.words[next].end - scan.words[next].start == 1) { break }
    }
    return nil
  }

  private func people(_ index: Int, in scan: WordScan) -> Noun? {
    Noun(
      range: ByteRange(Int(scan.words[index - 1].start), Int(scan.words[index - 1].end)),
      words: "people", next: index, isHyphenated: false)
  }

  private func made(_ index: Int, isHyphenated: Bool, _ scan: WordScan) -> Noun {
    let range = ByteRange(Int(scan.words[index].start), Int(scan.words[index].end))
    let words = String(decoding: scan.text[range.indices], as: UTF8.self)
    return Noun(
      range: range, words: words == "others" ? "people" : words, next: index + 1,
      isHyphenated: isHyphenated)
  }

  /// Whether piece `index` looks like a noun of many.
  func isPlural(_ index: Int, roles: ContextLexicon.Role, in scan: WordScan) -> Bool {
    if roles.contains(.plural) { return true }
    if roles.contains(.function) { return false }
    let word = scan.words[index]
    let length = word.end - word.start
    guard length > 3, scan.text[Int(word.end) - 1] == 0x73 else { return false }
    switch scan.text[Int(word.end) - 2] {
    case 0x73, 0x75, 0x69: return false
    default: break
    }
    // "Ukraine's": the noun is still to come
    return
      !(scan.isJoined(index + 1) && !scan.isMark(index + 1, 0x2C)
      && !scan.isMark(index + 1, 0x2E) && scan.isJoined(index + 2))
  }

  /// ", 61,": an age.
  func isAge(_ measured: Measured, in scan: WordScan) -> Bool {
    let number = measured.number
    return number.isBare && number.value >= 5 && number.value < 110
      && scan.isMark(number.first - 1, 0x2C) && scan.isMark(number.next, 0x2C)
      && scan.kind(number.first - 2) == .word
  }

  /// The index after "old" in "61 years old", "61-year-old"; `nil` where there is none.
  func oldEnd(_ index: Int, in scan: WordScan) -> Int? {
    let at = parser.pastHyphen(index, scan)
    return context.roles(scan.id(at)).contains(.old) ? at + 1 : nil
  }
}
