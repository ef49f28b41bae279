/// A number with the unit beside it.
struct Measured: Sendable {
  var number: ParsedNumber
  /// The index of the first piece, the sign of money before the number included.
  var begin: Int
  /// The index after the last piece, the unit included.
  var next: Int
  /// The unit; `nil` where there is none.
  var unit: Int?
}

extension QuantityReader {
  /// Reads the number at `index` with the unit before or after it.
  func measured(at index: Int, from limit: Int, in scan: WordScan) -> Measured? {
    guard var number = parser.number(at: index, in: scan) else {
      return length(at: index, in: scan)
    }
    if let prefix = sign(before: index, from: limit, in: scan),
      number.isDigits || scan.kind(index - 1) == .mark
    {
      scaleMoney(&number, in: scan)
      var next = number.next
      if let form = form(at: next, after: number, in: scan),
        form.unit == prefix.unit, scan.kind(next) == .word
      {
        next = form.next
      }
      return Measured(number: number, begin: prefix.begin, next: next, unit: prefix.unit)
    }
    if let form = form(at: number.next, after: number, in: scan) {
      var measured = Measured(number: number, begin: index, next: form.next, unit: form.unit)
      if units.units[form.unit].kind == .money { scaleAfterMoney(&measured, in: scan) }
      return measured
    }
    if number.isFraction, parser.isArticle(number.next, in: scan),
      let unit = units.forms.longest(at: number.next + 1, in: scan),
      units.units[unit.meaning.unit].kind == .duration
    {
      // "half an hour"
      return Measured(
        number: number, begin: index, next: number.next + 1 + unit.count, unit: unit.meaning.unit)
    }
    if let percent = percentBefore(index, from: limit, in: scan) {
      return Measured(number: number, begin: percent.begin, next: number.next, unit: percent.unit)
    }
    if smallMillion(&number, in: scan) {
      if let form = form(at: number.next, after: number, in: scan) {
        return Measured(number: number, begin: index, next: form.next, unit: form.unit)
      }
    }
    return Measured(number: number, begin: index, next: number.next, unit: nil)
  }

  /// "within a week", "over a decade", "in a week's time": one of a unit of time.
  private func length(at index: Int, in scan: WordScan) -> Measured? {
    let at = index + 1
    guard parser.isArticle(index, in: scan), let form = units.forms.longest(at: at, in: scan),
      units.units[form.meaning.unit].kind == .duration
    else { return nil }
    let next = at + form.count
    let hasTime = scan.isJoined(next) && context.roles(scan.id(next + 2)).contains(.time)
    guard context.roles(scan.id(index - 1)).contains(.beforeLength) || hasTime else { return nil }
    let number = ParsedNumber(value: 1, first: index, next: index + 1, hasArticle: true)
    return Measured(number: number, begin: index, next: next, unit: form.meaning.unit)
  }

  /// The sign or code of money before piece `index`. "A$" needs its capital: "a $5 toll" is in
  /// plain dollars.
  func sign(
    before index: Int, from limit: Int, in scan: WordScan
  ) -> (unit: Int, begin: Int)? {
    guard let prefix = units.prefixes.longest(at: index - 1, in: scan) else { return nil }
    var unit = prefix.meaning
    var begin = index - prefix.count
    let first = scan.words[begin]
    let isLetter = first.kind == .word && first.end - first.start == 1
    if prefix.count > 1, begin < limit || isLetter && !first.isCapital && !isCanadian(first, scan) {
      guard let last = units.prefixes.longest(at: index - 1, in: scan, most: 1) else { return nil }
      unit = last.meaning
      begin = index - 1
    }
    return begin >= limit ? (unit, begin) : nil
  }

  /// "c $ 16.4 million", as wires without capitals write it.
  private func isCanadian(_ word: ScannedWord, _ scan: WordScan) -> Bool {
    scan.text[Int(word.start)] == 0x63
  }

  /// "$5m", "$1.3t": small letters that are millions and trillions after a sign of money.
  private func scaleMoney(_ number: inout ParsedNumber, in scan: WordScan) {
    guard number.isDigits, number.scale == 1, scan.isJoined(number.next),
      parser.role(number.next, scan) == .letters
    else { return }
    number.scale = parser.value(number.next, scan)
    number.value = NumberParser.product(number.value, number.scale)
    number.next += 1
    number.isBare = false
  }

  /// "75 USD million".
  private func scaleAfterMoney(_ measured: inout Measured, in scan: WordScan) {
    guard measured.number.isDigits, measured.number.scale == 1,
      parser.role(measured.next, scan) == .scale
    else { return }
    measured.number.scale = parser.value(measured.next, scan)
    measured.number.value = NumberParser.product(
      measured.number.value, measured.number.scale)
    measured.next += 1
  }

  /// "5m people", "2m euros": a small "m" before a noun of many is no metre.
  private func smallMillion(_ number: inout ParsedNumber, in scan: WordScan) -> Bool {
    guard number.isDigits, number.scale == 1, scan.isJoined(number.next),
      parser.role(number.next, scan) == .letters
    else { return false }
    number.scale = parser.value(number.next, scan)
    number.value = NumberParser.product(number.value, number.scale)
    number.next += 1
    number.isBare = false
    return true
  }

  /// The unit whose form begins at `index`, after at most one hyphen.
  func form(
    at index: Int, after number: ParsedNumber, in scan: WordScan
  ) -> (unit: Int, next: Int)? {
    var at = scan.isJoined(index) ? parser.pastHyphen(index, scan) : index
    let isBracketed = number.isDigits && isBracket(at, in: scan)
    if isBracketed { at += 1 }
    guard let match = units.forms.longest(at: at, in: scan) else { return nil }
    let isJoined = scan.isJoined(at)
    switch match.meaning.need {
    case .number: break
    case .digits where number.isDigits: break
    case .joined where number.isDigits && isJoined: break
    default: return nil
    }
    let next = at + match.count
    if isBracketed { return isBracket(next, in: scan) ? (match.meaning.unit, next + 1) : nil }
    // "50USD" counts dollars, "3 USD50" counts what comes after
    if scan.kind(next) == .digits, scan.isJoined(next), scan.kind(next - 1) == .word { return nil }
    // "100 $ 5": a sign joined to the digits after it is theirs
    if scan.kind(next - 1) == .mark, scan.kind(next) == .digits, scan.isJoined(next) { return nil }
    if number.isDigits, isSmallMetre(at, in: scan), isMillions(at, in: scan) { return nil }
    return (match.meaning.unit, next)
  }

  /// A bracket, as in "20 (kg)".
  private func isBracket(_ index: Int, in scan: WordScan) -> Bool {
    guard scan.kind(index) == .mark else { return false }
    switch scan.text[Int(scan.words[index].start)] {
    case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D: return true
    default: return false
    }
  }

  /// "52-48 percent", "from 10 to 25 percent": two numbers, no range, that share one unit.
  func takeUnitOfPair(_ measured: inout Measured, in scan: WordScan) {
    let link = context.roles(scan.id(measured.next))
    let isPair = link.contains(.dash) && scan.isJoined(measured.next)
    let isRise = link.contains(.to) && isChange(measured.begin, in: scan)
    guard measured.unit == nil, isPair || isRise, measured.next + 1 < scan.count,
      parser.canBegin(measured.next + 1, in: scan),
      let second = self.measured(at: measured.next + 1, from: measured.next + 1, in: scan)
    else { return }
    measured.unit = second.unit
    if isRise { measured = rescaled(measured, by: second) }
  }

  private func isSmallMetre(_ index: Int, in scan: WordScan) -> Bool {
    let word = scan.words[index]
    return word.end - word.start == 1 && scan.text[Int(word.start)] | 0x20 == 0x6D
  }

  /// Whether "m" at `index` is followed by what is counted in millions.
  private func isMillions(_ index: Int, in scan: WordScan) -> Bool {
    guard scan.isJoined(index) else { return false }
    if scan.words[index].isCapital { return true }
    if let form = units.forms.longest(at: index + 1, in: scan) {
      return units.units[form.meaning.unit].kind != .length
    }
    return noun(after: index + 1, in: scan) != nil
  }

  /// "per cent of twenty": the unit before the number.
  private func percentBefore(
    _ index: Int, from limit: Int, in scan: WordScan
  ) -> (unit: Int, begin: Int)? {
    guard parser.role(index - 1, scan) == .of else { return nil }
    for length in 1...2 where index - 1 - length >= limit {
      let begin = index - 1 - length
      guard let form = units.forms.longest(at: begin, in: scan), form.count == length,
        units.units[form.meaning.unit].kind == .percent, form.meaning.need == .number,
        scan.kind(begin) == .word
      else { continue }
      return (form.meaning.unit, begin)
    }
    return nil
  }

  /// Adds smaller coins and inches: "3 dollars 50 cents", "15 dollars and 50", "5 ft 2 in".
  func addMinorUnits(_ measured: inout Measured, in scan: WordScan) {
    guard let unit = measured.unit else { return }
    let kind = units.units[unit].kind
    let isFoot = units.units[unit].symbol == "ft"
    guard kind == .money || isFoot else { return }
    let hasAnd = parser.role(measured.next, scan) == .and
    let at = hasAnd ? measured.next + 1 : measured.next
    guard at < scan.count, parser.canBegin(at, in: scan), scan.kind(at) != .mark,
      let minor = parser.number(at: at, in: scan), minor.value > 0, minor.scale == 1
    else { return }
    if isFoot {
      guard let inches = inches(at: minor.next, after: minor, in: scan) else { return }
      measured.number.value += minor.value / 12
      measured.next = inches
      return
    }
    guard minor.value < 100, !minor.isFraction, minor.value == minor.value.rounded(),
      measured.number.value == measured.number.value.rounded()
    else { return }
    if let form = form(at: minor.next, after: minor, in: scan) {
      guard ["cent", "pence", "penny"].contains(units.units[form.unit].symbol) else { return }
      measured.number.value += minor.value / 100
      measured.next = form.next
    } else if scan.kind(measured.next - 1) == .word, measured.begin == measured.number.first,
      minor.next >= scan.count || scan.kind(minor.next) == .mark && !scan.isJoined(minor.next + 1)
    {
      measured.number.value += minor.value / 100
      measured.next = minor.next
    }
  }

  /// The index after inches at `index`: a form of theirs, or "in" after digits.
  private func inches(at index: Int, after number: ParsedNumber, in scan: WordScan) -> Int? {
    if let form = form(at: index, after: number, in: scan) {
      return units.units[form.unit].symbol == "in" ? form.next : nil
    }
    return context.roles(scan.id(index)).contains(.in) && number.isDigits ? index + 1 : nil
  }
}
