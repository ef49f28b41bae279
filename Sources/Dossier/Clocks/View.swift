public import ParleyModel

/// What part of the record is looked at: two clocks, and how sure a stance must be.
///
/// - ``on``: what was so on a day: only what speaks of that day or an earlier one.
/// - ``known``: what the public knew on a day: only articles published by then.
/// - ``received``: what the dossier knew at a moment: only articles that had come in.
public struct View: Sendable, Hashable {
  /// The day looked at; `nil` for the latest.
  public var on: CalendarDate?
  /// The last day of publication; `nil` for no limit. Articles without a date count by the day they
  /// came in.
  public var known: CalendarDate?
  /// The last moment of coming in; `nil` for no limit.
  public var received: Timestamp?
  /// The least confidence of a stance that no person has confirmed, 0 to 1.
  public var leastConfidence: Double

  /// Looks at everything unless told otherwise.
  public init(
    on: CalendarDate? = nil, known: CalendarDate? = nil, received: Timestamp? = nil,
    leastConfidence: Double = 0
  ) {
    self.on = on
    self.known = known
    self.received = received
    self.leastConfidence = leastConfidence
  }

  /// Whether an article with these dates is part of the view.
  func shows(published: CalendarDate?, received: Timestamp) -> Bool {
    if let limit = self.received, received > limit { return false }
    if let known, (published ?? received.date) > known { return false }
    return true
  }
}
