internal import ParleyModel

/// Reads the first and last day of the dates that readings carry.
///
/// Understood are "2025", "2025-08", "2025-08-22", an interval of two of them ("2025-06/2025-08",
/// "2025-06/.."), with `~` and `?` passed over.
///
/// - Source: ISO 8601-2:2019 (EDTF), level 0 and parts of level 1.
enum DateText {
  /// The first day of `text`; `nil` if it has none.
  static func firstDay(_ text: String) -> CalendarDate? {
    let half = text.split(separator: "/", omittingEmptySubsequences: false).first ?? ""
    return days(half)?.first
  }

  /// The last day of `text`; `nil` if it has none.
  static func lastDay(_ text: String) -> CalendarDate? {
    let half = text.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    return days(half)?.last
  }

  private static func days(_ text: Substring) -> (first: CalendarDate, last: CalendarDate)? {
    let plain = text.filter { $0.isNumber || $0 == "-" }
    let parts = plain.split(separator: "-").compactMap { Int($0) }
    switch parts.count {
    case 1:
      guard let first = CalendarDate(year: parts[0], month: 1, day: 1),
        let last = CalendarDate(year: parts[0], month: 12, day: 31)
      else { return nil }
      return (first, last)
    case 2:
      guard let first = CalendarDate(year: parts[0], month: parts[1], day: 1),
        let last = CalendarDate(
          year: parts[0], month: parts[1],
          day: CalendarDate.days(inMonth: parts[1], of: parts[0]))
      else { return nil }
      return (first, last)
    case 3:
      guard let day = CalendarDate(year: parts[0], month: parts[1], day: parts[2]) else {
        return nil
      }
      return (day, day)
    default: return nil
    }
  }
}
