/// The chance that a careful reader agrees with a verified stance that a model alone saw.
enum AssistedConfidence {
  /// Where nothing speaks against it: a cautious guess, not measured for any model.
  static let usual = 0.6
  /// Where Parley's own reader gives the stance to another party.
  static let disputed = 0.4
}
