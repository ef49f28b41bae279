/// Reads a claim from a few words: "about 88% of Donbas", "a fifth of Ukraine", "4,336 sq km", "an
/// area the size of Ohio".
public struct ClaimParser: Sendable {
  private let words: ClaimWords

  /// Takes the words that claims are read with.
  public init(_ words: ClaimWords) { self.words = words }

  /// Returns the claim; its amount is `.vague` where the words hold no number.
  public func parse(_ text: String) -> Claim {
    let folded = Self.folded(text)
    let (amount, rest, before) = amount(in: folded)
    let hedge = words.hedges.first { hedge in
      Self.contains(before, hedge.words) || (hedge.words == "or so" && Self.contains(rest, "or so"))
    }
    return Claim(text: text, amount: amount, hedge: hedge, ground: Self.ground(in: rest))
  }

  /// Lower case, single spaces, hyphens between words opened.
  private static func folded(_ text: String) -> String {
    var result = ""
    for character in text.lowercased() {
      let isSpace = character.isWhitespace || character == "-" || character == "\u{2011}"
      if isSpace {
        if result.last != " ", !result.isEmpty { result.append(" ") }
      } else {
        result.append(character)
      }
    }
    return result.last == " " ? String(result.dropLast()) : result
  }

  /// The amount, what follows it, and what stands before it.
  private func amount(in text: String) -> (Claim.Amount, rest: String, before: String) {
    if let marker = Self.range(of: "size of ", in: text) {
      let rest = String(text[marker.upperBound...])
      for reference in words.references {
        for name in [reference.name] + reference.otherNames {
          let name = name.lowercased()
          for start in [name, "the " + name, "the state of " + name]
          where rest.hasPrefix(start) && !(rest.dropFirst(start.count).first?.isLetter ?? false) {
            return (
              .reference(reference), String(rest.dropFirst(start.count)),
              String(text[..<marker.lowerBound])
            )
          }
        }
      }
    }
    if let number = number(in: text) { return number }
    for fraction in words.fractions {
      guard let place = Self.range(of: fraction.words, in: text) else { continue }
      // "all of the valley": the ground follows the "of" that is part of the fraction.
      let opening = fraction.words.hasSuffix(" of") ? " of" : ""
      return (
        .fraction(numerator: fraction.numerator, denominator: fraction.denominator),
        opening + text[place.upperBound...], String(text[..<place.lowerBound])
      )
    }
    return (.vague, text, "")
  }

  private func number(in text: String) -> (Claim.Amount, rest: String, before: String)? {
    guard let start = text.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
    var end = start
    var digits = ""
    var decimals: Int?
    while end < text.endIndex {
      let character = text[end]
      let next = text.index(after: end)
      let isBeforeDigit = next < text.endIndex && text[next].isASCII && text[next].isNumber
      if character.isASCII, character.isNumber {
        digits.append(character)
        if decimals != nil { decimals = (decimals ?? 0) + 1 }
      } else if character == ".", isBeforeDigit, decimals == nil {
        digits.append(character)
        decimals = 0
      } else if character != "," || !isBeforeDigit {
        break
      }
      end = next
    }
    guard var value = Double(digits) else { return nil }
    var rest = String(text[end...])
    var digit = 1.0
    for _ in 0..<(decimals ?? 0) { digit /= 10 }
    if decimals == nil, value > 0 {
      while value.truncatingRemainder(dividingBy: digit * 10) == 0, digit < value { digit *= 10 }
    }
    let before = String(text[..<start])
    if let sign = ["%", " per cent", " percent"].first(where: { rest.hasPrefix($0) }) {
      // "80%" is given to the whole per cent, not to tens.
      return (
        .percent(value, lastDigit: min(1, digit)), String(rest.dropFirst(sign.count)), before
      )
    }
    if rest.hasPrefix(" ") { rest.removeFirst() }
    if rest.hasPrefix("thousand ") {
      value *= 1000
      digit *= 1000
      rest = String(rest.dropFirst(9))
    }
    for unit in words.units where rest.hasPrefix(unit.words) {
      return (
        .area(value * unit.squareKilometres, lastDigit: digit * unit.squareKilometres),
        String(rest.dropFirst(unit.words.count)), before
      )
    }
    return nil
  }

  /// What follows the first "of" or "in", without an article.
  private static func ground(in rest: String) -> String? {
    for marker in [" of ", " in "] {
      guard let place = range(of: marker, in: " " + rest) else { continue }
      var ground = String((" " + rest)[place.upperBound...])
      if ground.hasSuffix(".") { ground.removeLast() }
      if ground.hasSuffix(" or so") { ground.removeLast(6) }
      return ground.isEmpty ? nil : ground
    }
    return nil
  }

  private static func contains(_ text: String, _ words: String) -> Bool {
    guard let place = range(of: words, in: text) else { return false }
    let isAfterLetter =
      place.lowerBound > text.startIndex && text[text.index(before: place.lowerBound)].isLetter
    let isBeforeLetter = place.upperBound < text.endIndex && text[place.upperBound].isLetter
    return !isAfterLetter && !isBeforeLetter
  }

  private static func range(of part: String, in text: String) -> Range<String.Index>? {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix(part) {
        return start..<text.index(start, offsetBy: part.count)
      }
      start = text.index(after: start)
    }
    return nil
  }
}
