internal import ParleyModel

/// What each copy of a report kept of its sentences.
struct CopiedSentences {
  /// What became of a sentence in a copy.
  enum Fate: String {
    /// Word for word.
    case kept
    /// In other words: at least half of its words stand in one sentence of the copy.
    case changed
    /// Nowhere.
    case absent
  }

  /// One sentence and its fate in each copy, in the order in which they were given.
  struct Row {
    let sentence: String
    let fates: [Fate]
  }

  /// The rows, in the order of the report.
  let rows: [Row]

  /// Compares the sentences of a report with the texts of its copies.
  init(_ report: Article, copies: [Article]) {
    let others = copies.map { Self.sentences($0).map(Self.words) }
    rows = Self.sentences(report).map { sentence in
      let words = Self.words(sentence)
      return Row(
        sentence: sentence,
        fates: others.map { copy in
          if copy.contains(words) { return .kept }
          let own = Set(words)
          let best = copy.map { Double(own.intersection($0).count) / Double(max(1, own.count)) }
            .max()
          return (best ?? 0) >= 0.5 ? .changed : .absent
        })
    }
  }

  /// The sentences of an article, without its site furniture.
  ///
  /// A sentence ends with a stop, a question or an exclamation mark before a space and a capital or
  /// an opening quotation mark; what a name's initials cut is cut the same way in every copy.
  static func sentences(_ article: Article) -> [String] {
    var sentences: [String] = []
    for paragraph in article.paragraphs
    where !article.boilerplate.contains(where: { $0.contains(paragraph) }) {
      var current = ""
      let characters = Array(article.words(paragraph))
      for (index, character) in characters.enumerated() {
        current.append(character)
        guard character == " ", index >= 1, index + 1 < characters.count else { continue }
        let before = characters[..<index].last { !"\"”’')".contains($0) } ?? " "
        let after = characters[index + 1]
        if ".!?".contains(before), after.isUppercase || "\"“‘".contains(after) {
          sentences.append(String(current.dropLast()))
          current = ""
        }
      }
      if !current.isEmpty { sentences.append(current) }
    }
    return sentences
  }

  private static func words(_ sentence: String) -> [String] {
    sentence.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }
}
