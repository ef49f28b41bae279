internal import Language

/// What the choosers of source and content look at: a text, its labels, the cue at hand.
package struct EventView {
  let view: RoleView
  let labels: RoleLabels
  /// All source spans that the labels mark, in order.
  let sources: [Range<Int>]

  package init(_ view: RoleView, labels: RoleLabels) {
    self.view = view
    self.labels = labels
    sources = Self.spans(.source, labels.labels)
  }

  var text: AnnotatedText { view.text }

  /// The tokens whose head is `token`.
  func children(_ token: Int) -> [Int] { text.dependents.of(token).map(Int.init) }

  /// The spans of one role that the labels mark.
  static func spans(_ role: Role, _ labels: [RoleLabel]) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var start: Int?
    for (index, label) in labels.enumerated() {
      if let begun = start, label.role != role || label.begins {
        spans.append(begun..<index)
        start = nil
      }
      if label.role == role, start == nil { start = index }
    }
    if let start { spans.append(start..<labels.count) }
    return spans
  }

  /// The word of a span that the others hang on: the first verb or noun cue, else the first token
  /// whose head lies outside.
  func head(_ span: Range<Int>) -> Int {
    if let cue = span.first(where: { view.cues[$0].isVerb }) { return cue }
    if let cue = span.first(where: { view.cues[$0] == .noun }) { return cue }
    return top(span)
  }

  /// The first token of a span whose head lies outside of it.
  func top(_ span: Range<Int>) -> Int {
    span.first { !span.contains(Int(text.heads[$0])) } ?? span.lowerBound
  }

  /// The sentence that holds token `index`.
  func sentence(_ index: Int) -> Range<Int> { text.sentences[Int(view.sentences[index])] }

  /// The noun phrase behind a cue that is a preposition ("according to three officials"), which is
  /// the source whatever else stands near; `nil` for other cues.
  func objectOfPreposition(_ cue: Range<Int>) -> Range<Int>? {
    guard view.lexicon.isPreposition(text.tokens.words[cue]), cue.upperBound < text.tokens.count
    else { return nil }
    let start = cue.upperBound
    let end = sentence(cue.lowerBound).upperBound
    let stop = (start..<max(start, end)).first { text.tags[$0] == .punct } ?? end
    guard start < stop,
      let head = (start..<stop).first(where: {
        text.tags[$0] == .noun || text.tags[$0] == .propn || text.tags[$0] == .pron
      }), !(start..<head).contains(where: { text.tags[$0] == .verb })
    else { return nil }
    let top = (start..<stop).first { !(start..<stop).contains(Int(text.heads[$0])) } ?? head
    let reach = max(
      text.dependents.reach(top).upperBound, text.dependents.reach(head).upperBound, head + 1)
    return start..<min(reach, stop)
  }
}
