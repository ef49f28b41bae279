public import DataFiles

/// The words that numbers are made of, from `quantities/numbers.tsv`.
public struct NumberLexicon: Sendable {
  /// What a word does in a number.
  enum Role: UInt8, Sendable {
    case none
    /// "zero".
    case zero
    /// "one" to "nine".
    case unit
    /// "ten" to "nineteen".
    case teen
    /// "twenty" to "ninety".
    case ten
    /// "hundred", "dozen": multiplies what stands before it.
    case hundred
    /// "thousand", "million": multiplies and closes a group.
    case scale
    /// "bn", "k": as a scale, after digits only.
    case letters
    /// "half".
    case half
    /// "third", "fifth": one part of as many.
    case part
    /// "thirds", "fifths".
    case parts
    /// "½": a fraction by itself.
    case vulgar
    /// "a", "an".
    case article
    /// "and".
    case and
    /// "point".
    case point
    /// "minus".
    case minus
    /// "of".
    case of
    /// "-".
    case hyphen
  }

  private let roles: [Role]
  private let values: [Double]

  /// Loads the words from `data` and enters them into `words`.
  ///
  /// - Throws: `DataError` if the file is missing or malformed.
  public init(_ data: DataFolder, words: inout WordTable) throws(DataError) {
    var entries: [(id: UInt16, role: Role, value: Double)] = []
    for line in try data.lines("quantities/numbers.tsv") {
      let fields = line.fields
      guard fields.count == 3, let role = Self.names[fields[1]], let value = Double(fields[2])
      else {
        throw DataError(line, found: "a word, a known role and a number were expected")
      }
      for word in fields[0].split(separator: " ") {
        entries.append((words.insert(word), role, value))
      }
    }
    var roles = [Role](repeating: .none, count: words.count)
    var values = [Double](repeating: 0, count: words.count)
    for entry in entries {
      roles[Int(entry.id)] = entry.role
      values[Int(entry.id)] = entry.value
    }
    self.roles = roles
    self.values = values
  }

  @inline(__always)
  func role(_ id: UInt16) -> Role { Int(id) < roles.count ? roles[Int(id)] : .none }

  @inline(__always)
  func value(_ id: UInt16) -> Double { Int(id) < values.count ? values[Int(id)] : 0 }

  private static let names: [String: Role] = [
    "zero": .zero, "unit": .unit, "teen": .teen, "ten": .ten, "hundred": .hundred,
    "scale": .scale, "letters": .letters, "half": .half, "part": .part, "parts": .parts,
    "vulgar": .vulgar, "article": .article, "and": .and, "point": .point, "minus": .minus,
    "of": .of, "hyphen": .hyphen,
  ]
}
