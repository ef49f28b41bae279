internal import ParleyModel
internal import Quantities

extension TimeParser {
  /// "first week of 2015", "the last three weeks of July", "third month of next year", "21st
  /// century", "last day of the month".
  func ordinalUnit(at index: Int) -> Found? {
    let isLast = role(index) == .last
    var number = 1
    var at = index + 1
    if !isLast {
      guard let ordinal = numbers.ordinal(at: index, in: scan) else { return nil }
      number = ordinal.value
      at = ordinal.next
    }
    var count = 1
    if let several = numbers.whole(at: at, in: scan), role(several.next) == .grain {
      count = several.value
      at = several.next
    }
    guard role(at) == .grain else { return nil }
    let grain = grain(at)
    if grain == .century, !isLast, number > 10 {
      let start = CalendarDate.first(year: (number - 1) * 100, month: 1)
      return (.fixed(TimeSpan(start: start, end: start.adding(months: 1200))), at + 1)
    }
    guard grain != .second, grain != .minute, grain != .hour,
      role(at + 1) == .of || role(at + 1) == .in, let whole = whole(at: at + 2),
      let unit = TimeSpan.unit(
        grain, number: number, of: span(whole.when, around: index), count: count, isLast: isLast)
    else { return nil }
    return (.fixed(unit), whole.next)
  }

  /// What a part is of: any time, or "the month", "the year" for those of the article.
  private func whole(at index: Int) -> Found? {
    if role(index) == .the, role(index + 1) == .grain, grain(index + 1).months != nil,
      !isYear(index + 2)
    {
      let grain = grain(index + 1)
      return (.fixed(TimeSpan(grain, from: grain.start(of: reference))), index + 2)
    }
    return when(at: index, isBounded: true)
  }

  /// "21st this month", "thirty-first of the month", "the 5th".
  func dayOfMonth(at index: Int) -> Found? {
    guard let day = numbers.ordinal(at: index, in: scan), (1...31).contains(day.value) else {
      return nil
    }
    var at = day.next
    if role(at) == .of { at += 1 }
    guard role(at + 1) == .grain, grain(at + 1) == .month else { return nil }
    let offset: Int
    switch role(at) {
    case .the, .this: offset = 0
    case .next: offset = 1
    case .last: offset = -1
    default: return nil
    }
    let month = Grain.month.start(of: reference).adding(months: offset)
    guard let date = CalendarDate(year: month.year, month: month.month, day: day.value) else {
      return nil
    }
    return (.fixed(TimeSpan(day: date)), at + 2)
  }

  /// "two days after today", "3 weeks from tomorrow", "2 weeks before Christmas", "a month ago".
  func moved(at index: Int) -> Found? {
    guard let amount = unitAmount(at: index), amount.value == amount.value.rounded() else {
      return nil
    }
    let count = Int(amount.value)
    switch role(amount.next) {
    case .ago:
      return (.fixed(TimeSpan(day: amount.grain.moving(reference, by: -count))), amount.next + 1)
    case .after, .from, .before:
      let sign = role(amount.next) == .before ? -1 : 1
      let at = amount.next + 1
      let anchor: CalendarDate
      var next = at + 1
      if role(at) == .now {
        anchor = reference
      } else {
        guard let base = when(at: at, isBounded: true) else { return nil }
        let span = base.when.span(
          on: reference, isWeekday(base.when) ? aheadOrBack(at) : .nearest)
        guard let start = span.start, let end = span.end,
          end.dayNumber - start.dayNumber == 1
        else { return nil }
        anchor = start
        next = base.next
      }
      var day = amount.grain.moving(anchor, by: sign * count)
      if role(next) == .on, role(next + 1) == .weekday {
        day = day.adding(days: (value(next + 1) - day.weekday + 7) % 7)
        next += 2
      }
      return (.fixed(TimeSpan(day: day)), next)
    default: return nil
    }
  }

  private func isWeekday(_ when: When) -> Bool {
    if case .weekday = when { true } else { false }
  }

  private func aheadOrBack(_ index: Int) -> When.Direction {
    direction(at: index) == .past ? .past : .future
  }

  /// An amount of units, with the unit: "two days", "a week", "an hour and a half".
  func unitAmount(at index: Int) -> (value: Double, grain: Grain, next: Int)? {
    guard let amount = numbers.amount(at: index, in: scan) ?? article(index) else { return nil }
    var at = amount.next
    if numbers.isHyphen(at, in: scan), scan.isJoined(at), scan.isJoined(at + 1) { at += 1 }
    switch role(at) {
    case .night: return (amount.value, .day, at + 1)
    case .partOfDay where value(at) == 1 && !numbers.isArticle(index, in: scan):
      return (amount.value, .day, at + 1)
    case .fortnight: return (amount.value * 2, .week, at + 1)
    case .grain:
      let grain = grain(at)
      // "a second round", "one second" is a time
      if lexicon.isAmbiguous(scan.id(at)), amount.value != 1 || numbers.isArticle(index, in: scan) {
        return nil
      }
      if grain == .quarter, amount.value == 1 || amount.value != amount.value.rounded() {
        return nil
      }
      if let added = numbers.addedFraction(at: at + 1, in: scan) {
        return (amount.value + added.value, grain, added.next)
      }
      return (amount.value, grain, at + 1)
    default: return nil
    }
  }

  /// "a couple of weeks", "couple weeks".
  private func article(_ index: Int) -> (value: Double, next: Int)? {
    role(index) == .couple ? count(index).map { (Double($0.value), $0.next) } : nil
  }
}

extension TimeSpan {
  /// The unit (or `count` units) with such a number, from the start or, if `isLast`, at the end of
  /// `whole`. A week belongs to the month or year that holds its Thursday (ISO 8601).
  static func unit(
    _ grain: Grain, number: Int, of whole: TimeSpan, count: Int, isLast: Bool
  ) -> TimeSpan? {
    guard let start = whole.start, let end = whole.end else { return nil }
    var first = start
    var limit = end
    if grain == .week {
      func monday(_ day: CalendarDate) -> CalendarDate {
        let week = Grain.week.start(of: day)
        return week.adding(days: 3) < day ? week.adding(days: 7) : week
      }
      first = monday(start)
      limit = monday(end)
    }
    let span: TimeSpan
    if isLast {
      span = TimeSpan(start: grain.moving(limit, by: -count), end: limit)
    } else {
      let from = grain.moving(first, by: number - 1)
      span = TimeSpan(start: from, end: grain.moving(from, by: count))
    }
    guard let from = span.start, let to = span.end, from >= first, to <= limit.adding(days: 7)
    else {
      return nil
    }
    return span
  }
}
