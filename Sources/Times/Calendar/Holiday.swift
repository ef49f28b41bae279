internal import ParleyModel

/// The rule for a day that comes once a year.
enum Holiday: Sendable, Hashable {
  /// A month and day.
  case fixed(month: Int, day: Int)
  /// As many days after Easter Sunday.
  case easter(Int)
  /// The n-th such weekday (1 for Monday) of a month.
  case weekday(Int, nth: Int, month: Int)

  /// Reads "12-25", "easter+1" or "4-thursday-11" as numbers ("nth-4-4-11" for the fourth weekday 4
  /// of month 11).
  init?(_ rule: String) {
    if rule.hasPrefix("easter") {
      guard let offset = Int(rule.dropFirst(6)) else { return nil }
      self = .easter(offset)
      return
    }
    let isNth = rule.hasPrefix("nth-")
    let parts = (isNth ? rule.dropFirst(4) : rule[...]).split(separator: "-").compactMap { Int($0) }
    if isNth, parts.count == 3 {
      self = .weekday(parts[1], nth: parts[0], month: parts[2])
    } else if !isNth, parts.count == 2,
      CalendarDate(year: 2024, month: parts[0], day: parts[1]) != nil
    {
      self = .fixed(month: parts[0], day: parts[1])
    } else {
      return nil
    }
  }

  /// The day in `year`.
  ///
  /// - Source: "Anonymous Gregorian algorithm" (Meeus, Jones, Butcher) for Easter.
  func day(in year: Int) -> CalendarDate {
    switch self {
    case .fixed(let month, let day):
      return CalendarDate.first(year: year, month: month).adding(days: day - 1)
    case .weekday(let weekday, let nth, let month):
      let first = CalendarDate.first(year: year, month: month)
      return first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (nth - 1))
    case .easter(let offset):
      let a = year % 19
      let b = year / 100
      let c = year % 100
      let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
      let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
      let m = (a + 11 * h + 22 * l) / 451
      let sum = h + l - 7 * m + 114
      return CalendarDate.first(year: year, month: sum / 31).adding(days: sum % 31 + offset)
    }
  }
}
