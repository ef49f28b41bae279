internal import Language
internal import ParleyModel
package import Parties

/// Finds the names of people, bodies and outlets in a text.
///
/// Names are runs of capitalized words; what a run names is told by the lists, by the words around
/// it, and by what the rest of the text says of the same words.
package struct NameFinder {
  private let parties: ArticleParties
  private let text: AnnotatedText
  private let lexicon: NameLexicon
  /// Words that are written with a capital inside a sentence somewhere in the text.
  private var capitals: Set<UInt64> = []

  /// Prepares to look for names in the text of `parties`.
  package init(_ parties: ArticleParties, lexicon: NameLexicon) {
    self.parties = parties
    text = parties.text
    self.lexicon = lexicon
    for sentence in text.sentences {
      for index in sentence.dropFirst()
      where text.tokens.shapes[index].contains(.capitalized) && !opens(index - 1) {
        capitals.insert(text.tokens.words[index])
      }
    }
  }

  /// Whether words behind the token may have a capital just because something begins.
  private func opens(_ index: Int) -> Bool {
    text.tokens.shapes[index].contains(.quote) || text.tokens.words[index] == FixedWords.colon
  }

  /// Returns the names of the text in order.
  package func mentions() -> [NameMention] {
    var found: [NameMention] = []
    var last: [String: String] = [:]
    for sentence in text.sentences {
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        guard text.tokens.shapes[index].contains(.letter) else {
          index += 1
          continue
        }
        if let (mention, end) = outlet(at: index, in: sentence, &last) {
          found.append(mention)
          index = end
          continue
        }
        guard isNameWord(index, in: sentence) else {
          index += 1
          continue
        }
        let run = run(from: index, in: sentence)
        append(run, in: sentence, to: &found)
        index = run.upperBound
      }
    }
    return NameTyping(parties, lexicon: lexicon, mentions: found).settled(found)
  }

  private func outlet(
    at index: Int, in sentence: Range<Int>, _ known: inout [String: String]
  ) -> (NameMention, Int)? {
    guard let (form, end) = lexicon.outlets.form(at: index, in: text), end <= sentence.upperBound
    else { return nil }
    // "Fox" in "Vicente Fox", "Mehr" in "Mehr Jones": part of a longer name.
    if index > sentence.lowerBound, kinds(index - 1).contains(.givenName),
      text.tokens.shapes[index - 1].contains(.capitalized)
    {
      return nil
    }
    var name = form.name
    if form.isAmbiguous {
      let written = String(decoding: form.bytes, as: UTF8.self)
      if let full = known[written] {
        name = full
      } else if !isTreatedAsOutlet(index..<end, in: sentence) {
        return nil
      }
    } else if let cut = name.lastIndex(of: " ") {
      known[String(name[name.index(after: cut)...])] = name
    }
    return (
      NameMention(
        tokens: index..<end, title: index..<index, kind: .outlet, gender: nil, outlet: name), end
    )
  }

  /// "told the Sun", "the Sun reported", "the Sun newspaper".
  private func isTreatedAsOutlet(_ tokens: Range<Int>, in sentence: Range<Int>) -> Bool {
    if tokens.upperBound < sentence.upperBound {
      let next = tokens.upperBound
      if kinds(next).contains(.outlet) || Self.reported.contains(text.tokens.words[next]) {
        return true
      }
    }
    var before = tokens.lowerBound - 1
    if before >= sentence.lowerBound, text.tags[before] == .det { before -= 1 }
    return before >= sentence.lowerBound && Self.told.contains(text.tokens.words[before])
  }

  private static let reported = Set(["reported", "reports", "quoted"].map { WordHash.of($0) })
  private static let told = Set(["told", "telling", "tells"].map { WordHash.of($0) })

  private func kinds(_ index: Int) -> WordKinds { lexicon.kinds(text.tokens.words[index]) }

  /// Whether the token can begin a name.
  private func isNameWord(_ index: Int, in sentence: Range<Int>) -> Bool {
    let shape = text.tokens.shapes[index]
    guard shape.contains(.capitalized) else {
      // "al-Assad", "bin Salman" standing alone.
      return Self.articles.contains(text.tokens.words[index]) && index + 2 < sentence.upperBound
        && text.tokens.shapes[index + 1].contains(.joined)
        && text.tokens.shapes[index + 2].contains(.capitalized)
        && text.tokens.shapes[index + 2].contains(.joined)
    }
    let word = text.tokens.words[index]
    let kind = lexicon.kinds(word)
    if kind.contains(.noName) { return false }
    // "Von der Leyen said".
    if Self.particles.contains(word), index + 2 < sentence.upperBound,
      Self.particles.contains(text.tokens.words[index + 1])
        && text.tokens.shapes[index + 2].contains(.capitalized)
    {
      return true
    }
    switch text.tags[index] {
    case .pron, .det, .aux, .cconj, .sconj, .adp, .part, .intj, .punct: return false
    default: break
    }
    let isFirst = index == sentence.lowerBound || opens(index - 1)
    guard isFirst else { return true }
    // "Ministers said": a noun that has its capital from the sentence.
    if !kind.isDisjoint(with: .nouns), !capitals.contains(word), !kind.contains(.title) {
      return false
    }
    return text.tags[index] == .propn || kind.contains(.givenName) || capitals.contains(word)
  }

  private static let articles = Set(["al", "el", "as", "ash", "ad", "an"].map { WordHash.of($0) })
  static let particles = Set(
    [
      "al", "el", "bin", "ibn", "bint", "ben", "de", "del", "della", "di", "da", "dos", "das", "do",
      "van", "von", "der", "den", "ter", "ul", "ud", "la", "le", "du", "abu", "y", "e", "ou", "zu",
      "bar",
    ].map { WordHash.of($0) })
  private static let links = Set(["of", "for", "on", "to", "the"].map { WordHash.of($0) })
  private static let and = Set(["and", "&"].map { WordHash.of($0) })

  /// The run of name words that begins with `start`.
  private func run(from start: Int, in sentence: Range<Int>) -> Range<Int> {
    var end = start + 1
    var isBody = bodyLike(start)
    var linked = false
    func isCapital(_ index: Int) -> Bool {
      guard index < sentence.upperBound, text.tokens.shapes[index].contains(.capitalized),
        text.tags[index] != .pron
      else { return false }
      // "Minister Jan Ek": a month that is a given name behind a title.
      return !kinds(index).contains(.noName)
        || kinds(index).contains(.givenName) && kinds(index - 1).contains(.title)
          && index + 1 < sentence.upperBound
          && text.tokens.shapes[index + 1].contains(.capitalized)
    }
    while end < sentence.upperBound {
      let shape = text.tokens.shapes[end]
      let word = text.tokens.words[end]
      if isCapital(end), !startsNewName(end, after: start) {
        isBody = isBody || bodyLike(end)
        end += 1
      } else if isHyphen(end), end + 1 < sentence.upperBound,
        text.tokens.shapes[end + 1].contains(.joined),
        text.tokens.shapes[end + 1].contains(.letter),
        text.tokens.shapes[end + 1].contains(.capitalized) || isName(end + 1)
      {
        end += 2
      } else if Self.particles.contains(word), !shape.contains(.capitalized) {
        var next = end + 1
        while next < sentence.upperBound,
          Self.particles.contains(text.tokens.words[next]) || isHyphen(next)
        {
          next += 1
        }
        guard isCapital(next), next - end <= 3 else { return start..<end }
        end = next + 1
      } else if isBody, Self.links.contains(word) {
        // "Ministry of Defence", "Organization for the Prohibition of Chemical Weapons".
        var next = end + 1
        if next < sentence.upperBound, text.tokens.words[next] == FixedWords.the { next += 1 }
        guard isCapital(next), word == FixedWords.of || bodyLike(end - 1) || linked,
          word != FixedWords.the
        else { return start..<end }
        if lexicon.kinds(text.tokens.words[next]).contains(.givenName), word == FixedWords.of,
          !linked, next + 1 < sentence.upperBound, isCapital(next + 1)
        {
          return start..<end
        }
        linked = true
        end = next + 1
      } else if Self.and.contains(word), isCapital(end + 1),
        !kinds(end + 1).contains(.givenName),
        linked || isJointName(start..<end, and: end + 1, in: sentence)
      {
        end += 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// Whether "and" stands inside one name: "the Trade and Industry Ministry", "the Hostages and Missing
  /// Families Forum", where what goes before it names nothing by itself.
  private func isJointName(_ first: Range<Int>, and next: Int, in sentence: Range<Int>) -> Bool {
    guard first.lowerBound > sentence.lowerBound, first.count <= 2,
      text.tokens.words[first.lowerBound - 1] == FixedWords.the,
      !first.contains(where: {
        isKnown($0) || !kinds($0).isDisjoint(with: [.organization, .givenName])
      })
    else { return false }
    var end = next + 1
    while end < sentence.upperBound, end - next < 4,
      text.tokens.shapes[end].contains(.capitalized), text.tags[end] != .pron
    {
      end += 1
    }
    return end > next + 1 && kinds(end - 1).contains(.organization)
      && !(next..<end).contains(where: isKnown)
  }

  /// Whether the token names a party that the lists know.
  private func isKnown(_ token: Int) -> Bool {
    parties.mention(at: token).map { $0.use != .unknown } ?? false
  }

  /// A second name right behind the first: an acronym in capitals never continues a name in small
  /// letters before it, nor does a name continue a demonstrative.
  private func startsNewName(_ index: Int, after start: Int) -> Bool {
    // "Under-Secretary" is one word.
    if text.tags[index] == .adp, index + 1 < text.tokens.count, isHyphen(index + 1) { return false }
    return text.tags[index] == .adp || text.tags[index] == .det || text.tags[index] == .aux
      || text.tags[index] == .cconj
  }

  private func bodyLike(_ index: Int) -> Bool {
    let kind = kinds(index)
    return kind.contains(.organization) || kind.contains(.title)
  }

  private func isHyphen(_ index: Int) -> Bool {
    let shape = text.tokens.shapes[index]
    guard shape.contains(.punctuation), shape.contains(.joined) else { return false }
    let start = Int(text.tokens.starts[index])
    return text.article.text[start] == 0x2D
      || text.tokens.ends[index] - text.tokens.starts[index] == 3
        && text.article.text[start] == 0xE2 && text.article.text[start + 2] <= 0x91
  }

  /// Whether a small-letter piece behind a hyphen belongs to the name before it ("Ki-moon").
  private func isName(_ index: Int) -> Bool {
    switch text.tags[index] {
    case .propn: return true
    case .noun, .x:
      guard index + 1 < text.tokens.count else { return true }
      let next = text.tags[index + 1]
      return next != .noun && next != .adj && next != .propn
    default: return false
    }
  }

  /// Cuts `run` into title and name and appends what it names.
  private func append(
    _ run: Range<Int>, in sentence: Range<Int>, to found: inout [NameMention]
  ) {
    let parts = NameParts(run, text: text, lexicon: lexicon)
    guard !parts.name.isEmpty else { return }
    // "Russian sources": an adjective names nobody.
    if run.count == 1, text.tags[run.lowerBound] == .adj, !parts.isPerson,
      !found.contains(where: {
        $0.kind == .person
          && text.tokens.words[$0.tokens.upperBound - 1] == text.tokens.words[run.lowerBound]
      })
    {
      return
    }
    found.append(
      NameMention(
        tokens: parts.name, title: parts.title, kind: parts.isPerson ? .person : .organization,
        gender: nil, outlet: nil))
  }
}
