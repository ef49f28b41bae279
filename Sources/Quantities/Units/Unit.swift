/// A unit of measure or money.
struct Unit: Sendable {
  let symbol: String
  let name: String
  let kind: Quantity.Kind
}

/// A way to write a unit, with where it counts as one.
struct UnitForm: Sendable {
  /// What must stand before the form.
  enum Need: Sendable {
    /// Any number.
    case number
    /// A number in digits ("12 m").
    case digits
    /// Digits without a space ("100t").
    case joined
  }
  let unit: Int
  let need: Need
}
