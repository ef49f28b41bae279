public import ParleyModel

/// A moment in UTC, to the second.
public struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Seconds since the start of 1970.
  public let seconds: Int

  /// Takes seconds since the start of 1970.
  public init(seconds: Int) { self.seconds = seconds }

  /// Takes the start of `date`.
  public init(_ date: CalendarDate) { seconds = date.dayNumber * 86_400 }

  /// Reads "2025-08-22T07:30:00Z", or "2025-08-22" as its start; `nil` for anything else.
  public init?(_ text: String) {
    guard let date = CalendarDate(iso: text) else { return nil }
    let rest = Array(text.utf8.dropFirst(10))
    if rest.isEmpty {
      self.init(date)
      return
    }
    func number(_ at: Int, below limit: Int) -> Int? {
      let digits = rest[at..<at + 2]
      guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      return value < limit ? value : nil
    }
    guard rest.count == 10, rest[0] == UInt8(ascii: "T"), rest[3] == UInt8(ascii: ":"),
      rest[6] == UInt8(ascii: ":"), rest[9] == UInt8(ascii: "Z"),
      let hour = number(1, below: 24), let minute = number(4, below: 60),
      let second = number(7, below: 60)
    else { return nil }
    self.init(seconds: date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second)
  }

  /// The day that the moment lies in.
  public var date: CalendarDate {
    CalendarDate(dayNumber: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
  }

  /// The moment as "2025-08-22T07:30:00Z".
  public var description: String {
    let inDay = seconds - date.dayNumber * 86_400
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(date)T\(two(inDay / 3600)):\(two(inDay / 60 % 60)):\(two(inDay % 60))Z"
  }

  /// Whether `a` is before `b`.
  public static func < (a: Timestamp, b: Timestamp) -> Bool { a.seconds < b.seconds }
}
