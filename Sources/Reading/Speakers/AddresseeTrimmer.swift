internal import Language
internal import ParleyModel

/// Takes from the start of what is said whom it was said to, or who carried it: "told the Alba News
/// website [that the talks failed]", "was quoted as saying by Alba News: [...]".
struct AddresseeTrimmer {
  private let text: AnnotatedText
  private let names: EntityTable
  private let lexicon: NameLexicon
  private let relays: RelayLexicon

  init(_ text: AnnotatedText, names: EntityTable, lexicon: NameLexicon, relays: RelayLexicon) {
    self.text = text
    self.names = names
    self.lexicon = lexicon
    self.relays = relays
  }

  /// Returns `attributions`, those with such words in front with what follows them as content.
  func trimmed(_ attributions: [Attribution]) -> [Attribution] {
    var attributions = attributions
    for index in attributions.indices {
      guard let cue = attributions[index].cue.last, let content = attributions[index].content.first
      else { continue }
      let start = text.tokens.index(atOrAfter: content.lowerBound)
      let end = text.tokens.index(atOrAfter: content.upperBound)
      let last = text.tokens.index(atOrAfter: cue.upperBound) - 1
      guard last >= 0, start < end, start >= last, start - last <= 2 else { continue }
      guard let first = begin(of: start..<end, behind: last), end - first >= 2 else { continue }
      attributions[index].content[0] = text.span(first..<end)
    }
    return attributions
  }

  /// Where what is said begins; `nil` where nothing stands in front of it.
  private func begin(of content: Range<Int>, behind cue: Int) -> Int? {
    let start = content.lowerBound
    if text.tokens.words[start] == Self.asWord, start + 2 < content.upperBound,
      text.tokens.words[start + 1] == Self.saying
    {
      guard text.tokens.words[start + 2] == FixedWords.by else { return start + 2 }
      let mark = (start + 2..<min(start + 14, content.upperBound)).first {
        text.tokens.words[$0] == FixedWords.colon || text.tokens.words[$0] == FixedWords.that
          || text.tokens.shapes[$0].contains(.quote)
      }
      guard let mark else { return nil }
      return text.tokens.words[mark] == FixedWords.colon ? mark + 1 : mark
    }
    guard relays.kind(text.tokens.words[cue]) == .told else { return nil }
    var name = start
    if text.tags[name] == .det { name += 1 }
    guard name < content.upperBound, names.mentionAt[name] >= 0,
      case let mention = names.mentions[Int(names.mentionAt[name])], mention.kind == .outlet
    else { return nil }
    var end = mention.tokens.upperBound
    var index = end
    // "The BBC's Talking Point programme".
    while index < content.upperBound, index - end < 7, isNominal(index) {
      let isOutlet = lexicon.kinds(text.tokens.words[index]).contains(.outlet)
      index += 1
      if isOutlet {
        end = index
        break
      }
    }
    while end < content.upperBound, text.tokens.words[end] == FixedWords.comma { end += 1 }
    // "Told Reuters' bureau", "told the BBC in Oslo".
    guard end < content.upperBound, text.tags[end] != .part, text.tags[end] != .adp,
      text.tags[end] != .cconj
    else { return nil }
    return end
  }

  private func isNominal(_ token: Int) -> Bool {
    switch text.tags[token] {
    case .noun, .propn, .num, .part, .adj: true
    default: text.tokens.shapes[token].contains(.capitalized)
    }
  }

  private static let asWord = WordHash.of("as")
  private static let saying = WordHash.of("saying")
}
