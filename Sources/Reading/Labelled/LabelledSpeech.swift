internal import Language
internal import ParleyModel

/// Speech that typography attributes: lines of a transcript ("SMITH: We will see.") and quotations
/// with a signature ("... and that is that." — Ann Smith).
struct LabelledSpeech {
  private let text: AnnotatedText
  private let marks: QuotationMarks

  init(_ view: RoleView) {
    text = view.text
    marks = view.marks
  }

  /// Returns the attributions, in the order of the text.
  func attributions() -> [LinkedSpans] {
    (transcript() + signatures()).sorted { $0.content[0].lowerBound < $1.content[0].lowerBound }
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
      guard !words.isEmpty,
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
