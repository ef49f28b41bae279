internal import Language

/// The features of one decision, as rows of a hashed weight table.
///
/// While tracing, each row keeps the template and the values that it was made of, so that the
/// weights behind a decision can be shown in words.
package struct FeatureList: Sendable {
  /// Where a feature comes from.
  package struct Origin: Sendable {
    package let template: StaticString
    package let values: [UInt64]
  }

  /// The rows.
  package private(set) var rows: [UInt32] = []
  /// The origins of the rows; `nil` unless tracing.
  package private(set) var origins: [Origin]?

  init(isTracing: Bool = false) { origins = isTracing ? [] : nil }

  mutating func add(_ template: StaticString) {
    rows.append(FeatureHash.of(Self.number(template), 1))
    origins?.append(Origin(template: template, values: []))
  }

  mutating func add(_ template: StaticString, _ a: UInt64) {
    rows.append(FeatureHash.of(Self.number(template), a))
    origins?.append(Origin(template: template, values: [a]))
  }

  mutating func add(_ template: StaticString, _ a: UInt64, _ b: UInt64) {
    rows.append(FeatureHash.of(Self.number(template), a, b))
    origins?.append(Origin(template: template, values: [a, b]))
  }

  mutating func add(_ template: StaticString, _ a: UInt64, _ b: UInt64, _ c: UInt64) {
    rows.append(FeatureHash.of(Self.number(template), a, b, c))
    origins?.append(Origin(template: template, values: [a, b, c]))
  }

  private static func number(_ template: StaticString) -> UInt64 {
    template.withUTF8Buffer { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      return hash
    }
  }
}
