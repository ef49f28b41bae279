internal import ParleyModel
internal import Quantities

extension TimeParser {
  /// Reads a time without its prepositions; `isBounded` tells that a preposition stands before it.
  func when(at index: Int, isBounded: Bool) -> Found? {
    guard index < scan.count else { return nil }
    let found: Found?
    switch role(index) {
    case .the: found = afterThe(index)
    case .early, .middle, .late: found = part(at: index)
    case .start, .centre, .end: found = partOf(index, isBounded: isBounded)
    case .month: found = month(at: index, isBounded: isBounded)
    case .weekday: found = weekday(at: index, isBounded: isBounded)
    case .today, .now: found = today(at: index)
    case .this, .next, .last, .past, .coming, .following: found = qualified(at: index)
    case .earlier, .later: found = earlierOrLater(at: index)
    case .season: found = season(at: index, isBounded: isBounded)
    case .grain where grain(index) == .year: found = namedYear(index)
    default: found = numbered(at: index, isBounded: isBounded) ?? holiday(at: index)
    }
    return found
  }

  private func afterThe(_ index: Int) -> Found? {
    if let found = afterNext(index + 1) { return found }
    if role(index + 1) == .the { return nil }
    if let ordinal = ordinalUnit(at: index + 1) { return ordinal }
    if let ordinal = dayOfMonth(at: index + 1) { return ordinal }
    switch role(index + 1) {
    case .month, .season, .this, .next, .last, .past, .coming, .following, .early, .middle, .late,
      .start, .centre, .end:
      return when(at: index + 1, isBounded: true)
    case .grain where grain(index + 1) == .year: return namedYear(index + 1)
    default:
      if role(index + 2) == .month || scan.kind(index + 1) == .digits {
        return numbered(at: index + 1, isBounded: true)
      }
      return holiday(at: index + 1)
    }
  }

  /// "the week after next", "the day before yesterday", "the week before last".
  private func afterNext(_ index: Int) -> Found? {
    guard role(index) == .grain else { return nil }
    let grain = grain(index)
    let isAfter = role(index + 1) == .after
    guard isAfter || role(index + 1) == .before else { return nil }
    let sign = isAfter ? 1 : -1
    switch role(index + 2) {
    case .next where isAfter, .last where !isAfter:
      let start = grain.moving(grain.start(of: reference), by: 2 * sign)
      return (.fixed(TimeSpan(grain, from: start)), index + 3)
    case .today where grain == .day && value(index + 2) == sign:
      return (.fixed(TimeSpan(day: reference.adding(days: 2 * sign))), index + 3)
    default: return nil
    }
  }

  /// "early June", "mid-2024", "late last year".
  private func part(at index: Int) -> Found? {
    let part: When.Part =
      role(index) == .early ? .early : role(index) == .late ? .late : .middle
    var at = index + 1
    if role(at) == .dash, scan.isJoined(at) { at += 1 }
    if role(at) == .in { at += role(at + 1) == .the ? 2 : 1 }
    if let afternoon = partOfDay(at) { return afternoon }
    guard let whole = when(at: at, isBounded: true) else { return nil }
    return (.part(part, whole.when), whole.next)
  }

  /// "the end of March", "the middle of 2007", "end of year".
  private func partOf(_ index: Int, isBounded: Bool) -> Found? {
    let part: When.Part =
      role(index) == .start ? .start : role(index) == .end ? .end : .centre
    guard role(index + 1) == .of else { return nil }
    var at = index + 2
    if role(at) == .the { at += 1 }
    if role(at) == .grain, grain(at) != .day, grain(at).months != nil || grain(at) == .week {
      if role(at + 1) != .grain, !isYear(at + 1) {
        let grain = grain(at)
        let whole = TimeSpan(grain, from: grain.start(of: reference))
        let vague: When.Part = part == .start ? .early : part == .end ? .late : .middle
        return (.part(grain == .year && !isBounded ? vague : part, .fixed(whole)), at + 1)
      }
    }
    guard let whole = when(at: at, isBounded: true) else { return nil }
    return (.part(part, whole.when), whole.next)
  }

  private func today(at index: Int) -> Found? {
    if role(index) == .now { return nil }
    let day = reference.adding(days: value(index))
    let next = role(index + 1) == .partOfDay ? index + 2 : index + 1
    return (.fixed(TimeSpan(day: day)), next)
  }

  private func holiday(at index: Int) -> Found? {
    guard let match = lexicon.holidays.longest(at: index, in: scan) else { return nil }
    return withYear(.holiday(match.meaning), index + match.count)
  }

  private func season(at index: Int, isBounded: Bool) -> Found? {
    let found = withYear(.season(value(index)), index + 1)
    if case .fixed = found.when { return found }
    return isBounded ? found : nil
  }

  /// "year 2008", "the year of 2008".
  private func namedYear(_ index: Int) -> Found? {
    let at = role(index + 1) == .of ? index + 2 : index + 1
    guard let year = yearNumber(at) else { return nil }
    return (.fixed(TimeSpan(.year, from: CalendarDate.first(year: year, month: 1))), at + 1)
  }

  /// Adds a year after `when`: "June 2024", "June of 2024", "the summer of 2024", "June, 2024".
  func withYear(_ when: When, _ next: Int) -> Found {
    var at = next
    if scan.isMark(at, 0x2C) || scan.isMark(at, 0x2E) { at += 1 }
    if role(at) == .of || role(at) == .in { at += 1 }
    if role(at) == .grain, grain(at) == .year { at += 1 }
    guard let year = yearNumber(at), at - next < 2 || !scan.isMark(next, 0x2E) || true,
      !scan.isMark(next, 0x2C) || isDayOrMonth(when)
    else { return (when, next) }
    return (.fixed(when.span(inYear: year)), at + 1)
  }

  private func isDayOrMonth(_ when: When) -> Bool {
    switch when {
    case .days, .month: true
    default: false
    }
  }

  /// The value of four bare digits that can be a year.
  func yearNumber(_ index: Int) -> Int? {
    guard scan.kind(index) == .digits else { return nil }
    let word = scan.words[index]
    guard word.end - word.start == 4 else { return nil }
    var year = 0
    for offset in Int(word.start)..<Int(word.end) {
      let digit = Int(scan.text[offset]) - 0x30
      guard (0...9).contains(digit) else { return nil }
      year = year * 10 + digit
    }
    return (1000...2200).contains(year) ? year : nil
  }

  func isYear(_ index: Int) -> Bool { yearNumber(index) != nil }

  /// "afternoon", "in the morning", "night": the index after it.
  func pastPartOfDay(_ index: Int) -> Int {
    if role(index) == .partOfDay { return index + 1 }
    if role(index) == .in, role(index + 1) == .the, role(index + 2) == .partOfDay {
      return index + 3
    }
    return index
  }

  /// "this morning", "late this evening".
  func partOfDay(_ index: Int) -> Found? {
    guard role(index + 1) == .partOfDay else { return nil }
    switch role(index) {
    case .this: return (.fixed(TimeSpan(day: reference)), index + 2)
    case .last: return (.fixed(TimeSpan(day: reference.adding(days: -1))), index + 2)
    default: return nil
    }
  }
}
