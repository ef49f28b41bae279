/// A number as it is written, without unit or hedge.
public struct ParsedNumber: Sendable, Hashable {
  /// The value.
  public var value: Double
  /// The index of the first piece.
  public let first: Int
  /// The index of the piece after the last.
  public var next: Int
  /// The scale that the last word multiplied by ("million"); 1 where there is none.
  public var scale = 1.0
  /// Whether the number begins with digits.
  public var isDigits = false
  /// Whether it is a part of one: a fraction in words or signs, by itself.
  public var isFraction = false
  /// Whether it is digits alone, without group marks, decimals or scale ("2019").
  public var isBare = false
  /// Whether it begins with "a" or "an".
  public var hasArticle = false
}
