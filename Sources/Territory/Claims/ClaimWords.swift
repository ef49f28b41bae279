public import DataFiles

/// The words that claims about ground are read with, from data files.
public struct ClaimWords: Sendable {
  /// What a hedge does to a number.
  public enum HedgeKind: String, Sendable, Hashable {
    /// Lets the number be off either way.
    case about
    /// The number is a floor.
    case over
    /// The number is a ceiling.
    case under
    /// The number stands as it is.
    case exact
  }

  /// A word that softens or bounds a number.
  public struct Hedge: Sendable, Hashable {
    /// The word or words, in lower case.
    public let words: String
    /// What it does.
    public let kind: HedgeKind
    /// By how many units of the last digit given.
    public let units: Double
  }

  /// An area that reports compare ground with.
  public struct Reference: Sendable, Hashable {
    /// The name.
    public let name: String
    /// Other names.
    public let otherNames: [String]
    /// The area.
    public let area: Area
    /// What is counted ("land and water").
    public let counted: String
  }

  /// A fraction in words.
  public struct Fraction: Sendable, Hashable {
    /// The words, in lower case.
    public let words: String
    /// The number above the line.
    public let numerator: Int
    /// The number below the line.
    public let denominator: Int
  }

  /// Hedges, the longest first.
  public let hedges: [Hedge]
  /// Reference areas.
  public let references: [Reference]
  /// Fractions, the longest first.
  public let fractions: [Fraction]
  /// Units of area with their size in square kilometres, the longest first.
  public let units: [(words: String, squareKilometres: Double)]

  /// Reads the words from the data folder.
  ///
  /// - Throws: `.noFile`, `.malformed`.
  public init(_ folder: DataFolder) throws(DataError) {
    var hedges: [Hedge] = []
    for line in try folder.lines("territory/hedges.tsv") {
      let fields = line.fields
      guard fields.count == 3, let kind = HedgeKind(rawValue: fields[1]),
        let units = Double(fields[2])
      else { throw DataError(line, found: "expected a word, a kind and a number between tabs") }
      hedges.append(Hedge(words: fields[0], kind: kind, units: units))
    }
    self.hedges = hedges.sorted { $0.words.utf8.count > $1.words.utf8.count }
    var references: [Reference] = []
    for line in try folder.lines("territory/reference-areas.tsv") {
      let fields = line.fields
      guard fields.count == 4, let area = Double(fields[2]), area > 0 else {
        throw DataError(line, found: "expected a name, other names, km2 and what is counted")
      }
      references.append(
        Reference(
          name: fields[0], otherNames: fields[1].split(separator: "|").map { String($0) },
          area: Area(squareKilometres: area), counted: fields[3]))
    }
    self.references = references
    var fractions: [Fraction] = []
    for line in try folder.lines("territory/number-words.tsv") {
      let fields = line.fields
      guard fields.count == 3, let above = Int(fields[1]), let below = Int(fields[2]), below > 0
      else { throw DataError(line, found: "expected words and two numbers between tabs") }
      fractions.append(Fraction(words: fields[0], numerator: above, denominator: below))
    }
    self.fractions = fractions.sorted { $0.words.utf8.count > $1.words.utf8.count }
    var units: [(words: String, squareKilometres: Double)] = []
    for line in try folder.lines("territory/units.tsv") {
      let fields = line.fields
      guard fields.count == 2, let size = Double(fields[1]), size > 0 else {
        throw DataError(line, found: "expected a unit and its km2 between tabs")
      }
      units.append((fields[0], size))
    }
    self.units = units.sorted { $0.words.utf8.count > $1.words.utf8.count }
  }
}
