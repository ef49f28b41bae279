public import ParleyModel

/// A day, month or year, or an interval of them, as people and readings write it ("2025-06").
public struct PartialDate: Sendable, Hashable {
  /// The text as it was given.
  public let text: String
  /// The first day; `nil` if the start is open.
  public let first: CalendarDate?
  /// The last day; `nil` if the end is open.
  public let last: CalendarDate?

  /// Reads "2025", "2025-08", "2025-08-22" or an interval of two of them, either end of which may be
  /// open ("../2027"); `nil` for anything else.
  public init?(_ text: String) {
    let first = DateText.firstDay(text)
    let last = DateText.lastDay(text)
    guard first != nil || last != nil else { return nil }
    self.text = text
    self.first = first
    self.last = last
  }
}
