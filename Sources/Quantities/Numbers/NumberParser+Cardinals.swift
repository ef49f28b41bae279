extension NumberParser {
  /// Reads whole numbers in words, with digits where words of scale follow: "forty-two", "three
  /// hundred and thirty one", "4 thousand 3 hundred and 21".
  func cardinal(at index: Int, in scan: WordScan) -> ParsedNumber? {
    var total = 0.0
    var group = 0.0
    var hasGroup = false
    var lastScale = Double.infinity
    var scale = 1.0
    var at = index
    reading: while at < scan.count {
      let word = at > index ? pastHyphen(at, scan) : at
      let isHyphen = word > at
      switch role(word, scan) {
      case .ten, .teen, .unit:
        guard !(isHyphen && !hasGroup) else { break reading }
        let limit: Double = role(word, scan) == .unit ? 10 : 100
        let value = value(word, scan)
        if hasGroup {
          // "twenty-one", "hundred five"; not "twenty twenty", "five six"
          let isOpen =
            role(word, scan) == .unit && group.truncatingRemainder(dividingBy: 100) >= 20
            ? group.truncatingRemainder(dividingBy: 10) == 0
            : group.truncatingRemainder(dividingBy: 100) == 0 && !isHyphen
          guard isOpen, value < limit, group > 0 else { break reading }
        }
        group += value
        hasGroup = true
        scale = 1
      case .hundred:
        guard group < 100, !(isHyphen && !hasGroup) else { break reading }
        group = (hasGroup ? group : 1) * value(word, scan)
        hasGroup = true
        scale = value(word, scan)
      case .scale:
        let value = value(word, scan)
        if !hasGroup, at > index {
          // "three lakh crore": a scale of a scale
          guard total > 0 else { break reading }
          total *= value
        } else {
          guard value < lastScale else { break reading }
          total += (hasGroup ? group : 1) * value
        }
        lastScale = value
        group = 0
        hasGroup = false
        scale = value
      case .and where !isHyphen && at > index:
        guard joins(after: at, group: group, hasGroup: hasGroup, scale: scale, scan) else {
          break reading
        }
        at += 1
        continue reading
      default:
        guard scan.kind(word) == .digits, !isHyphen, scale > 1, at > index,
          let digits = plain(at: word, in: scan), digits < scale, digits > 0
        else { break reading }
        group += digits
        hasGroup = true
        scale = 1
      }
      at = word + 1
    }
    if at == index { return nil }
    while at > index + 1, role(at - 1, scan) == .and { at -= 1 }
    return ParsedNumber(
      value: total + group, first: index, next: at,
      scale: hasGroup && group.truncatingRemainder(dividingBy: 100) != 0 ? 1 : scale)
  }

  /// Whether "and" at `index` goes on with the number: "a hundred and ninety", "two thousand and
  /// two hundred"; not "3 hundred and 2 hundred".
  private func joins(
    after index: Int, group: Double, hasGroup: Bool, scale: Double, _ scan: WordScan
  ) -> Bool {
    guard scale >= 100 else { return false }
    let isGroup = hasGroup && group >= 100
    guard isGroup || !hasGroup else { return false }
    let following: ParsedNumber?
    if scan.kind(index + 1) == .digits {
      guard let digits = plain(at: index + 1, in: scan), digits.rounded() == digits else {
        return false
      }
      following = ParsedNumber(value: digits, first: index + 1, next: index + 2)
    } else {
      switch role(index + 1, scan) {
      case .unit, .teen, .ten: following = cardinal(at: index + 1, in: scan)
      default: return false
      }
    }
    guard let following, following.value > 0 else { return false }
    if isGroup, role(following.next, scan) == .hundred { return false }
    if isMixed(following, scan) { return false }
    return following.value < scale
      || isGroup && following.scale > 1 && following.value / following.scale < 100
  }

  /// Whether `number` after "and" is parts of one: "a hundred and three quarters" is 100.75, but "a
  /// hundred and thirty-two fifths" are as many fifths.
  private func isMixed(_ number: ParsedNumber, _ scan: WordScan) -> Bool {
    let at = pastHyphen(number.next, scan)
    switch role(at, scan) {
    case .parts: return number.value < 10 || value(at, scan) >= 100
    case .half: return number.value == 1
    case .part: return number.value == 1 && value(at, scan) > 2
    default: return false
    }
  }

  /// Reads digits, with a fraction ("10 1/2"), a word of scale ("2.5 million") or its letters ("bn").
  func digits(at index: Int, in scan: WordScan) -> ParsedNumber? {
    guard let value = plain(at: index, in: scan) else { return nil }
    let word = scan.words[index]
    var number = ParsedNumber(value: value, first: index, next: index + 1, isDigits: true)
    number.isBare = scan.text[Int(word.start)..<Int(word.end)].allSatisfy { $0 &- 0x30 < 10 }
    if number.isBare, let fraction = slashed(at: index, in: scan) {
      number.value = fraction
      number.next = index + 3
      number.isFraction = true
      number.isBare = false
      return number
    }
    if number.isBare, let fraction = slashed(at: index + 1, in: scan), !scan.isJoined(index + 1) {
      number.value += fraction
      number.next = index + 4
      number.isBare = false
      return number
    }
    if role(index + 1, scan) == .vulgar {
      number.value += self.value(index + 1, scan)
      number.next += 1
      number.isBare = false
      return number
    }
    return scale(number, scan)
  }

  private func scale(_ digits: ParsedNumber, _ scan: WordScan) -> ParsedNumber {
    var number = digits
    let at = pastHyphen(digits.next, scan)
    switch role(at, scan) {
    case .scale, .hundred:
      number.isBare = false
      number.value = Self.product(number.value, value(at, scan))
      number.scale = value(at, scan)
      number.next = at + 1
      // "4 thousand 3 hundred and 21", "6 crore and two hundred", "35 lakh crore"
      if role(number.next, scan) == .scale {
        number.value *= value(number.next, scan)
        number.scale = value(number.next, scan)
        number.next += 1
      }
      continueScale(&number, scan)
    case .letters where at == digits.next:
      guard letters(at, scan) else { break }
      number.isBare = false
      number.value = Self.product(number.value, value(at, scan))
      number.scale = value(at, scan)
      number.next = at + 1
    default: break
    }
    return number
  }

  /// A number times a scale, without the dust of binary fractions: 16.1 million is whole.
  static func product(_ number: Double, _ scale: Double) -> Double {
    let product = number * scale
    let whole = product.rounded()
    return abs(product - whole) < 1e-6 * max(1, scale / 1e6) ? whole : product
  }

  /// Adds smaller groups after a scale: "4 thousand 3 hundred", "3 hundred and 21".
  private func continueScale(_ number: inout ParsedNumber, _ scan: WordScan) {
    let hasAnd = role(number.next, scan) == .and
    let at = hasAnd ? number.next + 1 : number.next
    let next: ParsedNumber?
    if scan.kind(at) == .digits, let value = plain(at: at, in: scan), !scan.isJoined(at) {
      let hundred = role(at + 1, scan) == .hundred
      guard hasAnd || hundred else { return }
      next =
        hundred ? digits(at: at, in: scan) : ParsedNumber(value: value, first: at, next: at + 1)
    } else if role(at, scan) == .unit || role(at, scan) == .teen || role(at, scan) == .ten {
      next = cardinal(at: at, in: scan)
    } else {
      return
    }
    guard let next, next.value > 0, next.value < number.scale, role(next.next, scan) != .scale,
      role(next.next, scan) != .hundred, next.value.rounded() == next.value
    else { return }
    number.value += next.value
    number.next = next.next
    number.scale = 1
  }

  /// Whether the letters at `index` scale the digits before: joined to them ("210bn"), or, from two
  /// letters on or as a capital, after a space ("10 bln", "1,674.5 G").
  private func letters(_ index: Int, _ scan: WordScan) -> Bool {
    let word = scan.words[index]
    let length = word.end - word.start
    let isSmallM = length == 1 && scan.text[Int(word.start)] == 0x6D
    let isLoneCapital = length == 1 && word.isCapital
    // "7.62mm" is a size, "$ 1MM" a million
    if length == 2, scan.text[Int(word.start)] == 0x6D, scan.text[Int(word.start) + 1] == 0x6D {
      return false
    }
    // Small "m", "g" and "t" are metres, grams and tonnes unless money says otherwise.
    if length == 1, !word.isCapital, scan.text[Int(word.start)] != 0x6B,
      scan.text[Int(word.start)] != 0x62
    {
      return false
    }
    return scan.isJoined(index) || length > 1 && !isSmallM || isLoneCapital
      || length == 1 && scan.text[Int(word.start)] == 0x6B
  }

  /// "3/4", not followed by another slash; "9/11" and "4/28" are dates.
  private func slashed(at index: Int, in scan: WordScan) -> Double? {
    guard scan.kind(index) == .digits, scan.isMark(index + 1, 0x2F), scan.isJoined(index + 1),
      scan.isJoined(index + 2), scan.kind(index + 2) == .digits, !scan.isMark(index + 3, 0x2F),
      !(index > 0 && scan.isMark(index - 1, 0x2F)),
      let top = plain(at: index, in: scan), let bottom = plain(at: index + 2, in: scan),
      top < bottom, bottom <= 10
    else { return nil }
    return top / bottom
  }

  /// Adds "and a half", "and three fifths" to a whole number, and a scale after it.
  func addFraction(to number: inout ParsedNumber, _ scan: WordScan) {
    guard !number.isFraction, role(number.next, scan) == .and else { return }
    let at = number.next + 1
    var fraction: ParsedNumber?
    switch role(at, scan) {
    case .article, .unit, .half, .teen, .ten:
      fraction = self.number(at: at, in: scan)
    default: return
    }
    guard let fraction,
      fraction.isFraction || fraction.value != fraction.value.rounded()
        || fraction.scale > 1 && role(at, scan) != .unit
    else { return }
    if !fraction.isFraction {
      // "one billion and a half million", "two and a half million"
      guard fraction.hasArticle || role(at, scan) == .half else { return }
      if number.scale > fraction.scale {
        number.value += fraction.value
      } else if number.scale == 1 {
        number.value = number.value * fraction.scale + fraction.value
      } else {
        return
      }
      number.scale = fraction.scale
    } else {
      number.value += fraction.value * (number.scale >= 1000 ? number.scale : 1)
    }
    number.next = fraction.next
    number.isBare = false
  }

  /// The value of a piece of digits, `nil` if it is none.
  func plain(at index: Int, in scan: WordScan) -> Double? {
    guard scan.kind(index) == .digits else { return nil }
    let word = scan.words[index]
    let bytes = scan.text[Int(word.start)..<Int(word.end)]
    let point = bytes.lastIndex(of: 0x2E)
    let comma = bytes.lastIndex(of: 0x2C)
    var decimal = point
    if let comma {
      if let point, point < comma { decimal = comma }
      let isGroup = bytes.endIndex - comma == 4
      if point == nil, !isGroup { decimal = comma }
    }
    var mantissa = 0.0
    var divisor = 1.0
    for offset in bytes.indices {
      let digit = bytes[offset] &- 0x30
      guard digit < 10 else { continue }
      mantissa = mantissa * 10 + Double(digit)
      if let decimal, offset > decimal { divisor *= 10 }
    }
    return mantissa / divisor
  }
}
