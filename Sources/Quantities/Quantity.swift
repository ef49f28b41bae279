public import ParleyModel

/// A number of a text with what it counts or measures and how sure the text is of it.
public struct Quantity: Sendable, Hashable {
  /// What a quantity is of.
  public enum Kind: String, Sendable, CaseIterable {
    /// So many of a thing; `unit` is the noun as written.
    case count
    /// Hundredths; percentage points too.
    case percent
    /// A part of one, in words or signs ("two-thirds", "one in five").
    case fraction
    /// So many times as much ("twice the", "tenfold").
    case multiple
    /// An amount of money.
    case money
    /// A distance or size.
    case length
    /// An extent of ground.
    case area
    /// A weight.
    case weight
    /// A volume.
    case volume
    /// A speed.
    case speed
    /// A temperature.
    case temperature
    /// Power or energy.
    case energy
    /// A length of time.
    case duration
    /// How old somebody is.
    case age
  }

  /// One number, or the two ends of a range.
  public enum Value: Sendable, Hashable {
    /// A single number.
    case exact(Double)
    /// From the first number to the second.
    case range(Double, Double)
  }

  /// The number, in `unit`; percentages are 0 to 100, fractions 0 to 1.
  public var value: Value
  /// What it is of.
  public var kind: Kind
  /// The symbol or code of the unit ("km2", "USD", "percent"), for counts the noun as written;
  /// `nil` where there is none.
  public var unit: String?
  /// The name of the unit ("square kilometre"); for counts the noun; `nil` where there is none.
  public var unitName: String?
  /// The time or thing that each such amount falls to ("day" in "a day"); `nil` where none is said.
  public var per: String?
  /// How the words bound or soften the number; `nil` where they do not.
  public var hedge: Hedge?
  /// All words of the quantity: hedge, number and unit; the noun of a count stays outside.
  public var range: ByteRange
  /// The words that hedge; `nil` where there are none.
  public var hedgeRange: ByteRange?
  /// The noun that a count counts; `nil` for other kinds and where there is none.
  public var nounRange: ByteRange?
  /// What the size is compared with ("Ohio" in "about the size of Ohio"); `nil` without comparison.
  public var comparedWith: ByteRange?
}

/// How words around a number soften or bound it.
public enum Hedge: String, Sendable, CaseIterable {
  /// Near it on either side.
  case about
  /// It or more.
  case atLeast = "at least"
  /// It or less.
  case atMost = "at most"
  /// Above it.
  case moreThan = "more than"
  /// Below it.
  case lessThan = "less than"
  /// Just below it.
  case nearly
}
