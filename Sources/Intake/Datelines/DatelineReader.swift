internal import DataFiles
internal import ParleyModel

/// Reads the line that opens a wire report.
///
///     KYIV, Aug 21 (Reuters) -           WASHINGTON (AP) —
///     Geneva, 3 May 2019 -               MOSCOW, May 26. /TASS/.
struct DatelineReader: Sendable {
  private let names: DatelineNames

  /// Loads the names of agencies and places.
  init(_ data: DataFolder) throws(DataError) { names = try DatelineNames(data) }

  /// Returns the dateline that opens `paragraph`, and the outlet that it names; `nil` if there is
  /// none.
  func read(_ text: [UInt8], in paragraph: ByteRange) -> (line: Dateline, outlet: String?)? {
    let tokens = DatelineTokens(text, in: paragraph)
    guard tokens.kinds.count >= 2 else { return nil }
    var line = Draft()
    let place = takePlace(tokens, &line)
    takeDate(tokens, &line)
    let isKnownAgency = takeAgency(tokens, &line)
    guard line.next > 0, accepts(tokens, &line, place: place, isKnownAgency: isKnownAgency) else {
      return nil
    }
    let range = ByteRange(
      paragraph.lowerBound, tokens.span(line.next - 1..<line.next).upperBound)
    let outlet = line.agency.map { form in names.outlet(tokens.words(form)) ?? tokens.words(form) }
    return (
      Dateline(
        range: range, place: line.place.map(tokens.span), date: line.date.map(tokens.span),
        outlet: line.agency.map(tokens.span)),
      outlet
    )
  }

  /// A dateline as far as it was read, in tokens.
  private struct Draft {
    var next = 0
    var place: Range<Int>?
    var date: Range<Int>?
    var agency: Range<Int>?
  }

  /// How sure it is that the first words are a place.
  private enum PlaceKind {
    case none
    /// Words that begin with capitals.
    case capitalized
    /// Words in capitals.
    case capitals
    /// A city that reports are filed from.
    case known
    /// A known city, in capitals.
    case knownCapitals
  }

  /// Takes "KYIV", "WASHINGTON/NEW YORK", "ST. PETERSBURG, Russia", "Rio de Janeiro".
  private func takePlace(_ tokens: DatelineTokens, _ line: inout Draft) -> PlaceKind {
    var end = 0
    while end < min(tokens.kinds.count, 7) {
      let kind = tokens.kinds[end]
      if kind == .word {
        guard tokens.isCapitalized(end) || end > 0 && ["de", "of", "la"].contains(tokens.word(end))
        else { break }
        if end > 0, tokens.isAllCapitals(0), !tokens.isAllCapitals(end),
          tokens.kinds[end - 1] == .word
        {
          break
        }
        if end > 0, tokens.kinds[end - 1] == .word, opensText(tokens, at: end) { break }
      } else if kind != .slash || end == 0
        || end + 1 < tokens.kinds.count && tokens.word(end + 1) == "TASS"
      {
        break
      }
      end += 1
    }
    guard end > 0, tokens.kinds[end - 1] == .word else { return .none }
    let name = tokens.words(0..<end)
    guard !names.isNoPlace(name), names.outlet(name) == nil else { return .none }
    let isCapitals =
      (0..<end).allSatisfy { tokens.isAllCapitals($0) } && name.utf8.count >= 3
    let first = name.split(separator: "/").first.map(String.init) ?? name
    let isKnown = names.isPlace(name) || names.isPlace(first)
    line.next = end
    // A second part: the country or state.
    if end + 1 < tokens.kinds.count, tokens.kinds[end] == .comma {
      var second = end + 1
      while second < min(tokens.kinds.count, end + 4), tokens.kinds[second] == .word,
        tokens.isCapitalized(second), !opensText(tokens, at: second),
        WrittenDate.month(tokens.word(second)) == nil,
        !WrittenDate.isWeekday(tokens.word(second)), names.outlet(tokens.word(second)) == nil
      {
        second += 1
      }
      if second > end + 1 { line.next = second }
    }
    line.place = 0..<line.next
    if isKnown { return isCapitals ? .knownCapitals : .known }
    return isCapitals ? .capitals : .capitalized
  }

  /// Whether a word in capitals behind a place is the first of the text: "MANILA A court ruled",
  /// "GENEVA U.S. officials said".
  private func opensText(_ tokens: DatelineTokens, at index: Int) -> Bool {
    let word = tokens.word(index)
    if word == "A" {
      return index + 1 < tokens.kinds.count && !tokens.isAllCapitals(index + 1)
    }
    return word == "U.S." || word == "U.N." || word == "U.K." || word == "E.U."
  }

  /// Takes ", Aug 21", ", 3 May 2019", ", Thursday, August 21, 2025".
  private func takeDate(_ tokens: DatelineTokens, _ line: inout Draft) {
    var index = line.next
    if index < tokens.kinds.count, tokens.kinds[index] == .comma { index += 1 }
    let start = index
    func isMonth(_ index: Int) -> Bool {
      index < tokens.kinds.count && tokens.kinds[index] == .word
        && WrittenDate.month(tokens.word(index)) != nil
    }
    func isNumber(_ index: Int, digits: ClosedRange<Int>) -> Bool {
      index < tokens.kinds.count && tokens.kinds[index] == .number
        && digits.contains(tokens.ranges[index].count)
    }
    var end = start
    if index < tokens.kinds.count, WrittenDate.isWeekday(tokens.word(index)) {
      index += 1
      end = index
      if index < tokens.kinds.count, tokens.kinds[index] == .comma { index += 1 }
    }
    if isMonth(index), isNumber(index + 1, digits: 1...2) {
      index += 2
      end = index
    } else if isNumber(index, digits: 1...2), isMonth(index + 1) {
      index += 2
      end = index
    }
    if end == index, end > start {
      if index < tokens.kinds.count, tokens.kinds[index] == .comma { index += 1 }
      if isNumber(index, digits: 4...4) { end = index + 1 }
    }
    guard end > start else { return }
    line.date = start..<end
    line.next = end
  }

  /// Takes "(Reuters)", "/TASS/", ", IRNA"; returns whether the agency is a known one.
  private func takeAgency(_ tokens: DatelineTokens, _ line: inout Draft) -> Bool {
    var index = line.next
    if index + 1 < tokens.kinds.count, [.fullStop, .comma].contains(tokens.kinds[index]) {
      index += 1
    }
    guard index < tokens.kinds.count else { return false }
    let closing: DatelineTokens.Kind? =
      switch tokens.kinds[index] {
      case .opening: .closing
      case .slash: .slash
      default: nil
      }
    guard let closing else {
      guard index > line.next, names.outlet(tokens.word(index)) != nil else { return false }
      line.agency = index..<index + 1
      line.next = index + 1
      return true
    }
    guard
      let end = tokens.kinds[(index + 1)...].firstIndex(of: closing), end > index + 1,
      end <= index + 7,
      (index + 1..<end).allSatisfy({ tokens.kinds[$0] != .number })
    else { return false }
    let form = index + 1..<end
    let isKnown = names.outlet(tokens.words(form)) != nil
    guard isKnown || form.count <= 4 && form.allSatisfy({ tokens.isCapitalized($0) }) else {
      return false
    }
    line.agency = form
    line.next = end + 1
    return isKnown
  }

  /// Decides whether what was read is a dateline, and takes the sign that closes it.
  private func accepts(
    _ tokens: DatelineTokens, _ line: inout Draft, place: PlaceKind, isKnownAgency: Bool
  ) -> Bool {
    let following = line.next < tokens.kinds.count ? tokens.kinds[line.next] : nil
    func closes(_ kinds: DatelineTokens.Kind...) -> Bool {
      guard let following, kinds.contains(following) else { return false }
      line.next += 1
      return true
    }
    if isKnownAgency {
      let hasDash = closes(.dash, .fullStop, .colon)
      return hasDash || line.place == nil || place != .capitalized || line.date != nil
    }
    if line.agency != nil {
      return (place != .none && place != .capitalized || line.date != nil) && closes(.dash)
    }
    switch place {
    case .none: return false
    case .capitalized: return line.date != nil && closes(.dash)
    case .capitals: return closes(.dash) || line.date != nil && closes(.colon)
    case .known:
      guard line.next + 1 < tokens.kinds.count, tokens.isCapitalized(line.next + 1) else {
        return false
      }
      return closes(.dash, .colon)
    case .knownCapitals:
      if closes(.dash, .colon) { return true }
      // "LOS ANGELES No one won": the dash was lost on the way.
      return following == .word && tokens.isCapitalized(line.next) && line.date == nil
        && (!tokens.isAllCapitals(line.next) || tokens.ranges[line.next].count == 1
          || opensText(tokens, at: line.next))
    }
  }
}
