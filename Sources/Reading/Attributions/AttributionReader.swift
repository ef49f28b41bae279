package import DataFiles
package import Language
package import ParleyModel

/// Finds who says what in annotated text.
package struct AttributionReader: Sendable {
  private let lexicon: CueLexicon
  private let labeler: RoleLabeler

  /// Maps the model and loads the lexicon.
  package init(_ data: DataFolder) throws(DataError) {
    lexicon = try CueLexicon(data)
    labeler = try RoleLabeler(ModelFile(path: data.path + "/models/attributions.parley"))
  }

  /// Returns the attributions of `text` in the order of the text; who speaks is not resolved yet.
  package func read(_ text: AnnotatedText) -> [Attribution] {
    let view = RoleView(text, lexicon: lexicon)
    let labels = labeler.labels(view)
    var found: [Attribution] = []
    for row in view.rows() {
      for spans in AttributionLinker(view, labels: labels, row: row).attributions() {
        found.append(
          Attribution(
            source: spans.source.map(text.span), cue: spans.cue.map(text.span),
            content: spans.content.map(text.span), kind: kind(spans.content, view)))
      }
    }
    return found
  }

  /// Whether all, some or none of the words of `content` stand in quotation marks.
  private func kind(_ content: [Range<Int>], _ view: RoleView) -> Attribution.Kind {
    var words = 0
    var quoted = 0
    for index in content.joined() where !view.text.tokens.shapes[index].contains(.punctuation) {
      words += 1
      if view.marks.states[index] != .outside { quoted += 1 }
    }
    return quoted == 0 ? .indirect : quoted == words ? .direct : .mixed
  }
}
