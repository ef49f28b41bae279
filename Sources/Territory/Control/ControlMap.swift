public import ParleyModel

/// Who holds which ground on one date, according to one map source.
public struct ControlMap: Sendable, Hashable {
  /// The date that the source gives the map.
  public let date: CalendarDate
  /// The ground that the source's holder holds.
  public let held: Shape
  /// What had to be mended.
  public let repairs: Repairs

  /// Makes a map from its parts.
  public init(date: CalendarDate, held: Shape, repairs: Repairs = Repairs()) {
    self.date = date
    self.held = held
    self.repairs = repairs
  }
}
