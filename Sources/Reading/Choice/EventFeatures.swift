internal import Language

/// The features that tell an attribution from what only looks like one.
package enum EventFeatures {
  /// Returns the features of the attribution `spans`, whose content and source are settled.
  package static func of(_ spans: LinkedSpans, _ event: EventView) -> [UInt32] {
    let text = event.text
    let words = text.features
    let cue = spans.cue[0]
    let head = event.head(cue)
    let kind = UInt64(event.view.cues[head].rawValue)
    let tag = UInt64(text.tags[head].rawValue)
    let relation = UInt64(text.relations[head].rawValue)
    var margin = 0
    var length = 0
    var quoted = 0
    for token in spans.content.joined() {
      margin += Int(event.labels.contentMargins[token])
      length += 1
      if event.view.marks.states[token] != .outside { quoted += 1 }
    }
    let mean = UInt64(max(0, min(15, margin / max(length, 1) / 3 + 8)))
    let size = UInt64(length < 4 ? length : length < 8 ? 4 : length < 16 ? 5 : length < 32 ? 6 : 7)
    let quotation: UInt64 = quoted == 0 ? 0 : quoted < length ? 1 : 2
    var source: UInt64 = 40
    var isMarked: UInt64 = 0
    var sourceTop: UInt64 = 3
    var sourceClass: UInt64 = 3
    if let span = spans.source.first {
      let top = event.top(span)
      source = UInt64(text.tags[top].rawValue)
      sourceTop = words.words[top]
      sourceClass = words.classes[top]
      isMarked = event.labels.labels[top].role == .source ? 1 : 0
    }
    let first = spans.content[0].lowerBound
    let tagFirst = UInt64(text.tags[first].rawValue)
    let gap = first >= cue.upperBound ? min(first - cue.upperBound, 6) : 7
    let cueSize = UInt64(min(cue.count, 6))
    let negated: UInt64 =
      event.children(head).contains { negations.contains(text.tokens.words[$0]) } ? 1 : 0
    return [
      FeatureHash.of(800, 1), FeatureHash.of(801, kind, tag),
      FeatureHash.of(802, words.words[head]),
      FeatureHash.of(803, words.classes[head]), FeatureHash.of(804, mean, size),
      FeatureHash.of(805, mean, kind, quotation), FeatureHash.of(806, source, isMarked, kind),
      FeatureHash.of(807, sourceTop), FeatureHash.of(808, sourceClass, kind),
      FeatureHash.of(809, relation, kind), FeatureHash.of(810, size, quotation, kind),
      FeatureHash.of(811, tagFirst, words.words[head]), FeatureHash.of(812, UInt64(gap), kind),
      FeatureHash.of(813, cueSize, tag), FeatureHash.of(814, words.words[cue.lowerBound], cueSize),
      FeatureHash.of(815, words.words[first], kind), FeatureHash.of(816, negated, kind),
      FeatureHash.of(817, source, mean), FeatureHash.of(818, words.classes[head], sourceClass),
      FeatureHash.of(819, words.words[head], source), FeatureHash.of(820, mean, isMarked, size),
    ]
  }

  private static let negations: Set<UInt64> = Set(["not", "n't", "n’t", "never"].map(WordHash.of))
}
