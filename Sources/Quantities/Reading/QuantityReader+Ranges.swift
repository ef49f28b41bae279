extension QuantityReader {
  /// Reads the other end of a range that `first` begins: "10 to 15 km", "70-75%", "$5-6 billion",
  /// "between 20,000 and 30,000", "two or three". Gives both ends one unit and scale.
  func rangeEnd(after first: Measured, in scan: WordScan) -> Measured? {
    let roles = context.roles(scan.id(first.next))
    let isBetween =
      context.roles(scan.id(first.begin - 1)).contains(.between)
      && parser.role(first.next, scan) == .and
    let isOr = roles.contains(.or)
    guard isBetween || isOr || roles.contains(.to) || roles.contains(.dash) else { return nil }
    let at = pastSign(first.next + 1, of: first, in: scan)
    guard at < scan.count, parser.canBegin(at, in: scan),
      parser.role(at, scan) != .article || isBetween,
      var second = measured(at: at, from: first.next + 1, in: scan)
    else { return nil }
    if isOr, !isNeighbour(first, second) { return nil }
    if second.number.value <= rescaled(first, by: second).number.value { return nil }
    if roles.contains(.to), isChange(first.begin, in: scan) { return nil }
    guard first.unit == nil || second.unit == nil || first.unit == second.unit else { return nil }
    if second.unit == nil, first.unit != nil {
      guard first.begin < first.number.first || isBetween else { return nil }
      second.unit = first.unit
    }
    return second
  }

  /// "raise it from 10 to 15 percent" tells two amounts, "ranging from 10 to 15" a range.
  func isChange(_ begin: Int, in scan: WordScan) -> Bool {
    context.roles(scan.id(begin - 1)).contains(.from)
      && !context.roles(scan.id(begin - 2)).contains(.ranging)
  }

  /// Gives the first end of a range the scale of the second: "5-6 billion" begins at 5 billion.
  func rescaled(_ first: Measured, by second: Measured) -> Measured {
    var first = first
    if first.number.scale == 1, second.number.scale >= 1000, first.number.value < 1000,
      first.number.value < second.number.value / second.number.scale
    {
      first.number.value *= second.number.scale
    }
    return first
  }

  /// The index after a repeated sign of money: "$5-$6 billion".
  private func pastSign(_ index: Int, of first: Measured, in scan: WordScan) -> Int {
    guard let unit = first.unit, units.units[unit].kind == .money, scan.kind(index) == .mark,
      let sign = units.prefixes.longest(at: index, in: scan), sign.count == 1
    else { return index }
    return index + 1
  }

  private func isNeighbour(_ first: Measured, _ second: Measured) -> Bool {
    let low = first.number.value
    let high = second.number.value
    guard high > low, first.number.scale == 1 else { return false }
    return high - low == 1 && low < 20 || first.unit != nil && first.unit == second.unit
  }

  /// Reads a share: "one in five", "seven out of ten", "1 over 3".
  func share(_ first: Measured, in scan: WordScan) -> Measured? {
    guard first.unit == nil, !first.number.isFraction, first.number.scale == 1 else { return nil }
    var at = first.next
    let roles = context.roles(scan.id(at))
    if roles.contains(.out), parser.role(at + 1, scan) == .of {
      at += 2
    } else if roles.contains(.over), isRatio(first, over: at + 1, in: scan) {
      at += 1
    } else if roles.contains(.in) {
      at += 1
      if context.roles(scan.id(at)).contains(.every) { at += 1 }
    } else {
      return nil
    }
    guard at < scan.count, parser.canBegin(at, in: scan), parser.role(at, scan) != .article,
      let whole = parser.number(at: at, in: scan), whole.value > first.number.value,
      whole.value > 1, !whole.isFraction, first.number.value != 0
    else { return nil }
    guard [20, 100, 1000, 10000].contains(whole.value) || whole.value <= 10 || !whole.isDigits
    else { return nil }
    if roles.contains(.in), form(at: whole.next, after: whole, in: scan) != nil { return nil }
    var share = first
    share.number.value /= whole.value
    share.number.isFraction = true
    share.next = whole.next
    return share
  }

  /// "one over three", with nothing counted after it.
  private func isRatio(_ first: Measured, over index: Int, in scan: WordScan) -> Bool {
    guard index < scan.count, parser.canBegin(index, in: scan), first.number.value < 10,
      let whole = parser.number(at: index, in: scan)
    else { return false }
    return whole.next >= scan.count || scan.kind(whole.next) == .mark
  }

  /// Whether a fraction in words is one here: "a third of", not "a third round", "first half".
  func isFraction(_ measured: Measured, in scan: WordScan) -> Bool {
    if measured.unit != nil { return true }
    let number = measured.number
    let last = parser.role(number.next - 1, scan)
    guard last == .part || last == .half else { return true }
    if last == .half {
      // "the first half", "half-brother"
      if number.next == number.first + 1, parser.role(number.first - 1, scan) == .part {
        return false
      }
      return !(parser.role(number.next, scan) == .hyphen && scan.isJoined(number.next))
    }
    if !number.hasArticle { return true }
    if parser.role(number.next, scan) == .of { return true }
    guard let kind = scan.kind(number.next) else { return true }
    if kind == .mark { return parser.role(number.next, scan) != .hyphen }
    return context.roles(scan.id(number.next)).contains(.function)
      && parser.value(number.next - 1, scan) > 3
  }
}
