internal import ParleyModel
internal import Parties
internal import Reading

/// Decides whether a name that a model gave is a party of the article.
struct PartyCheck {
  let article: ReadArticle

  /// Returns the name that readings use for the party: of a party that the lists know, its own, also
  /// where a second name of it stands in brackets ("Quito (Ecuador)"); else the words of the article, near `evidence`; else the name as given, if each of its words stands in
  /// the article or is of a party named there ("Utopian opposition" for "Utopia's two opposition
  /// parties"); `nil` if it is none of these.
  func name(_ given: String, near evidence: ByteRange) -> String? {
    let parties = article.context.parties
    if let party = nameWithBrackets(given, parties) { return party }
    var words = given.split { $0.isWhitespace }.map(String.init)
    for name in [given, words.dropFirst().joined(separator: " ")] {
      let canonical = parties.canonical(name)
      if parties.isKnown(canonical) { return canonical }
      guard words.first?.lowercased() == "the" else { break }
    }
    if words.first?.lowercased() == "the" { words.removeFirst() }
    guard !words.isEmpty, words.count <= 12 else { return nil }
    if let place = article.mention(of: words.joined(separator: " "), near: evidence) {
      return article.article.words(place).split { $0.isWhitespace }.joined(separator: " ")
    }
    let isMadeOfThem = words.allSatisfy { word in
      let party = parties.canonical(word)
      return !article.mentions(of: word).isEmpty
        || parties.mentions.contains { $0.party.name == party }
    }
    return isMadeOfThem ? words.joined(separator: " ") : nil
  }

  /// The party of which both parts of "A (B)" are names; `nil` if they are not of one that the lists
  /// know.
  private func nameWithBrackets(_ given: String, _ parties: ArticleParties) -> String? {
    guard given.last == ")", let bracket = given.firstIndex(of: "(") else { return nil }
    let first = parties.canonical(String(given[..<bracket]))
    let second = parties.canonical(String(given[bracket...].dropFirst().dropLast()))
    return first == second && parties.isKnown(first) ? first : nil
  }
}
