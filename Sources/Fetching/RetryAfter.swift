internal import ParleyModel

/// How long a site asks to be left alone (`Retry-After`): seconds, or a moment, which is taken against
/// the site's own clock (`Date`).
///
/// - Source: RFC 9110, sections 10.2.3 and 5.6.7.
struct RetryAfter {
  /// The wait; `nil` where none is asked for, or it cannot be read.
  let wait: Duration?

  /// Reads the header, and the one with the site's clock.
  init(_ value: String?, date: String?) {
    guard let value else {
      wait = nil
      return
    }
    if let seconds = Int(value) {
      wait = seconds >= 0 ? .seconds(seconds) : nil
    } else if let moment = Self.seconds(value), let now = date.flatMap(Self.seconds) {
      wait = .seconds(max(0, moment - now))
    } else {
      wait = nil
    }
  }

  /// The seconds since 1970 of a date like "Sun, 06 Nov 1994 08:49:37 GMT"; `nil` for other forms.
  private static func seconds(_ text: String) -> Int? {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]),
      let month = months.firstIndex(of: String(parts[2])), let year = Int(parts[3]),
      let date = CalendarDate(year: year, month: month + 1, day: day)
    else { return nil }
    let clock = parts[4].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3, zip(clock, [24, 60, 61]).allSatisfy({ 0 <= $0 && $0 < $1 }) else {
      return nil
    }
    return date.dayNumber * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
  }
}
