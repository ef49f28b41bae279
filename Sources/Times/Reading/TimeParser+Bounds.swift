internal import ParleyModel
internal import Quantities

extension TimeParser {
  /// "from 2014 to 2018", "between March and the end of May", "2014-2018", "May to October 2020",
  /// "between now and November 15th".
  func range(at index: Int) -> Expression? {
    let isBetween = role(index) == .between
    let hasFrom = role(index) == .from
    let at = isBetween || hasFrom ? index + 1 : index
    guard let first = end(at: at, isBounded: isBetween || hasFrom) else {
      return isBetween || hasFrom ? days(at: at, first: index) : nil
    }
    var link = first.next
    switch role(link) {
    case .to: break
    case .dash where isRangeDash(link): break
    case .and where isBetween: break
    default: return nil
    }
    link += 1
    if role(link - 1) == .to, role(link) == .the || role(link) == .date || hasFrom || isBetween {
      if role(link) == .date {
        return between(start(first.when, at: index), reference, index, link + 1)
      }
    }
    if scan.isJoined(at), role(at - 1) == .dash, scan.isJoined(at - 1) { return nil }
    guard let second = end(at: link, isBounded: true) ?? dayAlone(at: link, after: first.when),
      let to = ends(first.when, second.when, at: index)
    else { return nil }
    // telephone numbers
    if role(second.next) == .dash, scan.isJoined(second.next), scan.kind(second.next + 1) == .digits
    {
      return nil
    }
    return between(to.start, to.end, index, second.next)
  }

  private func between(
    _ start: CalendarDate?, _ end: CalendarDate?, _ first: Int, _ next: Int
  ) -> Expression? {
    guard let start, let end, start < end else { return nil }
    return Expression(
      meaning: .span(TimeSpan(start: start, end: end)), bound: .between, first: first, next: next)
  }

  private func isRangeDash(_ index: Int) -> Bool {
    // "2014-2018", "2014 – 2018"; "2015 - 32" is none because its end is no time
    scan.kind(index + 1) == .digits || role(index + 1) == .month
  }

  /// One end of a range: any time, or now.
  private func end(at index: Int, isBounded: Bool) -> Found? {
    if role(index) == .now { return (.fixed(TimeSpan(day: reference)), index + 1) }
    if scan.kind(index) == .digits, let year = yearNumber(index), (1500..<2101).contains(year),
      isBounded || role(index + 1) == .dash && scan.isJoined(index + 1) || role(index + 1) == .to
    {
      let found = numbered(at: index, isBounded: true)
      if let found { return found }
      guard role(index + 1) == .dash, !(role(index - 1) == .dash),
        scan.kind(index - 1) != .digits, let other = yearNumber(index + 2), other > year
      else { return nil }
      return (.fixed(TimeSpan(.year, from: CalendarDate.first(year: year, month: 1))), index + 1)
    }
    return when(at: index, isBounded: isBounded)
  }

  /// The days at which a range begins and ends; an end names the last unit that is inside.
  private func ends(
    _ first: When, _ second: When, at index: Int
  ) -> (start: CalendarDate?, end: CalendarDate?)? {
    let direction = direction(at: index)
    var start: CalendarDate?
    var last: TimeSpan
    if case .fixed(let span) = second, first.needsYear, let end = span.end {
      // "from May to October 2020": the first month is of the same year or the one before
      let same = first.span(inYear: end.adding(days: -1).year)
      let isBefore = (same.start ?? end) < end
      start = limit(
        first, isBefore ? same : first.span(inYear: end.adding(days: -1).year - 1), isStart: true)
      last = span
    } else if first.needsYear, second.needsYear, direction == .future,
      let span = current(first, second)
    {
      return (span.start, span.end)
    } else {
      let span = first.span(on: reference, direction)
      start = limit(first, whole(first, direction), isStart: true) ?? span.start
      last =
        second.needsYear || isWeekday(second)
        ? second.span(on: reference, direction, notBefore: start)
        : second.span(on: reference, direction)
    }
    let end = limit(second, wholeOf(second, last: last, direction, start), isStart: false)
    return (start, end)
  }

  /// A range of months or days of this year or the last that is still going on.
  private func current(_ first: When, _ second: When) -> TimeSpan? {
    guard let start = first.span(on: reference, .past).start,
      let end = second.span(on: reference, .past, notBefore: start).end, end > reference
    else { return nil }
    return TimeSpan(start: start, end: end)
  }

  private func isWeekday(_ when: When) -> Bool {
    if case .weekday = when { true } else { false }
  }

  private func whole(_ when: When, _ direction: When.Direction) -> TimeSpan {
    if case .part(_, let whole) = when { return whole.span(on: reference, direction) }
    return when.span(on: reference, direction)
  }

  private func wholeOf(
    _ when: When, last: TimeSpan, _ direction: When.Direction, _ start: CalendarDate?
  ) -> TimeSpan {
    guard case .part(_, let whole) = when else { return last }
    return whole.needsYear
      ? whole.span(on: reference, direction, notBefore: start)
      : whole.span(on: reference, direction)
  }

  private func limit(_ when: When, _ span: TimeSpan, isStart: Bool) -> CalendarDate? {
    if case .part(let part, let whole) = when {
      let base =
        whole.needsYear && span.end.map({ $0.dayNumber }) == nil ? whole.span(inYear: 0) : span
      return part.limit(of: base)
    }
    if case .fixed(let fixed) = when, fixed == TimeSpan(day: reference), !isStart {
      return reference
    }
    return isStart ? span.start : span.end
  }

  private func start(_ when: When, at index: Int) -> CalendarDate? {
    when.span(on: reference, direction(at: index)).start
  }

  /// "till the seventeenth" after "from April the ninth".
  private func dayAlone(at index: Int, after first: When) -> Found? {
    let at = role(index) == .the ? index + 1 : index
    guard case .days(let month, let from, _) = first, let day = day(at), !isYear(at) else {
      return nil
    }
    let isNext = day.value <= from
    return (
      .days(month: isNext ? month % 12 + 1 : month, first: day.value, last: day.value), day.next
    )
  }

  /// "between 3 and 12 of Sept", "from ninth till seventeenth of April".
  private func days(at index: Int, first: Int) -> Expression? {
    let at = role(index) == .the ? index + 1 : index
    guard let found = numbered(at: at, isBounded: true),
      case .days(_, let from, let to) = found.when,
      to > from
    else { return nil }
    return Expression(
      meaning: .span(span(found.when, around: first)), bound: .between, first: first,
      next: found.next)
  }

  /// "since early June", "by 2027", "before the twelfth day of May", "after mid May".
  func bounded(at index: Int) -> Expression? {
    guard let bound = lexicon.bounds.longest(at: index, in: scan) else { return nil }
    var at = index + bound.count
    if role(at) == .on { at += 1 }
    let isAhead = bound.meaning == .deadline || bound.meaning == .until
    let found: Found
    if let moved = moved(at: at) {
      found = moved
    } else if let when = when(at: at, isBounded: true) {
      found = when
    } else {
      return nil
    }
    let direction: When.Direction =
      isAhead && direction(at: index) != .past ? .future : direction(at: index)
    let span = found.when.span(
      on: reference, bound.meaning == .since ? backward(direction) : direction)
    let limit: TimeSpan
    let kind: TimeExpression.Bound
    switch bound.meaning {
    case .since:
      // "from Monday" begins then, "a letter from last year" does not
      guard role(index) != .from || isDay(span) else { return nil }
      (limit, kind) = (TimeSpan(start: span.start, end: nil), .since)
    case .after:
      (limit, kind) = (
        TimeSpan(start: edge(found.when, direction) ?? afterDay(span), end: nil), .after
      )
    case .before:
      (limit, kind) = (
        TimeSpan(start: nil, end: edge(found.when, direction) ?? span.start), .before
      )
    case .deadline: (limit, kind) = (TimeSpan(start: nil, end: span.end), .deadline)
    case .until: (limit, kind) = (TimeSpan(start: nil, end: span.end), .until)
    }
    return Expression(meaning: .span(limit), bound: kind, first: index, next: found.next)
  }

  /// The day that "the end of March" stands for before "before" and "after".
  private func edge(_ when: When, _ direction: When.Direction) -> CalendarDate? {
    guard case .part(let part, let whole) = when else { return nil }
    switch part {
    case .start, .end, .centre: return part.limit(of: whole.span(on: reference, direction))
    case .early, .middle, .late: return nil
    }
  }

  private func isDay(_ span: TimeSpan) -> Bool {
    guard let start = span.start, let end = span.end else { return false }
    return end.dayNumber - start.dayNumber == 1
  }

  private func backward(_ direction: When.Direction) -> When.Direction {
    direction == .nearest ? .past : direction
  }

  /// After a day the same day still counts; after longer spans, what follows them.
  private func afterDay(_ span: TimeSpan) -> CalendarDate? { isDay(span) ? span.start : span.end }
}
