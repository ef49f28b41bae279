internal import Language
internal import Parties

/// Reported words that the parse shows: clauses below a verb of saying, and quotations beside one.
struct ReportedClauses {
  struct Report {
    let tokens: Range<Int>
    let source: Int?
    let cue: Int?
  }

  private let parties: ArticleParties
  private let lexicon: FrameLexicon
  private let isQuoted: [Bool]
  private var text: AnnotatedText { parties.text }

  init(_ parties: ArticleParties, lexicon: FrameLexicon, isQuoted: [Bool]) {
    self.parties = parties
    self.lexicon = lexicon
    self.isQuoted = isQuoted
  }

  func reports() -> [Report] {
    var reports: [Report] = []
    var lastSource: Int?
    for sentence in text.sentences {
      var cue: (verb: Int, source: Int)?
      for token in sentence where text.tags[token] == .verb && !isQuoted[token] && says(token) {
        guard let source = subject(token) else { continue }
        cue = (token, source)
        lastSource = source
        for child in parties.dependents.of(token).map(Int.init) where isReported(child, token) {
          let reach = parties.dependents.reach(child)
          let tokens = reach.contains(token) ? child..<reach.upperBound : reach
          reports.append(Report(tokens: tokens, source: source, cue: token))
        }
      }
      for quotation in quotations(sentence) {
        reports.append(
          Report(tokens: quotation, source: cue?.source ?? lastSource, cue: cue?.verb))
      }
    }
    return reports
  }

  private func says(_ token: Int) -> Bool {
    lexicon.frames(at: token, in: text).contains {
      $0.frame.force == .say || ($0.frame.force.act != nil && $0.frame.control == .content)
    }
  }

  private func isReported(_ child: Int, _ verb: Int) -> Bool {
    switch text.relations[child] {
    case .ccomp: true
    case .parataxis: child < verb
    default: false
    }
  }

  private func subject(_ verb: Int) -> Int? {
    parties.dependents.of(verb).map(Int.init).first { text.relations[$0] == .nsubj }
  }

  /// The quotations of a sentence of three or more tokens.
  private func quotations(_ sentence: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start: Int?
    for token in sentence {
      if isQuoted[token] {
        if start == nil { start = token }
      } else if let first = start {
        if token - first >= 3 { result.append(first..<token) }
        start = nil
      }
    }
    if let start, sentence.upperBound - start >= 3 { result.append(start..<sentence.upperBound) }
    return result
  }
}
