/// One feature of a GeoJSON file, or one line of a file with one record a line.
struct Feature: Sendable {
  /// A property's value.
  enum Value: Sendable, Hashable {
    case text(String)
    case number(Double)
    case list([String])
  }

  /// The properties by name; nested ones are left out.
  var properties: [String: Value] = [:]
  /// The ground; empty where the geometry is null or not made of polygons.
  var shape = Shape()
  /// What had to be mended in it.
  var repairs = Repairs()
  /// Whether there was a geometry.
  var hasGeometry = false

  /// The property as text; `nil` where it is missing or something else.
  func text(_ key: String) -> String? {
    if case .text(let text)? = properties[key] { text } else { nil }
  }

  /// The property as a number; `nil` where it is missing or something else.
  func number(_ key: String) -> Double? {
    if case .number(let number)? = properties[key] { number } else { nil }
  }

  /// The property as a list of texts; empty where it is missing or something else.
  func list(_ key: String) -> [String] {
    if case .list(let list)? = properties[key] { list } else { [] }
  }
}
