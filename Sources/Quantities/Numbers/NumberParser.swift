/// Reads numbers in digits and words: "1,500", "2.5 million", "forty-two", "a hundred and ninety",
/// "two-thirds", "two and a half million", "half a dozen".
public struct NumberParser: Sendable {
  let lexicon: NumberLexicon

  /// Makes a parser that knows the words of `lexicon`.
  public init(_ lexicon: NumberLexicon) { self.lexicon = lexicon }

  /// Whether a number can begin with piece `index`.
  @inline(__always)
  public func canBegin(_ index: Int, in scan: WordScan) -> Bool {
    let word = scan.words[index]
    if word.kind == .digits { return true }
    if word.id == 0 { return false }
    switch lexicon.role(word.id) {
    case .hyphen: return isMinusSign(index, scan)
    case .none, .letters, .and, .point, .of, .parts: return false
    default: return true
    }
  }

  /// Returns the longest number that begins with piece `index`, `nil` if there is none.
  public func number(at index: Int, in scan: WordScan) -> ParsedNumber? {
    guard index < scan.count else { return nil }
    if role(index, scan) == .minus || isMinusSign(index, scan) {
      guard var number = number(at: index + 1, in: scan), number.value > 0 else { return nil }
      number.value = -number.value
      return ParsedNumber(
        value: number.value, first: index, next: number.next, scale: number.scale,
        isDigits: number.isDigits, isFraction: number.isFraction, hasArticle: number.hasArticle)
    }
    guard var number = simple(at: index, in: scan) else { return nil }
    addFraction(to: &number, scan)
    return number
  }

  /// Whether piece `index` is a word that numbers are made of.
  func isNumberWord(_ index: Int, in scan: WordScan) -> Bool {
    switch role(index, scan) {
    case .none, .letters, .point, .article, .and, .of, .hyphen: false
    default: true
    }
  }

  @inline(__always)
  func role(_ index: Int, _ scan: WordScan) -> NumberLexicon.Role { lexicon.role(scan.id(index)) }

  func value(_ index: Int, _ scan: WordScan) -> Double { lexicon.value(scan.id(index)) }

  /// A hyphen joined to the digits after it, with nothing joined before it.
  private func isMinusSign(_ index: Int, _ scan: WordScan) -> Bool {
    role(index, scan) == .hyphen && !scan.isJoined(index) && scan.isJoined(index + 1)
      && scan.kind(index + 1) == .digits
  }

  /// Skips a hyphen at `index`.
  func pastHyphen(_ index: Int, _ scan: WordScan) -> Int {
    role(index, scan) == .hyphen ? index + 1 : index
  }

  private func simple(at index: Int, in scan: WordScan) -> ParsedNumber? {
    if scan.kind(index) == .digits { return digits(at: index, in: scan) }
    switch role(index, scan) {
    case .zero: return decimals(ParsedNumber(value: 0, first: index, next: index + 1), scan)
    case .unit, .teen, .ten, .hundred, .scale:
      guard let cardinal = cardinal(at: index, in: scan) else { return nil }
      return parts(cardinal, scan) ?? decimals(cardinal, scan)
    case .article:
      return afterArticle(index, in: scan)
    case .half:
      return scaled(
        ParsedNumber(value: 0.5, first: index, next: index + 1, isFraction: true), scan)
    case .part:
      // "quarter million", but "quarter" alone is no number.
      let part = ParsedNumber(
        value: 1 / value(index, scan), first: index, next: index + 1, isFraction: true)
      let number = scaled(part, scan)
      return number.next > part.next && value(index, scan) == 4 ? number : nil
    case .vulgar:
      return ParsedNumber(
        value: value(index, scan), first: index, next: index + 1, isFraction: true)
    default: return nil
    }
  }

  /// "a hundred", "a dozen", "a third", "a half", "a quarter million".
  private func afterArticle(_ index: Int, in scan: WordScan) -> ParsedNumber? {
    var number: ParsedNumber?
    switch role(index + 1, scan) {
    case .hundred, .scale:
      number = cardinal(at: index + 1, in: scan).map { parts($0, scan) ?? $0 }
    case .half, .part:
      guard value(index + 1, scan) > 2 || role(index + 1, scan) == .half else { return nil }
      number = scaled(
        ParsedNumber(
          value: 1 / value(index + 1, scan), first: index, next: index + 2, isFraction: true), scan)
    case .ten:
      // "a twenty-first" part
      if let denominator = compoundPart(at: index + 1, in: scan) {
        number = ParsedNumber(
          value: 1 / denominator.value, first: index, next: denominator.next, isFraction: true)
      }
    default: return nil
    }
    guard let number else { return nil }
    return ParsedNumber(
      value: number.value, first: index, next: number.next, scale: number.scale,
      isFraction: number.isFraction, hasArticle: true)
  }

  /// "twenty-first(s)" as a denominator.
  private func compoundPart(at index: Int, in scan: WordScan) -> (value: Double, next: Int)? {
    guard role(index, scan) == .ten else { return nil }
    let last = pastHyphen(index + 1, scan)
    guard role(last, scan) == .part || role(last, scan) == .parts, value(last, scan) < 10 else {
      return nil
    }
    return (value(index, scan) + value(last, scan), last + 1)
  }

  /// "two thirds", "one fifth", "four thirtieths": `cardinal` parts.
  private func parts(_ cardinal: ParsedNumber, _ scan: WordScan) -> ParsedNumber? {
    let at = pastHyphen(cardinal.next, scan)
    if let denominator = compoundPart(at: at, in: scan) {
      return ParsedNumber(
        value: cardinal.value / denominator.value, first: cardinal.first, next: denominator.next,
        isFraction: true)
    }
    let ten = cardinal.next - 1
    if ten > cardinal.first, let denominator = compoundPart(at: ten, in: scan),
      role(ten - 1, scan) == .hundred
    {
      // "a hundred thirty-fifths"
      return ParsedNumber(
        value: (cardinal.value - value(ten, scan)) / denominator.value, first: cardinal.first,
        next: denominator.next, isFraction: true)
    }
    let part = role(at, scan)
    guard part == .parts || part == .half || part == .part,
      part == .parts || cardinal.value == 1, at > cardinal.next || !scan.beginsLine(at)
    else { return nil }
    let denominator = value(at, scan)
    // "one second", "one million third": no parts
    guard denominator > 2 || part != .part else { return nil }
    return scaled(
      ParsedNumber(
        value: cardinal.value / denominator, first: cardinal.first, next: at + 1, isFraction: true),
      scan)
  }

  /// "half a million", "three fifths of a billion", "half a dozen", "quarter million".
  private func scaled(_ fraction: ParsedNumber, _ scan: WordScan) -> ParsedNumber {
    var at = fraction.next
    if role(at, scan) == .of { at += 1 }
    if role(at, scan) == .article { at += 1 }
    guard role(at, scan) == .scale || role(at, scan) == .hundred,
      at == fraction.next || role(at - 1, scan) == .article
    else { return fraction }
    let scale = value(at, scan)
    return ParsedNumber(
      value: fraction.value * scale, first: fraction.first, next: at + 1, scale: scale)
  }

  /// "four hundred point thirty-six", "nought point nought three".
  private func decimals(_ whole: ParsedNumber, _ scan: WordScan) -> ParsedNumber {
    guard role(whole.next, scan) == .point else { return whole }
    var at = whole.next + 1
    var factor = 0.1
    var value = whole.value
    reading: while true {
      switch role(at, scan) {
      case .zero, .unit:
        value += self.value(at, scan) * factor
        factor /= 10
        at += 1
      case .ten, .teen:
        guard let number = cardinal(at: at, in: scan), number.value < 100 else { break reading }
        value += number.value * factor / 10
        factor /= 100
        at = number.next
      default: break reading
      }
    }
    if at == whole.next + 1 { return whole }
    return ParsedNumber(value: value, first: whole.first, next: at)
  }
}
