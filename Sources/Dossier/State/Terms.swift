internal import GRDB
public import JSONBytes
internal import ParleyModel

/// What a stance asks for or gives, as far as the text says it.
public struct Terms: Sendable, Hashable {
  /// A number in the words of the stance.
  public struct Amount: Sendable, Hashable {
    /// The lowest and highest value; the same where one number is given.
    public let values: ClosedRange<Double>
    /// The unit ("km2", "percent", "person").
    public let unit: String
    /// The number as written, with its hedge.
    public let words: String
  }

  /// How much.
  public let amounts: [Amount]
  /// Where, as written.
  public let places: [String]
  /// On what condition, as written; `nil` if none is stated.
  public let condition: String?
  /// From when or until when it holds (EDTF); `nil` if not stated.
  public let dates: String?
  /// By when, as its words tell; the earliest day where they tell several, `nil` if they tell none.
  public let until: Deadline?

  init(_ stance: Stance, amounts: [Amount] = [], until: Deadline? = nil) {
    self.amounts = amounts
    self.until = until
    places = stance.places
    condition = stance.condition
    dates = stance.asOf
  }

  /// Appends the terms as one JSON object.
  public func write(to output: inout JSONOutput) {
    output.raw("{\"amounts\":")
    output.array(amounts) { output, amount in
      output.raw("{\"low\":")
      output.number(amount.values.lowerBound)
      output.raw(",\"high\":")
      output.number(amount.values.upperBound)
      output.raw(",\"unit\":")
      output.string(amount.unit)
      output.raw(",\"words\":")
      output.string(amount.words)
      output.raw("}")
    }
    output.raw(",\"places\":")
    output.array(places) { $0.string($1) }
    output.raw(",\"condition\":")
    output.string(condition)
    output.raw(",\"dates\":")
    output.string(dates)
    output.raw(",\"until\":")
    if let until {
      output.raw("{\"day\":")
      output.string(until.day.description)
      output.raw(",\"words\":")
      output.string(until.words)
      output.raw("}")
    } else {
      output.raw("null")
    }
    output.raw("}")
  }
}

extension Dossier {
  /// The amounts in the words of stances, by the stance's name.
  func amounts(in stances: [Stance]) throws(DossierError) -> [String: [Terms.Amount]] {
    let byVersion = Dictionary(grouping: stances, by: \.version)
    return try read { database in
      var amounts: [String: [Terms.Amount]] = [:]
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT f.version, f.start, f.end, f.low, f.high, f.unit, f.words
          FROM figure AS f JOIN current_reading AS c ON c.reading = f.reading
          ORDER BY f.version, f.start
          """)
      while let row = try rows.next() {
        guard let stances = byVersion[row[0]] else { continue }
        let range = ByteRange(row[1], row[2])
        let low: Double = row[3]
        let high: Double = row[4]
        for stance in stances where stance.range.contains(range) {
          amounts[stance.id, default: []].append(
            Terms.Amount(
              values: min(low, high)...max(low, high), unit: row[5], words: row[6]))
        }
      }
      return amounts
    }
  }
}
