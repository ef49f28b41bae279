package import DataFiles
internal import Language

/// Words that tell that somebody says something and not who; the lines of `language/hearsay.tsv`.
package struct HearsayWords: Sendable {
  /// What a word is.
  package enum Kind: String, Sendable {
    /// Tells of no source wherever it stands ("reportedly").
    case adverb
    /// Does so as a participle behind a form of "be" ("is believed").
    case verb
    /// A form of "be".
    case be
  }

  private var kinds: [UInt64: Kind] = [:]

  /// Loads the list.
  package init(_ data: DataFolder) throws(DataError) {
    for line in try data.lines("language/hearsay.tsv") {
      let fields = line.fields
      guard fields.count == 2, let kind = Kind(rawValue: fields[0]) else {
        throw DataError(line, found: "not a kind, a tab and words")
      }
      for word in fields[1].split(separator: " ") { kinds[WordHash.of(word)] = kind }
    }
  }

  /// What the word is; `nil` if it is not in the list.
  package func kind(_ word: UInt64) -> Kind? { kinds[word] }
}
