internal import DataFiles

/// The abbreviations that end in a full stop, from `language/abbreviations.txt`.
struct Abbreviations: Sendable {
  /// Abbreviations that a sentence does not end with (titles: "Mr.").
  private let bound: Set<UInt64>
  /// Abbreviations that a sentence may end with ("Inc.").
  private let free: Set<UInt64>

  /// Loads the list.
  init(_ data: DataFolder) throws(DataError) {
    var bound: Set<UInt64> = []
    var free: Set<UInt64> = []
    for line in try data.lines("language/abbreviations.txt") {
      let fields = line.fields
      guard fields.count == 2, fields[1] == "bound" || fields[1] == "free" else {
        throw DataError(line, found: "not an abbreviation, a tab and 'bound' or 'free'")
      }
      let hash = WordHash.of(fields[0])
      if fields[1] == "bound" { bound.insert(hash) } else { free.insert(hash) }
    }
    self.bound = bound
    self.free = free
  }

  /// Whether the word without its full stop is a known abbreviation.
  func contains(_ word: UInt64) -> Bool { bound.contains(word) || free.contains(word) }

  /// Whether a sentence never ends with the abbreviation (given without its full stop).
  func isBound(_ word: UInt64) -> Bool { bound.contains(word) }
}
