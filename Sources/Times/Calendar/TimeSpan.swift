public import ParleyModel

/// A stretch of days, open or closed on either side.
public struct TimeSpan: Sendable, Hashable {
  /// The first day; `nil` where the text leaves it open.
  public var start: CalendarDate?
  /// The day after the last; `nil` where the text leaves it open.
  public var end: CalendarDate?

  /// Makes a span.
  public init(start: CalendarDate?, end: CalendarDate?) {
    self.start = start
    self.end = end
  }

  /// The span of one unit of the calendar that begins on `start`.
  init(_ grain: Grain, from start: CalendarDate) {
    self.init(start: start, end: grain.moving(start, by: 1))
  }

  /// One day.
  init(day: CalendarDate) { self.init(.day, from: day) }

  /// The span as EDTF (ISO 8601-2): a day, month, year, decade or century by its name, an open or
  /// any other span as an interval whose last day is inside.
  public var edtf: String {
    guard let start else {
      guard let end else { return ".." }
      return "../" + end.adding(days: -1).description
    }
    guard let end else { return start.description + "/.." }
    let days = end.dayNumber - start.dayNumber
    if days == 1 { return start.description }
    let text = start.description
    if start.day == 1, end.day == 1 {
      let months = (end.year - start.year) * 12 + end.month - start.month
      if months == 1 { return String(text.prefix(7)) }
      if start.month == 1 {
        if months == 12 { return String(text.prefix(4)) }
        if months == 120, start.year % 10 == 0 { return String(text.prefix(3)) + "X" }
        if months == 1200, start.year % 100 == 0 { return String(text.prefix(2)) + "XX" }
        if end.month == 1 {
          return String(text.prefix(4)) + "/" + String(end.adding(days: -1).description.prefix(4))
        }
      }
      return String(text.prefix(7)) + "/" + String(end.adding(days: -1).description.prefix(7))
    }
    return text + "/" + end.adding(days: -1).description
  }
}
