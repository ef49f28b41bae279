internal import ParleyModel

/// A time as the text names it, before a year or week is chosen for it.
enum When: Sendable {
  /// A known stretch of days.
  case fixed(TimeSpan)
  /// A month without year.
  case month(Int)
  /// Days of a month without year, the last as well.
  case days(month: Int, first: Int, last: Int)
  /// A day of the week.
  case weekday(Int)
  /// A season, by its first month, without year.
  case season(Int)
  /// A holiday without year.
  case holiday(Holiday)
  /// A part of a longer time.
  indirect case part(Part, When)

  /// A part of a month, year or other stretch.
  enum Part: Sendable {
    case early, middle, late
    /// "the beginning of", "the middle of", "the end of".
    case start, centre, end
  }

  /// Where to look for a time without year or week.
  enum Direction: Sendable {
    case past, future
    /// Days of a month: whichever is nearer; the rest: the past.
    case nearest
  }

  /// The stretch of days that is meant in an article of `reference`.
  ///
  /// A time after `floor`, where one is given, is the first one that does not begin before it.
  func span(
    on reference: CalendarDate, _ direction: Direction, notBefore floor: CalendarDate? = nil
  ) -> TimeSpan {
    switch self {
    case .fixed(let span): return span
    case .part(let part, let whole):
      return part.of(whole.span(on: reference, direction, notBefore: floor))
    case .weekday(let weekday):
      let from = floor ?? reference
      if floor == nil, direction != .future {
        return TimeSpan(day: from.adding(days: -((from.weekday - weekday + 7) % 7)))
      }
      return TimeSpan(day: from.adding(days: (weekday - from.weekday + 7) % 7))
    case .month, .days, .season, .holiday:
      let base = (floor ?? reference).year
      let candidates = (base - 1...base + 1).map { span(inYear: $0) }
      return Self.choose(candidates, on: reference, direction, notBefore: floor)
    }
  }

  /// The stretch in one year; for what is bound to no year, as it is.
  func span(inYear year: Int) -> TimeSpan {
    switch self {
    case .month(let month):
      return TimeSpan(.month, from: CalendarDate.first(year: year, month: month))
    case .days(let month, let first, let last):
      let start = CalendarDate.first(year: year, month: month)
      return TimeSpan(start: start.adding(days: first - 1), end: start.adding(days: last))
    case .season(let month):
      let start = CalendarDate.first(year: year, month: month)
      return TimeSpan(start: start, end: start.adding(months: 3))
    case .holiday(let holiday): return TimeSpan(day: holiday.day(in: year))
    case .part(let part, let whole): return part.of(whole.span(inYear: year))
    case .fixed, .weekday: return TimeSpan(.year, from: CalendarDate.first(year: year, month: 1))
    }
  }

  /// Whether a year can be added to it.
  var needsYear: Bool {
    switch self {
    case .month, .days, .season, .holiday: true
    case .part(_, let whole): whole.needsYear
    case .fixed, .weekday: false
    }
  }

  private static func choose(
    _ spans: [TimeSpan], on reference: CalendarDate, _ direction: Direction,
    notBefore floor: CalendarDate?
  ) -> TimeSpan {
    let known = spans.compactMap { span in span.start.map { (start: $0, span: span) } }
    let fallback = spans[1]
    if let floor {
      return known.first { $0.start >= floor }?.span ?? fallback
    }
    let past = known.last { $0.start <= reference }?.span ?? fallback
    let future =
      known.first { ($0.span.end ?? $0.start) > reference }?.span ?? fallback
    switch direction {
    case .past: return past
    case .future: return future
    case .nearest:
      guard let before = past.start, let after = future.start,
        let end = past.end, end.dayNumber - before.dayNumber < 27
      else { return past }
      return reference.dayNumber - before.dayNumber <= after.dayNumber - reference.dayNumber
        ? past : future
    }
  }
}

extension When.Part {
  /// This part of `span`: early, middle and late parts of a month are its days 1 to 15, 10 to 20
  /// and 16 to its end; of a year or other stretch, its first half, middle third and second half.
  /// The start and end of a year are its first and last four months.
  func of(_ span: TimeSpan) -> TimeSpan {
    guard let start = span.start, let end = span.end else { return span }
    let days = end.dayNumber - start.dayNumber
    let isMonth = (28...31).contains(days)
    let isYear = days > 300
    let half =
      isMonth
      ? start.adding(days: 15)
      : isYear ? start.adding(months: days / 60) : start.adding(days: days / 2)
    switch self {
    case .start where isYear: return TimeSpan(start: start, end: start.adding(months: days / 91))
    case .end where isYear: return TimeSpan(start: end.adding(months: -days / 91), end: end)
    case .early, .start: return TimeSpan(start: start, end: half)
    case .late, .end: return TimeSpan(start: half, end: end)
    case .middle, .centre:
      return isMonth
        ? TimeSpan(start: start.adding(days: 9), end: start.adding(days: 20))
        : isYear
          ? TimeSpan(start: start.adding(months: days / 91), end: start.adding(months: days / 45))
          : TimeSpan(start: start.adding(days: days / 3), end: start.adding(days: days * 2 / 3))
    }
  }

  /// The day at which a range from or to this part of `span` begins or ends.
  func limit(of span: TimeSpan) -> CalendarDate? {
    switch self {
    case .start: return span.start
    case .end: return span.end
    case .early: return span.start
    case .late: return of(span).end
    case .middle, .centre:
      guard let start = span.start, let end = span.end else { return nil }
      return start.adding(days: (end.dayNumber - start.dayNumber) / 2)
    }
  }
}
