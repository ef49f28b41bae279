public import ParleyModel

/// A day by which something is to happen, as a stance tells it.
public struct Deadline: Sendable, Hashable {
  /// The last day.
  public let day: CalendarDate
  /// The words that tell of it; `nil` for the date of the stance itself.
  public let words: String?
}
