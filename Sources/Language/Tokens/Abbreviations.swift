internal import DataFiles

/// The abbreviations that end in a full stop, from `language/abbreviations.txt`.
struct Abbreviations: Sendable {
  /// Abbreviations that a sentence does not end with (titles: "Mr.").
  private let bound: Set<UInt64>
  /// Abbreviations that a sentence may end with ("Inc.").
  private let free: Set<UInt64>
  /// Abbreviations only before a number ("No. 5"): a sentence does not end there either.
  private let counting: Set<UInt64>

  /// Loads the list.
  init(_ data: DataFolder) throws(DataError) {
    var bound: Set<UInt64> = []
    var free: Set<UInt64> = []
    var counting: Set<UInt64> = []
    for line in try data.lines("language/abbreviations.txt") {
      let fields = line.fields
      let hash = WordHash.of(fields[0])
      switch fields.count == 2 ? fields[1] : "" {
      case "bound": bound.insert(hash)
      case "free": free.insert(hash)
      case "number": counting.insert(hash)
      default:
        throw DataError(line, found: "not an abbreviation, a tab and 'bound', 'free' or 'number'")
      }
    }
    self.bound = bound
    self.free = free
    self.counting = counting
  }

  /// Whether the word without its full stop is a known abbreviation, given whether a number follows.
  func contains(_ word: UInt64, beforeNumber: Bool) -> Bool {
    bound.contains(word) || free.contains(word) || beforeNumber && counting.contains(word)
  }

  /// Whether a sentence never ends with the abbreviation (given without its full stop).
  func isBound(_ word: UInt64) -> Bool { bound.contains(word) || counting.contains(word) }
}
