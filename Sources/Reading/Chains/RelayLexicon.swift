package import DataFiles
internal import Language

/// The words that show through whom something reached the article; the lines of
/// `language/relays.txt`.
package struct RelayLexicon: Sendable {
  private var kinds: [UInt64: Kind] = [:]

  /// What a word shows.
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// What the source said it to ("told").
    case told
    /// What the words were said or stand in ("interview").
    case venue
    /// What an outlet does with the words of others ("reported").
    case report
    /// What an outlet does that leads to its own source ("citing").
    case cite
    /// What a body does with the words of others ("released").
    case release
    /// Those who listen, and are no outlet ("the media").
    case crowd
  }

  /// Loads the list.
  package init(_ data: DataFolder) throws(DataError) {
    for line in try data.lines("language/relays.txt") {
      let fields = line.fields
      guard fields.count == 2,
        let kind = Kind.allCases.first(where: { String(describing: $0) == fields[1] })
      else { throw DataError(line, found: "not a word, a tab and one of the kinds of the head") }
      kinds[WordHash.of(fields[0])] = kind
    }
  }

  /// What the word shows; `nil` if it is not in the list.
  @inline(__always)
  package func kind(_ word: UInt64) -> Kind? { kinds[word] }
}
