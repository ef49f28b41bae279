package import Language

/// How a name stands in its sentence, as far as it matters for who a later pronoun means.
package struct Standing: Sendable {
  /// Whether it is the subject of a verb.
  package let isSubject: Bool
  /// Whether it only says whose something is ("Ek's demand").
  package let isPossessor: Bool

  /// Looks at the name `tokens` of `text`.
  package init(_ tokens: Range<Int>, in text: AnnotatedText) {
    var subject = false
    for index in tokens {
      let head = Int(text.heads[index])
      guard head < 0 || !tokens.contains(head) else { continue }
      switch text.relations[index] {
      case .nsubj, .nsubjPass: subject = true
      case .appos, .compound, .flat:
        // The name behind a title hangs on the title, or the title on it.
        if head >= 0, text.relations[head] == .nsubj || text.relations[head] == .nsubjPass {
          subject = true
        }
      default: break
      }
    }
    let next = tokens.upperBound
    isPossessor =
      next < text.tokens.count && text.tags[next] == .part
      && text.tokens.shapes[next].contains(.joined)
    isSubject = subject && !isPossessor
  }
}
