public import DataFiles

/// The inflected forms of English verbs and nouns: by rule, with the exceptions of
/// `language/inflections.txt`.
public struct Inflections: Sendable {
  private var irregular: [String: (past: String, participle: String, progressive: String?)] = [:]

  /// Loads the exceptions.
  ///
  /// - Throws: `DataError` if the file is missing or malformed.
  public init(_ data: DataFolder) throws(DataError) {
    for line in try data.lines("language/inflections.txt") {
      let words = line.text.split(separator: " ").map(String.init)
      guard words.count == 3 || words.count == 4 else {
        throw DataError(
          line, found: "not three or four words: infinitive, past, participle, -ing form")
      }
      irregular[words[0]] = (words[1], words[2], words.count == 4 ? words[3] : nil)
    }
  }

  /// Returns the forms of a verb: infinitive, third person, past, participles.
  public func forms(of verb: String) -> [String] {
    let past: String
    let participle: String
    if let forms = irregular[verb] {
      (past, participle) = (forms.past, forms.participle)
    } else {
      past = Self.regularPast(verb)
      participle = past
    }
    return [verb, Self.plural(verb), past, participle, progressive(verb)]
  }

  /// Returns the plural of a noun, which is the third person of a verb, by rule.
  public static func plural(_ word: String) -> String {
    if endsInConsonantY(word) { return word.dropLast() + "ies" }
    for ending in ["s", "x", "z", "ch", "sh"] where word.hasSuffix(ending) { return word + "es" }
    return word == "go" || word == "do" || word == "echo" || word == "veto"
      ? word + "es" : word + "s"
  }

  private static func regularPast(_ verb: String) -> String {
    if verb.hasSuffix("e") { return verb + "d" }
    if endsInConsonantY(verb) { return verb.dropLast() + "ied" }
    return verb + "ed"
  }

  /// The -ing form; a verb whose past doubles its last letter doubles it here as well.
  private func progressive(_ verb: String) -> String {
    if let listed = irregular[verb]?.progressive { return listed }
    if verb.hasSuffix("ie") { return verb.dropLast(2) + "ying" }
    if verb.hasSuffix("e"), !verb.hasSuffix("ee") { return verb.dropLast() + "ing" }
    if let last = verb.last, let past = irregular[verb]?.past, past == verb + "\(last)ed" {
      return verb + "\(last)ing"
    }
    return verb + "ing"
  }

  private static func endsInConsonantY(_ word: String) -> Bool {
    guard word.hasSuffix("y"), let before = word.dropLast().last else { return false }
    return !"aeiou".contains(before)
  }
}
