extension NumberParser {
  /// Reads an ordinal number that begins with piece `index`: "third", "twenty-first", "21st".
  ///
  /// Returns its value and the index after it, `nil` if there is none. "quarter" and "half" are no
  /// ordinals.
  public func ordinal(at index: Int, in scan: WordScan) -> (value: Int, next: Int)? {
    if scan.kind(index) == .digits {
      guard scan.isJoined(index + 1), isSuffix(index + 1, scan),
        let value = plain(at: index, in: scan), value < 10_000
      else { return nil }
      return (Int(value), index + 2)
    }
    switch role(index, scan) {
    case .part where !isQuarter(index, scan):
      return (Int(value(index, scan)), index + 1)
    case .ten:
      let last = pastHyphen(index + 1, scan)
      guard role(last, scan) == .part, value(last, scan) < 10, !isQuarter(last, scan) else {
        return nil
      }
      return (Int(value(index, scan) + value(last, scan)), last + 1)
    default: return nil
    }
  }

  /// The whole number in words or bare digits at `index`, `nil` if there is none.
  public func whole(at index: Int, in scan: WordScan) -> (value: Int, next: Int)? {
    guard index < scan.count, role(index, scan) != .hyphen,
      let number = number(at: index, in: scan), !number.isFraction, number.value >= 0,
      number.value < 1_000_000, number.value == number.value.rounded()
    else { return nil }
    return (Int(number.value), number.next)
  }

  /// The whole number at `index` in digits or words, where "two quarters" are as many quarters.
  public func cardinalWords(at index: Int, in scan: WordScan) -> (value: Int, next: Int)? {
    if scan.kind(index) == .digits { return whole(at: index, in: scan) }
    switch role(index, scan) {
    case .unit, .teen, .ten, .hundred, .scale:
      guard let number = cardinal(at: index, in: scan), number.value < 1_000_000 else { return nil }
      return (Int(number.value), number.next)
    default: return nil
    }
  }

  /// Whether piece `index` is "a" or "an".
  public func isArticle(_ index: Int, in scan: WordScan) -> Bool { role(index, scan) == .article }

  /// Reads an amount of time units that begins with piece `index`: a number or "a", "an", "half a".
  public func amount(at index: Int, in scan: WordScan) -> (value: Double, next: Int)? {
    guard index < scan.count else { return nil }
    if let number = number(at: index, in: scan), number.value > 0 {
      // "half an hour", "half a day"
      let hasArticle = number.isFraction && role(number.next, scan) == .article
      return (number.value, hasArticle ? number.next + 1 : number.next)
    }
    return role(index, scan) == .article ? (1, index + 1) : nil
  }

  /// Reads "and a half", "and a quarter", "and half" after an amount of units.
  public func addedFraction(at index: Int, in scan: WordScan) -> (value: Double, next: Int)? {
    guard role(index, scan) == .and else { return nil }
    guard let number = number(at: index + 1, in: scan), number.isFraction else { return nil }
    return (number.value, number.next)
  }

  /// Whether piece `index` is a hyphen or dash of the number words.
  public func isHyphen(_ index: Int, in scan: WordScan) -> Bool { role(index, scan) == .hyphen }

  private func isQuarter(_ index: Int, _ scan: WordScan) -> Bool {
    value(index, scan) == 4 && scan.text[Int(scan.words[index].start)] | 0x20 == 0x71
  }

  private func isSuffix(_ index: Int, _ scan: WordScan) -> Bool {
    guard let word = index < scan.count ? scan.words[index] : nil, word.end - word.start == 2 else {
      return false
    }
    let first = scan.text[Int(word.start)] | 0x20
    let second = scan.text[Int(word.start) + 1] | 0x20
    switch (first, second) {
    case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68): return true
    default: return false
    }
  }
}
