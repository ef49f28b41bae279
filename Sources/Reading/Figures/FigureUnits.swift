internal import DataFiles
internal import Language
internal import Quantities

/// How figures name their units, from `figures/units.tsv` and `figures/nouns.tsv`.
package struct FigureUnits: Sendable {
  /// What a count without or with a noun may be of.
  package enum Counted: Int, CaseIterable, Sendable {
    /// The noun as written.
    case noun
    case people, countries, votes, seats
  }

  private var names: [String: String] = [:]
  /// For units that figures count in a smaller one: how many of it they are.
  private var factors: [String: Double] = [:]
  private var rates: Set<String> = []
  private var nouns: [UInt64: Counted] = [:]
  /// The code of a money by the party whose money it is, for moneys that many share.
  private var moneys: [String: [String: String]] = [:]

  init(_ data: DataFolder) throws(DataError) {
    for line in try data.lines("figures/units.tsv") {
      let fields = line.fields
      guard fields.count == 2 || fields.count == 3 && Double(fields[2]) != nil else {
        throw DataError(
          line, found: "a symbol, the name in figures and perhaps a number were expected")
      }
      if fields[0] == "per" {
        for rate in fields[1].split(separator: " ") { rates.insert(String(rate)) }
      } else {
        names[fields[0]] = fields[1]
        if fields.count == 3 { factors[fields[0]] = Double(fields[2]) }
      }
    }
    for line in try data.lines("figures/nouns.tsv") {
      let fields = line.fields
      guard fields.count == 2, let counted = Self.counted[fields[0]] else {
        throw DataError(
          line, found: "'people', 'countries', 'votes' or 'seats' and nouns were expected")
      }
      for noun in fields[1].split(separator: " ") { nouns[WordHash.of(noun)] = counted }
    }
    for line in try data.lines("figures/moneys.tsv") {
      let fields = line.fields
      guard fields.count == 3 else {
        throw DataError(line, found: "a code, a party and the code of its money were expected")
      }
      moneys[fields[0], default: [:]][fields[1]] = fields[2]
    }
  }

  /// How many of the unit that figures name are one of `unit`.
  func factor(_ unit: String?) -> Double { unit.flatMap { factors[$0] } ?? 1 }

  /// What a noun stands for by the list; `nil` for nouns that are not in it.
  func counted(_ noun: String) -> Counted? { nouns[WordHash.of(noun)] }

  /// The code of the money that plain `code` is in an article about `parties`, most frequent first:
  /// that of the first of them that has such a money, of `code`'s own country if it is near the top.
  func money(_ code: String, _ parties: [String]) -> String {
    guard let known = moneys[code] else { return code }
    let top = parties.prefix(3)
    if top.contains(where: { known[$0] == code }) { return code }
    return top.lazy.compactMap { known[$0] }.first ?? code
  }

  /// The unit of a figure that is no plain count.
  func name(_ quantity: Quantity) -> String {
    let symbol = quantity.unit ?? (quantity.kind == .fraction ? "fraction" : "")
    if let per = quantity.per, let name = names[symbol + "/" + per] { return name }
    let name = names[symbol] ?? symbol
    guard let per = quantity.per, rates.contains(per) else { return name }
    return name + " per " + per
  }

  /// The unit of a count of `counted`.
  func name(_ quantity: Quantity, counted: Counted) -> String {
    switch counted {
    case .noun: quantity.unit?.lowercased() ?? "people"
    case .people: "people"
    case .countries: "countries"
    case .votes: "votes"
    case .seats: "seats"
    }
  }

  private static let counted: [String: Counted] = [
    "people": .people, "countries": .countries, "votes": .votes, "seats": .seats,
  ]
}
