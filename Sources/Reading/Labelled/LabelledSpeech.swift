internal import Language
internal import ParleyModel

/// Speech that typography attributes: lines of a transcript ("SMITH: We will see."), quotations
/// with a signature ("... and that is that." — Ann Smith) or behind a paragraph that announces them
/// ("Smith wrote:").
struct LabelledSpeech {
  private let text: AnnotatedText
  private let marks: QuotationMarks
  private let cues: [CueKind]
  private let lexicon: CueLexicon

  init(_ event: EventView) {
    text = event.view.text
    marks = event.view.marks
    cues = event.view.cues
    lexicon = event.view.lexicon
  }

  /// Returns the attributions, in the order of the text.
  func attributions() -> [LinkedSpans] {
    (transcript() + signatures() + announced()).sorted {
      $0.content[0].lowerBound < $1.content[0].lowerBound
    }
  }

  private func tokens(_ paragraph: Range<Int>) -> Range<Int> {
    text.sentences[paragraph.lowerBound]
      .lowerBound..<text.sentences[paragraph.upperBound - 1].upperBound
  }

  private func first(_ token: Int) -> UInt8 { text.article.text[Int(text.tokens.starts[token])] }

  // MARK: Transcripts

  /// The paragraphs that begin with a speaker's name and a colon, if there are enough of them that
  /// the article is, or holds, a transcript: three, or two with the name in capitals.
  private func transcript() -> [LinkedSpans] {
    var found: [LinkedSpans] = []
    var weight = 0
    for paragraph in text.paragraphs {
      let range = tokens(paragraph)
      guard let colon = range.prefix(6).first(where: { first($0) == 0x3A }),
        colon > range.lowerBound, range.upperBound - colon > 3
      else { continue }
      let label = range.lowerBound..<colon
      let words = label.filter { text.tokens.shapes[$0].contains(.letter) }
      // "March, 2018: ..." and "Pictured: ..." are labels of something else.
      guard let last = words.last, text.tags[last] == .propn || text.tags[last] == .noun,
        !label.contains(where: { text.tokens.shapes[$0].contains(.digit) }),
        words.allSatisfy({
          text.tokens.shapes[$0].contains(.capitalized) && text.tags[$0] != .verb
        })
      else { continue }
      let isShouted = words.allSatisfy { text.tokens.shapes[$0].contains(.allCapitals) }
      weight += isShouted ? 3 : 2
      found.append(
        LinkedSpans(
          source: [label], cue: [colon..<colon + 1], content: [colon + 1..<range.upperBound]))
    }
    return weight >= 6 ? found : []
  }

  // MARK: Announcements

  /// Quotations that open a paragraph behind one that ends in a colon: who says them is the subject
  /// of the last cue before the colon. A quotation that is not closed goes on in the next paragraph.
  private func announced() -> [LinkedSpans] {
    var found: [LinkedSpans] = []
    for (number, before) in text.paragraphs.dropLast().enumerated() {
      let lead = text.sentences[before.upperBound - 1]
      guard first(lead.upperBound - 1) == 0x3A, lead.count > 2,
        let (source, cue) = announcement(lead.lowerBound..<lead.upperBound - 1)
      else { continue }
      var content: [Range<Int>] = []
      for paragraph in text.paragraphs[(number + 1)...] {
        let range = tokens(paragraph)
        guard
          let quotation = marks.quotations.first(where: { $0.lowerBound == range.lowerBound })
        else { break }
        content.append(quotation)
        if marks.states[quotation.upperBound - 1] == .closing { break }
      }
      if !content.isEmpty {
        found.append(LinkedSpans(source: [source], cue: [cue], content: content))
      }
    }
    return found
  }

  /// Who speaks in a sentence that announces a quotation, and the cue: "The mayor wrote", "She made
  /// the following remark", "The Daily reports" (however the last word is tagged).
  private func announcement(_ lead: Range<Int>) -> (source: Range<Int>, cue: Range<Int>)? {
    for cue in lead.reversed() where cues[cue].isVerb || cues[cue] == .noun {
      let head = Int(text.heads[cue])
      for verb in [cue, head] where lead.contains(verb) {
        guard
          let subject = text.dependents.of(verb).map(Int.init).first(where: {
            text.relations[$0] == .nsubj
          })
        else { continue }
        let source = text.dependents.reach(subject).clamped(
          to: lead.lowerBound..<max(verb, lead.lowerBound))
        return (source.isEmpty ? subject..<subject + 1 : source, min(verb, cue)..<cue + 1)
      }
    }
    let last = lead.upperBound - 1
    guard lead.count <= 8, lexicon.kind(text.tokens.words[last], .verb) != .none,
      text.tokens.shapes[lead.lowerBound].contains(.capitalized)
    else { return nil }
    return (lead.lowerBound..<last, last..<last + 1)
  }

  // MARK: Signatures

  /// Quotations that end in a dash and a name, in the same paragraph or in a short one of its own.
  private func signatures() -> [LinkedSpans] {
    var found: [LinkedSpans] = []
    var before: Range<Int>?
    for paragraph in text.paragraphs {
      let range = tokens(paragraph)
      defer { before = range }
      if let dash = range.first, isDash(dash), let name = name(dash + 1..<range.upperBound) {
        if let above = before, let quotation = quotation(filling: above) {
          found.append(LinkedSpans(source: [name], cue: [dash..<dash + 1], content: [quotation]))
        }
      } else if let quotation = marks.quotations.first(where: {
        $0.lowerBound == range.lowerBound && $0.upperBound < range.upperBound
      }), isDash(quotation.upperBound),
        let name = name(quotation.upperBound + 1..<range.upperBound)
      {
        found.append(
          LinkedSpans(
            source: [name], cue: [quotation.upperBound..<quotation.upperBound + 1],
            content: [quotation]))
      }
    }
    return found
  }

  private func isDash(_ token: Int) -> Bool {
    let bytes = text.article.text
    let start = Int(text.tokens.starts[token])
    switch bytes[start] {
    case 0x2D: return true
    case 0xE2: return bytes[start + 1] == 0x80 && (0x92...0x95).contains(bytes[start + 2])
    default: return false
    }
  }

  /// The name that a signature gives: capitalized words up to the first comma, in a line of at most
  /// fifteen words without a verb.
  private func name(_ range: Range<Int>) -> Range<Int>? {
    guard !range.isEmpty, range.count <= 15,
      text.tokens.shapes[range.lowerBound].contains(.capitalized),
      !range.contains(where: { text.tags[$0] == .verb || text.tags[$0] == .aux })
    else { return nil }
    let end = range.first { text.tags[$0] == .punct && first($0) != 0x2D } ?? range.upperBound
    let name = range.lowerBound..<end
    let capitals = name.count { text.tokens.shapes[$0].contains(.capitalized) }
    return !name.isEmpty && capitals * 2 > name.count ? name : nil
  }

  /// The paragraph, if it is quoted from its first to its last token.
  private func quotation(filling range: Range<Int>) -> Range<Int>? {
    guard marks.states[range.lowerBound] == .opening,
      marks.states[range.upperBound - 1] != .outside
    else { return nil }
    return range
  }
}
