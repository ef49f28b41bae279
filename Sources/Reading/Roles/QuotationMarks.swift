package import Language
internal import ParleyModel

/// Which tokens of a text stand in quotation marks.
package struct QuotationMarks: Sendable {
  /// Where a token stands with regard to quotation marks.
  package enum State: UInt8, Sendable {
    case outside
    case inside
    case opening
    case closing
  }

  /// The state of each token.
  package let states: [State]
  /// The quotations in order, as ranges of tokens, marks included. One that is not closed runs to
  /// the end of its paragraph.
  package let quotations: [Range<Int>]

  /// Pairs the double quotation marks of each paragraph: curly, straight, guillemets. Single marks
  /// are paired only inside double ones' absence, since most are apostrophes.
  package init(_ text: AnnotatedText) {
    var states = [State](repeating: .outside, count: text.tokens.count)
    var quotations: [Range<Int>] = []
    for paragraph in text.paragraphs {
      let tokens =
        text.sentences[paragraph.lowerBound]
        .lowerBound..<text.sentences[paragraph.upperBound - 1].upperBound
      let singles = Self.usesSingleMarks(text, tokens)
      var open: (token: Int, closer: Mark)?
      for index in tokens {
        let mark = Self.mark(text, index, singles: singles)
        let side = mark == .straight ? Self.side(text, index, in: tokens) : nil
        if let opened = open {
          if let mark, mark.closes(opened.closer), side != .opening,
            mark != .singleClose || !Self.isGenitive(text, index, since: opened.token, tokens)
          {
            states[index] = .closing
            quotations.append(opened.token..<index + 1)
            open = nil
          } else if let mark, side == .opening {
            // One that was not closed, or goes on in what was a paragraph of its own.
            quotations.append(opened.token..<index)
            states[index] = .opening
            open = (index, mark)
          } else {
            states[index] = .inside
          }
        } else if let mark, mark.canOpen, side != .closing {
          states[index] = .opening
          open = (index, mark)
        }
      }
      if let opened = open { quotations.append(opened.token..<tokens.upperBound) }
    }
    self.states = states
    self.quotations = quotations
  }

  /// Which side of a quotation a straight mark stands on, as the spaces around it show; `nil` where
  /// they do not.
  private static func side(_ text: AnnotatedText, _ index: Int, in tokens: Range<Int>) -> State? {
    let isJoined = index > tokens.lowerBound && text.tokens.shapes[index].contains(.joined)
    let next = index + 1
    let leads = next < tokens.upperBound && text.tokens.shapes[next].contains(.joined)
    if leads, !isJoined { return .opening }
    return isJoined && !leads ? .closing : nil
  }

  /// Whether a single mark is the apostrophe of a plural ("'The workers' rights ...'"): the
  /// quotation opens a sentence, and another mark closes it.
  private static func isGenitive(
    _ text: AnnotatedText, _ index: Int, since start: Int, _ tokens: Range<Int>
  ) -> Bool {
    let before = index - 1
    guard before > start, text.tokens.shapes[before].contains(.letter),
      text.article.text[Int(text.tokens.ends[before]) - 1] | 0x20 == 0x73,
      text.sentences[text.sentence(ofToken: start)].lowerBound == start
    else { return false }
    for next in index + 1..<min(index + 200, tokens.upperBound) {
      switch mark(text, next, singles: true) {
      case .singleOpen: return false
      case .singleClose: return text.tokens.shapes[next - 1].contains(.punctuation)
      default: continue
      }
    }
    return false
  }

  enum Mark {
    case straight, curlyOpen, curlyClose, guillemetOpen, guillemetClose, lowOpen
    case singleOpen, singleClose

    var canOpen: Bool {
      switch self {
      case .straight, .curlyOpen, .guillemetOpen, .lowOpen, .singleOpen: true
      case .curlyClose, .guillemetClose, .singleClose: false
      }
    }

    func closes(_ opener: Mark) -> Bool {
      switch opener {
      case .straight: self == .straight || self == .curlyClose
      case .curlyOpen: self == .curlyClose || self == .straight
      case .guillemetOpen: self == .guillemetClose
      case .lowOpen: self == .curlyClose || self == .curlyOpen
      case .singleOpen: self == .singleClose
      default: false
      }
    }
  }

  /// The double quotation mark that token `index` is; single ones too where `singles` is set.
  private static func mark(_ text: AnnotatedText, _ index: Int, singles: Bool) -> Mark? {
    let shape = text.tokens.shapes[index]
    guard shape.contains(.punctuation) else { return nil }
    let bytes = text.article.text
    let start = Int(text.tokens.starts[index])
    switch bytes[start] {
    case 0x22: return .straight
    case 0x27 where text.tokens.ends[index] - text.tokens.starts[index] == 2: return .straight
    case 0x27 where singles:
      return shape.contains(.joined) ? .singleClose : .singleOpen
    case 0xC2:
      return bytes[start + 1] == 0xAB
        ? .guillemetOpen : bytes[start + 1] == 0xBB ? .guillemetClose : nil
    case 0xE2 where bytes[start + 1] == 0x80:
      switch bytes[start + 2] {
      case 0x9C: return .curlyOpen
      case 0x9D: return .curlyClose
      case 0x9E: return .lowOpen
      case 0x98 where singles: return .singleOpen
      case 0x99 where singles: return .singleClose
      default: return nil
      }
    default: return nil
    }
  }

  /// Whether the paragraph quotes in single marks: it has no double ones, and an opening single
  /// mark before a word.
  private static func usesSingleMarks(_ text: AnnotatedText, _ tokens: Range<Int>) -> Bool {
    var found = false
    for index in tokens {
      let shape = text.tokens.shapes[index]
      guard shape.contains(.punctuation) else { continue }
      if shape.contains(.quote) { return false }
      let byte = text.article.text[Int(text.tokens.starts[index])]
      let isSingle =
        byte == 0x27
        || byte == 0xE2 && text.article.text[Int(text.tokens.starts[index]) + 1] == 0x80
          && text.article.text[Int(text.tokens.starts[index]) + 2] == 0x98
      if isSingle, !shape.contains(.joined), index + 1 < tokens.upperBound,
        text.tokens.shapes[index + 1].contains(.joined),
        text.tokens.shapes[index + 1].contains(.letter)
      {
        found = true
      }
    }
    return found
  }
}
