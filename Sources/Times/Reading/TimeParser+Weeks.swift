internal import ParleyModel
internal import Quantities

extension TimeParser {
  /// "Friday", "Tue May 9", "Friday 2018-7-6", "Tuesday the eleventh", "Wednesday evening next week".
  func weekday(at index: Int, isBounded: Bool) -> Found? {
    let weekday = value(index)
    if lexicon.isAmbiguous(scan.id(index)), !isBounded, !hasContext(index), !nearDate(index + 1) {
      return nil
    }
    var at = index + 1
    if scan.isMark(at, 0x2E), scan.isJoined(at), scan.kind(at + 1) != nil,
      role(at + 1) == .month
    {
      at += 1
    }
    let comma = scan.isMark(at, 0x2C) ? at + 1 : at
    if role(comma) == .month || scan.kind(comma) == .digits,
      let date = role(comma) == .month
        ? month(at: comma, isBounded: true) : numbered(at: comma, isBounded: false)
    {
      switch date.when {
      case .days, .fixed: return date
      default: break
      }
    }
    if role(at) == .the, let day = numbers.ordinal(at: at + 1, in: scan),
      let date = nearest(day: day.value, weekday: weekday)
    {
      return (.fixed(TimeSpan(day: date)), day.next)
    }
    at = pastPartOfDay(at)
    let linked = role(at) == .of || role(at) == .in ? at + 1 : at
    let qualifier = role(linked) == .the ? linked + 1 : linked
    if role(qualifier + 1) == .grain, grain(qualifier + 1) == .week,
      let offset = weekOffset(qualifier)
    {
      return (.fixed(TimeSpan(day: day(weekday, ofWeek: offset))), qualifier + 2)
    }
    if let moved = movedWeekday(weekday, at: comma) { return moved }
    return (.weekday(weekday), at)
  }

  /// "Monday two weeks from now", "Sunday 3 weeks after January 15th".
  private func movedWeekday(_ weekday: Int, at index: Int) -> Found? {
    guard let moved = moved(at: index), case .fixed(let span) = moved.when, let day = span.start
    else { return nil }
    let monday = Grain.week.start(of: day)
    return (.fixed(TimeSpan(day: monday.adding(days: weekday - 1))), moved.next)
  }

  private func nearDate(_ index: Int) -> Bool { role(index) == .month }

  /// The day of this month, or the next that has that weekday.
  private func nearest(day: Int, weekday: Int) -> CalendarDate? {
    for offset in [0, 1, -1, 2] {
      let month = Grain.month.start(of: reference).adding(months: offset)
      if let date = CalendarDate(year: month.year, month: month.month, day: day),
        date.weekday == weekday
      {
        return date
      }
    }
    return nil
  }

  private func weekOffset(_ index: Int) -> Int? {
    switch role(index) {
    case .this: 0
    case .next, .following, .coming: 1
    case .last, .past: -1
    default: nil
    }
  }

  private func day(_ weekday: Int, ofWeek offset: Int) -> CalendarDate {
    Grain.week.start(of: reference).adding(days: 7 * offset + weekday - 1)
  }

  /// What begins with "this", "next", "last", "past", "coming", "following".
  func qualified(at index: Int) -> Found? {
    if let part = partOfDay(index) { return part }
    var at = index
    var qualifier = role(at)
    // "this past Wednesday", "this coming Friday"
    if qualifier == .this, role(at + 1) == .past || role(at + 1) == .coming || role(at + 1) == .last
    {
      at += 1
      qualifier = role(at)
    }
    at += 1
    switch role(at) {
    case .weekday: return qualifiedWeekday(qualifier, at)
    case .month where qualifier == .this && isModal(at): return nil
    case .month: return qualifiedNamed(.month(value(at)), qualifier, at + 1)
    case .season: return qualifiedNamed(.season(value(at)), qualifier, at + 1)
    case .fortnight:
      return span(qualifier, count: 14, .day).map { (.fixed($0), at + 1) }
    case .date where qualifier == .this:
      return (.fixed(TimeSpan(day: reference)), at + 1)
    case .grain: return qualifiedUnit(qualifier, at)
    default:
      if let holiday = lexicon.holidays.longest(at: at, in: scan) {
        return qualifiedNamed(.holiday(holiday.meaning), qualifier, at + holiday.count)
      }
    }
    if let ordinal = qualifier == .last ? ordinalUnit(at: at - 1) : nil { return ordinal }
    if let count = count(at), role(count.next) == .grain || role(count.next) == .night {
      let grain = role(count.next) == .night ? Grain.day : grain(count.next)
      return span(qualifier, count: count.value, grain).map { (.fixed($0), count.next + 1) }
    }
    return nil
  }

  private func qualifiedWeekday(_ qualifier: TimeLexicon.Role, _ at: Int) -> Found? {
    let weekday = value(at)
    let next = pastPartOfDay(at + 1)
    let day: CalendarDate
    switch qualifier {
    case .this: day = self.day(weekday, ofWeek: 0)
    case .next, .following: day = self.day(weekday, ofWeek: 1)
    case .last: day = self.day(weekday, ofWeek: -1)
    case .past:
      day = reference.adding(days: -((reference.weekday - weekday + 6) % 7 + 1))
    default: day = reference.adding(days: (weekday - reference.weekday + 6) % 7 + 1)
    }
    return (.fixed(TimeSpan(day: day)), next)
  }

  private func qualifiedNamed(
    _ when: When, _ qualifier: TimeLexicon.Role, _ next: Int
  ) -> Found? {
    switch qualifier {
    case .this: return withYear(.fixed(when.span(inYear: reference.year)), next)
    case .last, .past:
      let before = Grain.month.start(of: reference).adding(days: -1)
      return (.fixed(when.span(on: before, .past)), next)
    default:
      let after = Grain.month.start(of: reference).adding(months: 1)
      return (.fixed(when.span(on: after, .future, notBefore: after)), next)
    }
  }

  /// "this week", "last year", "next week on Tuesday", "next year's first quarter".
  private func qualifiedUnit(_ qualifier: TimeLexicon.Role, _ at: Int) -> Found? {
    // "last of the week" is none; "last minute", "second" are no times of the calendar
    let grain = grain(at)
    guard grain != .second, grain != .minute else { return nil }
    if let whole = ordinalUnit(at: at - 1), qualifier == .last { return whole }
    guard let unit = span(qualifier, count: nil, grain) else { return nil }
    var next = at + 1
    if grain == .week {
      var day = next
      if role(day) == .dash || role(day) == .on { day += 1 }
      if role(day) == .weekday, let start = unit.start {
        return (
          .fixed(TimeSpan(day: start.adding(days: value(day) - 1))), pastPartOfDay(day + 1)
        )
      }
    }
    if grain == .year {
      if role(next) == .possessive, scan.isJoined(next), scan.isJoined(next + 1),
        let part = numbers.ordinal(at: next + 2, in: scan), role(part.next) == .grain
      {
        let unit = TimeSpan.unit(
          self.grain(part.next), number: part.value, of: unit, count: 1, isLast: false)
        return unit.map { (.fixed($0), part.next + 1) }
      }
    }
    if role(next) == .partOfDay { next += 1 }
    return (.fixed(unit), next)
  }

  /// A number of units: "3", "two", "couple", "a couple of".
  func count(_ index: Int) -> (value: Int, next: Int)? {
    var at = index
    if role(at) == .couple {
      at += 1
      if role(at) == .of { at += 1 }
      return (2, at)
    }
    return numbers.cardinalWords(at: at, in: scan)
  }

  /// The span of "last 3 weeks" (`count` 3) or "last week" (`count` `nil`).
  func span(_ qualifier: TimeLexicon.Role, count: Int?, _ grain: Grain) -> TimeSpan? {
    guard let count else {
      let start = grain.start(of: reference)
      switch qualifier {
      case .this: return TimeSpan(grain, from: start)
      case .past where grain != .quarter && grain != .day:
        return TimeSpan(start: grain.moving(reference, by: -1), end: reference)
      case .last, .past: return TimeSpan(grain, from: grain.moving(start, by: -1))
      default: return TimeSpan(grain, from: grain.moving(start, by: 1))
      }
    }
    let isAligned = grain == .quarter || grain == .decade || grain == .century
    switch qualifier {
    case .this: return nil
    case .last, .past:
      if isAligned {
        let end = grain.start(of: reference)
        return TimeSpan(start: grain.moving(end, by: -count), end: end)
      }
      return TimeSpan(start: grain.moving(reference, by: -count), end: reference)
    default:
      if isAligned {
        let start = grain.moving(grain.start(of: reference), by: 1)
        return TimeSpan(start: start, end: grain.moving(start, by: count))
      }
      return TimeSpan(
        start: reference.adding(days: 1),
        end: grain.moving(reference, by: count).adding(days: 1))
    }
  }

  /// "earlier this month", "later in the year", "later last week".
  func earlierOrLater(at index: Int) -> Found? {
    let isLater = role(index) == .later
    var at = index + 1
    if role(at) == .in { at += 1 }
    let hasThe = role(at) == .the
    if let part = partOfDay(at) { return part }
    if hasThe || role(at) == .this {
      guard role(at + 1) == .grain else { return nil }
      let grain = grain(at + 1)
      let whole = TimeSpan(grain, from: grain.start(of: reference))
      guard let start = whole.start, let end = whole.end,
        let half = (grain == .week ? start.adding(days: 3) : When.Part.late.of(whole).start)
      else { return nil }
      let span =
        isLater
        ? TimeSpan(start: max(half, reference), end: end)
        : TimeSpan(start: start, end: min(half, reference))
      return (.fixed(span), at + 2)
    }
    guard role(at) == .last || role(at) == .next, let whole = qualified(at: at) else { return nil }
    return (.part(isLater ? .late : .early, whole.when), whole.next)
  }
}
