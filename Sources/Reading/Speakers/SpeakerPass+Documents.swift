internal import Language
internal import ParleyModel

extension SpeakerPass {
  /// The voice of a text.
  func document(_ noun: Int, _ phrase: SourcePhrase, in index: Int) -> Voice {
    var end = phrase.description.upperBound
    // "Police records and satellite pictures" is one link.
    if end + 1 < phrase.range.upperBound, text.tokens.words[end] == FixedWords.and {
      end = phrase.range.upperBound
    }
    let name =
      issuer(of: noun, phrase, in: index) ?? signed(noun, phrase)
      ?? plain(phrase.description.lowerBound..<end)
    return Voice(
      type: .document, speaker: .known(name: name),
      link: ChainLink(name: name, kind: .document, words: text.span(phrase.range)),
      noun: reader.lexicon.singular(text.tokens.words[noun]),
      isPlural: phrase.isPlural)
  }

  /// "A statement by the union" as "union statement": the issuer with the noun.
  private func signed(_ noun: Int, _ phrase: SourcePhrase) -> String? {
    guard phrase.description.lowerBound == noun, noun + 1 < phrase.description.upperBound,
      Self.by.contains(text.tokens.words[noun + 1])
    else { return nil }
    var start = noun + 2
    while start < phrase.description.upperBound, text.tags[start] == .det { start += 1 }
    guard start < phrase.description.upperBound, names.titledMentionAt[start] >= 0 else {
      return nil
    }
    let mention = names.mentions[Int(names.titledMentionAt[start])]
    guard mention.tokens.upperBound == phrase.description.upperBound else { return nil }
    return plain(start..<phrase.description.upperBound) + " " + text.word(noun)
  }

  private static let by = Set(["by", "from", "of"].map { WordHash.of($0) })

  /// Who speaks in the sentence that brings up a letter: "The ministry said in a short statement".
  private func issuer(inSentenceOf token: Int, _ noun: Int) -> String? {
    guard
      reader.descriptions.kinds(reader.lexicon.singular(text.tokens.words[noun])).contains(.letter)
    else { return nil }
    let sentence = text.sentence(ofToken: token)
    for earlier in history.suffix(40)
    where sentences[earlier] == sentence && parents[earlier] == nil {
      guard let voice = voices[earlier], voice.type == .organization || voice.type == .named,
        let name = voice.speaker.name
      else { continue }
      return name + " " + text.word(noun)
    }
    return nil
  }

  /// Who speaks in "the statement", or the document that "the report" points back to.
  private func issuer(of noun: Int, _ phrase: SourcePhrase, in index: Int) -> String? {
    guard phrase.description.count == 1 else { return nil }
    let word = reader.lexicon.singular(text.tokens.words[noun])
    for earlier in history.reversed() where sentences[earlier] <= sentences[index] {
      guard let voice = voices[earlier], voice.type == .document, voice.noun == word,
        let name = voice.speaker.name
      else { continue }
      return name
    }
    guard phrase.isDefinite else { return nil }
    if let fuller = introduction(of: noun, phrase), case .noun = fuller.head {
      let isSigned = fuller.range.contains { names.mentionAt[$0] >= 0 }
      return isSigned
        ? plain(fuller.description)
        : issuer(inSentenceOf: fuller.range.lowerBound, noun) ?? plain(fuller.description)
    }
    guard reader.descriptions.kinds(word).contains(.letter) else { return nil }
    for earlier in history.reversed() where sentences[earlier] <= sentences[index] {
      guard sentences[index] - sentences[earlier] <= 4, let voice = voices[earlier] else { break }
      if voice.type == .organization || voice.type == .named,
        let name = voice.speaker.name
      {
        // "State Department statement".
        return name + " " + text.word(noun)
      }
    }
    return nil
  }
}
