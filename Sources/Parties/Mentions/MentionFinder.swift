internal import Language
internal import ParleyModel

/// Finds the names in a text: those that the catalogue knows, and runs of capitalized words that
/// no list knows.
struct MentionFinder {
  let catalogue: PartyCatalogue
  let text: AnnotatedText
  let folded: FoldedWords
  /// The month of publication (year * 12 + month); `nil` where not known.
  let month: Int?

  func mentions() -> [Mention] {
    var found: [Mention] = []
    for sentence in text.sentences {
      var token = sentence.lowerBound
      while token < sentence.upperBound {
        if let mention = known(at: token, end: sentence.upperBound)
          ?? unknown(at: token, sentence: sentence)
        {
          found.append(mention)
          token = mention.tokens.upperBound
        } else {
          token += 1
        }
      }
    }
    return found
  }

  private func known(at token: Int, end: Int) -> Mention? {
    guard let (use, stop) = catalogued(at: token, end: end) else { return nil }
    switch use {
    case .place:
      let run = nameRun(from: stop, end: end)
      if !run.isEmpty, !narrowsRole(run, end: end) {
        return Mention(
          tokens: token..<run.upperBound, use: .unknown,
          party: PartyName(name: words(token..<run.upperBound)), isPerson: false)
      }
      return Mention(
        tokens: token..<stop, use: .place, party: PartyName(name: words(token..<stop)),
        isPerson: false)
    case .person(let number):
      return Mention(
        tokens: token..<stop, use: .person, party: name(ofPerson: number), isPerson: true)
    case .name(let party, _), .adjective(let party), .people(let party), .seat(let party):
      let run = nameRun(from: stop, end: end)
      if !run.isEmpty, !isRole(stop - 1), !narrowsRole(run, end: end) {
        return Mention(
          tokens: token..<run.upperBound, use: .unknown,
          party: PartyName(name: words(token..<run.upperBound)),
          isPerson: false)
      }
      let name = PartyName(name: catalogue.parties[party].name, index: party)
      return Mention(tokens: token..<stop, use: use.mentionUse, party: name, isPerson: false)
    }
  }

  /// The use of the longest known name that begins at `token`, and the token after it.
  private func catalogued(at token: Int, end: Int) -> (NameUse, Int)? {
    let first = Int(folded.firsts[token])
    guard first < Int(folded.firsts[token + 1]),
      folded.letters[first] != .small || hasThe(token)
        || text.tags[token] == .noun || text.tags[token] == .adj
    else { return nil }
    guard
      let match = catalogue.names.match(
        folded, at: first, within: Int(folded.firsts[end]))
    else { return nil }
    let stop = Int(folded.tokens[first + match.count - 1]) + 1
    let people = match.values.filter { if case .person = $0 { true } else { false } }
    if let use = people.first(where: { use in
      if case .person(let number) = use {
        catalogue.people[number].holdsOffice(in: month)
      } else {
        false
      }
    }) {
      return (use, stop)
    }
    guard let use = match.values.first else { return nil }
    return (use, stop)
  }

  private func hasThe(_ token: Int) -> Bool { text.tags[token] == .det }

  /// The side of a person in office, else the person's own name.
  private func name(ofPerson number: Int) -> PartyName {
    let person = catalogue.people[number]
    guard person.holdsOffice(in: month) else { return PartyName(name: person.name) }
    return PartyName(name: catalogue.parties[person.party].name, index: person.party)
  }

  private func unknown(at token: Int, sentence: Range<Int>) -> Mention? {
    guard isName(token, isFirst: token == sentence.lowerBound),
      kinds(token).isDisjoint(with: .role.union(.honorific))
    else { return nil }
    var run = nameRun(from: token, end: sentence.upperBound)
    guard !run.isEmpty else { return nil }
    let isGroup = !kinds(run.upperBound - 1).isDisjoint(with: .group.union(.institution))
    if kinds(run.upperBound - 1).contains(.never) { return nil }
    // "Foreign" of "Foreign Minister" is no name, "National Education Union" is one.
    if kinds(token).contains(.descriptor), !isGroup || run.count < 2 { return nil }
    // "Birmingham City Council" is one name, "Oxfam Director" is not.
    let next = run.upperBound
    if next < sentence.upperBound, text.tokens.shapes[next].contains(.capitalized),
      kinds(next).contains(.institution), !kinds(next).contains(.office)
    {
      run = run.lowerBound..<next + 1
    }
    let isPerson =
      !isGroup && (2...4).contains(run.count) && run.upperBound != next + 1
      && run.allSatisfy { text.tokens.shapes[$0].contains(.capitalized) }
    return Mention(
      tokens: run, use: .unknown, party: PartyName(name: words(run)), isPerson: isPerson)
  }

  /// The longest run of name words from `start`: capitalized, with "of", "for" and "&" between.
  private func nameRun(from start: Int, end: Int) -> Range<Int> {
    var token = start
    var stop = start
    while token < end {
      if token > start, catalogued(at: token, end: end) != nil, !joins(token - 1) { break }
      if isName(token, isFirst: false), kinds(token).isDisjoint(with: .role.union(.honorific)) {
        token += 1
        stop = token
      } else if token > start, token + 1 < end, isName(token + 1, isFirst: false),
        joins(token)
          || isAnd(token)
            && (endsInGroup(start, after: token, end: end) || pairsMembers(start, at: token))
      {
        token += 1
      } else {
        break
      }
    }
    return start..<stop
  }

  /// Whether the words of `run` narrow a role ("Foreign" before "Minister") and are no name.
  private func narrowsRole(_ run: Range<Int>, end: Int) -> Bool {
    if run.allSatisfy({ kinds($0).contains(.descriptor) }) { return true }
    return run.upperBound < end && !kinds(run.upperBound).isDisjoint(with: .role.union(.honorific))
      && text.tokens.shapes[run.upperBound].contains(.capitalized)
  }

  private static let joints = Set(
    ["&", "de", "van", "der", "al", "bin", "-"].map {
      WordHash.of($0)
    })
  private static let of = WordHash.of("of")
  private static let ands = Set([WordHash.of("and"), WordHash.of("for")])

  private func isAnd(_ token: Int) -> Bool { Self.ands.contains(text.tokens.words[token]) }

  /// Whether the name that began at `start` goes on after the "and" at `joint` to the word for a
  /// group: "Hostages and Missing Families Forum".
  private func endsInGroup(_ start: Int, after joint: Int, end: Int) -> Bool {
    guard kinds(joint - 1).isDisjoint(with: .group.union(.institution)) else { return false }
    var token = joint + 1
    while token < min(end, joint + 5), isName(token, isFirst: false) {
      if !kinds(token).isDisjoint(with: .group.union(.institution)) { return true }
      token += 1
    }
    return false
  }

  /// Whether the "and" at `joint` stands between those whom the group that began at `start` is of:
  /// "Union of Industrialists and Entrepreneurs".
  private func pairsMembers(_ start: Int, at joint: Int) -> Bool {
    guard let of = (start..<joint).last(where: { text.tokens.words[$0] == Self.of }), of > start
    else { return false }
    return !kinds(of - 1).isDisjoint(with: .group) && isPlural(joint - 1) && isPlural(joint + 1)
  }

  private func isPlural(_ token: Int) -> Bool {
    let last = Int(text.tokens.ends[token]) - 1
    return text.article.text[last] == 0x73
  }

  /// Whether `token` joins two parts of a name: "Tiffany & Co", "Bank of England".
  private func joins(_ token: Int) -> Bool {
    let word = text.tokens.words[token]
    if word == Self.of {
      return token > 0 && !kinds(token - 1).isDisjoint(with: .group.union(.institution))
    }
    return Self.joints.contains(word)
  }

  private func isName(_ token: Int, isFirst: Bool) -> Bool {
    let shape = text.tokens.shapes[token]
    guard shape.contains(.capitalized) || shape.contains(.allCapitals) else { return false }
    switch text.tags[token] {
    case .propn: return true
    case .noun, .adj, .x: return !isFirst
    default: return false
    }
  }

  private func isRole(_ token: Int) -> Bool { !kinds(token).isDisjoint(with: .role) }

  private func kinds(_ token: Int) -> PartyWords.Kinds {
    catalogue.words.kinds(of: text.tokens.words[token])
  }

  private func words(_ range: Range<Int>) -> String { text.article.words(text.span(range)) }
}

extension NameUse {
  fileprivate var mentionUse: Mention.Use {
    switch self {
    case .name: .name
    case .adjective: .adjective
    case .people: .people
    case .seat: .seat
    case .person: .person
    case .place: .place
    }
  }
}
