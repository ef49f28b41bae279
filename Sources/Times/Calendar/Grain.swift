internal import ParleyModel

/// A unit of the calendar.
public enum Grain: String, Sendable, CaseIterable {
  case second, minute, hour, day, week, month, quarter, year, decade, century

  /// The length in seconds where a month counts 30 days and a year 365.
  var seconds: Double {
    switch self {
    case .second: 1
    case .minute: 60
    case .hour: 3600
    case .day: 86_400
    case .week: 7 * 86_400
    case .month: 30 * 86_400
    case .quarter: 90 * 86_400
    case .year: 365 * 86_400
    case .decade: 3650 * 86_400
    case .century: 36_500 * 86_400
    }
  }

  /// The number of months, `nil` for units that are no whole months.
  var months: Int? {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year: 12
    case .decade: 120
    case .century: 1200
    default: nil
    }
  }

  /// The first day of the unit that holds `date`; weeks begin on Monday.
  func start(of date: CalendarDate) -> CalendarDate {
    switch self {
    case .second, .minute, .hour, .day: date
    case .week: date.adding(days: 1 - date.weekday)
    case .month: date.moved(toMonth: date.month)
    case .quarter: date.moved(toMonth: (date.month - 1) / 3 * 3 + 1)
    case .year: date.moved(toMonth: 1)
    case .decade: CalendarDate.first(year: date.year / 10 * 10, month: 1)
    case .century: CalendarDate.first(year: date.year / 100 * 100, month: 1)
    }
  }

  /// The day that lies `count` units after `date` (before it when negative); the last of its month
  /// where that month is too short.
  func moving(_ date: CalendarDate, by count: Int) -> CalendarDate {
    if let months { return date.adding(months: months * count) }
    return date.adding(days: self == .week ? 7 * count : self == .day ? count : 0)
  }
}

extension CalendarDate {
  /// The first day of a month; years outside 1 to 9999 count as the nearest of them.
  static func first(year: Int, month: Int) -> CalendarDate {
    let safe = min(max(year, 1), 9999)
    return CalendarDate(year: safe, month: month, day: 1) ?? CalendarDate(dayNumber: 0)
  }

  func moved(toMonth month: Int) -> CalendarDate { Self.first(year: year, month: month) }

  func adding(months count: Int) -> CalendarDate {
    let total = year * 12 + month - 1 + count
    let first = Self.first(year: total / 12, month: total % 12 + 1)
    let last = Self.days(inMonth: first.month, of: first.year)
    return first.adding(days: min(day, last) - 1)
  }
}
