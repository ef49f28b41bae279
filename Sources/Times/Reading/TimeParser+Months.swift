internal import ParleyModel
internal import Quantities

extension TimeParser {
  /// "June", "June 15", "June 15, 2024", "June 2024", "May twenty nine", "November 18-19".
  func month(at index: Int, isBounded: Bool) -> Found? {
    let month = value(index)
    var at = index + 1
    if scan.isMark(at, 0x2E), scan.isJoined(at) { at += 1 }
    let afterName = at
    if scan.isMark(at, 0x2C) { at += 1 }
    if role(at) == .the { at += 1 }
    if let day = day(at), !isYear(at), !startsAmount(day.next) {
      if let last = lastDay(day.next, after: day.value) {
        return withYear(
          .days(month: month, first: day.value, last: last.value), last.next)
      }
      return withYear(.days(month: month, first: day.value, last: day.value), day.next)
    }
    let found = withYear(.month(month), afterName)
    if case .fixed = found.when { return isNamed(index) ? found : nil }
    guard isNamed(index), scan.words[index].isCapital || isBounded || hasContext(index) else {
      return nil
    }
    if lexicon.isAmbiguous(scan.id(index)), !isBounded, !hasContext(index) { return nil }
    // "Theresa May", "$DEC"
    if index > 0, scan.isJoined(index), scan.kind(index - 1) == .mark, role(index - 1) != .dash,
      scan.isMark(index - 1, 0x24)
    {
      return nil
    }
    return (found.when, index + 1)
  }

  /// Whether the month at `index` is no part of a longer name or word.
  private func isNamed(_ index: Int) -> Bool {
    !(scan.isJoined(index + 1) && role(index + 1) == .dash && scan.isJoined(index + 2)
      && scan.kind(index + 2) == .word)
  }

  /// Whether the day before piece `index` is an amount: "In May 20 people".
  private func startsAmount(_ index: Int) -> Bool {
    scan.isMark(index, 0x25) || role(index) == .grain
  }

  /// "-19", "through 17th", "till the seventeenth" after a day of a month.
  private func lastDay(_ index: Int, after first: Int) -> (value: Int, next: Int)? {
    guard role(index) == .dash || role(index) == .to else { return nil }
    let at = role(index + 1) == .the ? index + 2 : index + 1
    guard let day = day(at), !isYear(at), day.value > first, role(day.next) != .month else {
      return nil
    }
    return day
  }

  /// A day of a month in digits or words.
  func day(_ index: Int) -> (value: Int, next: Int)? {
    guard index < scan.count else { return nil }
    if let ordinal = numbers.ordinal(at: index, in: scan) {
      return (1...31).contains(ordinal.value) ? ordinal : nil
    }
    guard let whole = numbers.whole(at: index, in: scan), (1...31).contains(whole.value) else {
      return nil
    }
    if scan.kind(index) == .digits {
      let word = scan.words[index]
      guard word.end - word.start <= 2, whole.next == index + 1 else { return nil }
      // "May 5%", "June 10:30"
      if scan.isMark(index + 1, 0x3A) || scan.isMark(index + 1, 0x25) { return nil }
    } else if scan.words[index].isCapital {
      return nil
    }
    return whole
  }

  /// Whether words before or after `index` show that an ambiguous name is one of a time.
  func hasContext(_ index: Int) -> Bool {
    switch role(index - 1) {
    case .this: return !isModal(index)
    case .in, .on, .of, .from, .to, .between, .next, .last, .past, .coming, .following,
      .early, .middle, .late, .before, .after, .within, .during, .grain, .weekday, .every, .month:
      return true
    case .the: return role(index - 2) == .in || role(index - 2) == .of
    case .or, .and:
      return (role(index - 2) == .month || role(index - 2) == .weekday) && !isModal(index)
    case .dash: return role(index - 2) == .middle || role(index - 2) == .grain
    default:
      return lexicon.bounds.longest(at: index - 1, in: scan) != nil
    }
  }

  /// What begins with a number: ISO dates, "15 June 2024", "15th of June", "2017 April", years,
  /// decades, centuries, "the first week of 2015".
  func numbered(at index: Int, isBounded: Bool) -> Found? {
    if scan.isMark(index - 1, 0x24) { return nil }
    if let iso = iso(at: index) { return iso }
    if let ordinal = ordinalUnit(at: index) { return ordinal }
    if let first = day(index), !isYear(index) {
      var at = first.next
      var last = first.value
      if role(at) == .dash || role(at) == .to || role(at) == .and {
        let second = role(at + 1) == .the ? at + 2 : at + 1
        if let day = day(second), day.value > first.value,
          role(day.next) == .month || role(day.next) == .of && role(day.next + 1) == .month
        {
          last = day.value
          at = day.next
        }
      }
      if role(at) == .of { at += 1 }
      if role(at) == .month, scan.words[at].isCapital || isBounded || !isModal(at) {
        var next = at + 1
        if scan.isMark(next, 0x2E), scan.isJoined(next) { next += 1 }
        let found = withYear(
          .days(month: value(at), first: first.value, last: last), next)
        if case .fixed = found.when { return found }
        return (found.when, at + 1)
      }
    }
    guard let year = yearNumber(index) else { return shortDecade(index) }
    // "1990s"
    if scan.isJoined(index + 1), scan.kind(index + 1) == .word {
      return isLetterS(index + 1) && year % 10 == 0
        ? (.fixed(TimeSpan(.decade, from: CalendarDate.first(year: year, month: 1))), index + 2)
        : nil
    }
    if role(index + 1) == .month, !isModal(index + 1) || isBounded {
      return (.fixed(When.month(value(index + 1)).span(inYear: year)), index + 2)
    }
    guard isBounded ? isPlausible(index, year) : isBareYear(index, year) else { return nil }
    return (.fixed(TimeSpan(.year, from: CalendarDate.first(year: year, month: 1))), index + 1)
  }

  /// Whether the name of a month at `index` may be a verb: "10 may", "20 march".
  func isModal(_ index: Int) -> Bool {
    lexicon.isAmbiguous(scan.id(index)) && !scan.words[index].isCapital
      && scan.words[index].end - scan.words[index].start > 3
      || value(index) == 5
        && !scan.words[index].isCapital
  }

  private func isLetterS(_ index: Int) -> Bool {
    let word = scan.words[index]
    return word.end - word.start == 1 && scan.text[Int(word.start)] == 0x73
  }

  /// "the 90s".
  private func shortDecade(_ index: Int) -> Found? {
    guard role(index - 1) == .the, scan.kind(index) == .digits, scan.isJoined(index + 1),
      scan.kind(index + 1) == .word, isLetterS(index + 1),
      let number = numbers.whole(at: index, in: scan), number.value % 10 == 0,
      (20...90).contains(number.value)
    else { return nil }
    let start = CalendarDate.first(year: 1900 + number.value, month: 1)
    return (.fixed(TimeSpan(.decade, from: start)), index + 2)
  }

  /// "2018-07-06", "2018-7-6".
  private func iso(at index: Int) -> Found? {
    guard let year = yearNumber(index), scan.isMark(index + 1, 0x2D), scan.isMark(index + 3, 0x2D),
      (1...4).allSatisfy({ scan.isJoined(index + $0) }),
      let month = numbers.whole(at: index + 2, in: scan), month.next == index + 3,
      let day = numbers.whole(at: index + 4, in: scan), day.next == index + 5,
      let date = CalendarDate(year: year, month: month.value, day: day.value)
    else { return nil }
    return (.fixed(TimeSpan(day: date)), index + 5)
  }

  /// Whether four digits after a preposition can be a year.
  private func isPlausible(_ index: Int, _ year: Int) -> Bool {
    guard year >= 1500, year < 2101 else { return false }
    if scan.isJoined(index), scan.kind(index - 1) == .mark, role(index - 1) != .dash,
      !scan.isMark(index - 1, 0x28)
    {
      return false
    }
    if scan.isMark(index + 1, 0x25) { return false }
    return !isCounted(index) || role(index - 1) == .in
  }

  /// Whether four digits without preposition are a year: from 1900 on, not part of a code or name,
  /// and followed by no noun of many ("2000 pieces").
  private func isBareYear(_ index: Int, _ year: Int) -> Bool {
    guard (1900..<2101).contains(year), isPlausible(index, year) else { return false }
    let before = index - 1
    if role(before) == .dash || scan.isMark(before, 0x2F) { return false }
    if scan.isMark(index + 1, 0x2D) || role(index + 1) == .dash, scan.kind(index + 2) == .digits {
      return false
    }
    if scan.kind(before) == .digits { return false }
    if scan.kind(before) == .word, scan.words[before].isCapital, before > 0, role(before) == .none,
      lexicon.bounds.longest(at: before, in: scan) == nil, scan.id(before) == 0
    {
      return false
    }
    if hasContext(index) || role(before) == .the { return true }
    if role(before) == .and || role(before) == .or { return true }
    return !isCounted(index) && year > 1980 && year < 2061 && scan.kind(before) != .word
  }

  /// Whether a noun of many follows.
  private func isCounted(_ index: Int) -> Bool {
    let next = index + 1
    guard scan.kind(next) == .word, !scan.words[next].isCapital else { return false }
    let word = scan.words[next]
    return word.end - word.start > 3 && scan.text[Int(word.end) - 1] == 0x73
  }
}
