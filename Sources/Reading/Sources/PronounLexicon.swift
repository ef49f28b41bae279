package import DataFiles
internal import Language

/// What a pronoun stands for; the lines of `language/pronouns.txt`.
package enum Pronoun: UInt8, Sendable, CaseIterable {
  /// A man.
  case man
  /// A woman.
  case woman
  /// A body or text.
  case thing
  /// Several people, or a body.
  case several
  /// The speaker of the quotation around it.
  case own = 4
}

/// The pronouns of `language/pronouns.txt`.
package struct PronounLexicon: Sendable {
  private var pronouns: [UInt64: Pronoun] = [:]

  /// Loads the list.
  package init(_ data: DataFolder) throws(DataError) {
    let names: [String: Pronoun] = [
      "man": .man, "woman": .woman, "thing": .thing, "several": .several, "self": .own,
    ]
    for line in try data.lines("language/pronouns.txt") {
      let fields = line.fields
      guard fields.count == 2, let pronoun = names[fields[1]] else {
        throw DataError(line, found: "not a pronoun, a tab and what it stands for")
      }
      pronouns[WordHash.of(fields[0])] = pronoun
    }
  }

  /// What the word stands for as a pronoun; `nil` if it is none in the list.
  @inline(__always)
  package func pronoun(_ word: UInt64) -> Pronoun? { pronouns[word] }
}
