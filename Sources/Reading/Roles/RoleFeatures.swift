internal import Language

/// The features that decide the part of an attribution that a token belongs to.
package struct RoleFeatures {
  /// The most features that a token can have.
  package static let capacity = 96
  /// The number of contexts that steps between labels depend on.
  package static let contextCount = 12
  /// The context of a token that begins a sentence outside quotation marks.
  static let plainSentenceStart: UInt8 = 2

  private let view: RoleView

  /// Looks at `view`.
  package init(_ view: RoleView) { self.view = view }

  /// The context of each token.
  package static func contexts(_ view: RoleView) -> [UInt8] {
    let text = view.text
    return (0..<text.tokens.count).map { index in
      let state = view.marks.states[index]
      let isFirst = index == text.sentences[Int(view.sentences[index])].lowerBound
      if isFirst { return state == .opening ? 1 : state == .inside ? 9 : plainSentenceStart }
      let before = view.marks.states[index - 1]
      switch state {
      case .opening: return 3
      case .closing: return 4
      case .inside: return before == .opening ? 10 : 5
      case .outside:
        if before == .closing { return 6 }
        if text.tags[index - 1] == .punct { return 7 }
        return view.cues[index].isVerb ? 8 : text.tags[index] == .punct ? 11 : 0
      }
    }
  }

  /// Writes the features of token `index` into `features`; returns how many there are.
  package func fill(_ features: UnsafeMutablePointer<UInt32>, _ index: Int) -> Int {
    let text = view.text
    let word = view.word
    let count = text.tokens.count
    let sentenceNumber = Int(view.sentences[index])
    let sentence = text.sentences[sentenceNumber]
    var slot = 0
    @inline(__always) func add(_ feature: UInt32) {
      features[slot] = feature
      slot += 1
    }
    @inline(__always) func inside(_ place: Int) -> Bool { place >= 0 && place < count }
    @inline(__always) func form(_ offset: Int) -> UInt64 {
      inside(index + offset) ? word.words[index + offset] : 3
    }
    @inline(__always) func kind(_ offset: Int) -> UInt64 {
      inside(index + offset) ? word.classes[index + offset] &+ 16 : 3
    }
    @inline(__always) func tag(_ offset: Int) -> UInt64 {
      inside(index + offset) ? UInt64(text.tags[index + offset].rawValue) : 30
    }
    @inline(__always) func cue(_ offset: Int) -> UInt64 {
      inside(index + offset) ? UInt64(view.cues[index + offset].rawValue) : 20
    }
    @inline(__always) func state(_ offset: Int) -> UInt64 {
      inside(index + offset) ? UInt64(view.marks.states[index + offset].rawValue) : 7
    }
    let w0 = form(0)
    let t0 = tag(0)
    let q0 = state(0)
    let c0 = cue(0)
    let k0 = kind(0)
    let isFirst: UInt64 = index == sentence.lowerBound ? 1 : 0

    // The word and its neighbours.
    add(FeatureHash.of(300, q0))
    for offset in -3...3 {
      let base = UInt64(310 + offset)
      add(FeatureHash.of(base, form(offset)))
      add(FeatureHash.of(base + 10, kind(offset), q0))
      add(FeatureHash.of(base + 20, tag(offset), q0))
      add(FeatureHash.of(base + 30, cue(offset), q0, state(offset)))
    }
    add(FeatureHash.of(350, w0, form(1)))
    add(FeatureHash.of(351, form(-1), w0))
    add(FeatureHash.of(352, k0, kind(1), t0))
    add(FeatureHash.of(353, kind(-1), k0, t0))
    add(FeatureHash.of(354, tag(-1), t0, tag(1)))
    add(FeatureHash.of(355, tag(-2) | tag(-1) << 6 | t0 << 12, q0))
    add(FeatureHash.of(356, t0 | tag(1) << 6 | tag(2) << 12, q0))
    add(FeatureHash.of(357, w0, q0, t0))
    add(FeatureHash.of(358, c0, t0, cue(1)))
    add(FeatureHash.of(359, cue(-1), t0, k0))
    add(FeatureHash.of(360, word.suffixes3[index], t0))
    add(FeatureHash.of(361, word.shapes[index], isFirst))
    add(FeatureHash.of(362, state(-1) | q0 << 4 | state(1) << 8, isFirst))
    add(FeatureHash.of(363, state(-2) | state(-1) << 4 | q0 << 8, t0))
    add(FeatureHash.of(364, kind(-1), kind(1)))
    add(FeatureHash.of(365, w0, c0, isFirst))

    // The tree.
    let head = Int(text.heads[index])
    let relation = UInt64(text.relations[index].rawValue)
    let headWord = head >= 0 ? word.words[head] : 3
    let headTag = head >= 0 ? UInt64(text.tags[head].rawValue) : 30
    let headCue = head >= 0 ? UInt64(view.cues[head].rawValue) : 20
    let headClass = head >= 0 ? word.classes[head] &+ 16 : 3
    let side: UInt64 = head < index ? 0 : 1
    add(FeatureHash.of(370, relation, t0, headTag))
    add(FeatureHash.of(371, relation, headWord))
    add(FeatureHash.of(372, relation, headCue, side))
    add(FeatureHash.of(373, relation, headClass, t0))
    add(FeatureHash.of(374, relation, headCue, c0 | t0 << 6))
    let governor = Int(view.governors[index])
    if governor >= 0 {
      let path = UInt64(view.governedBy[index])
      let ahead: UInt64 = governor < index ? 0 : 1
      let level = UInt64(view.cues[governor].rawValue)
      let gap = UInt64(min(abs(governor - index) / 3, 6))
      add(FeatureHash.of(380, path, level, ahead))
      add(FeatureHash.of(381, path, word.words[governor], ahead))
      add(FeatureHash.of(382, path, word.classes[governor], ahead))
      add(FeatureHash.of(383, path | ahead << 6 | t0 << 8, level, q0))
      add(FeatureHash.of(384, path | ahead << 6, gap, level))
      add(FeatureHash.of(385, path | ahead << 6 | level << 8, relation, t0))
      add(FeatureHash.of(386, path, w0, ahead))
      add(FeatureHash.of(387, path | ahead << 6 | level << 8, state(0) | state(-1) << 4))
      let above = Int(view.governors[governor])
      let abovePath = UInt64(view.governedBy[governor])
      add(FeatureHash.of(388, path, abovePath, above < 0 ? 1 : 2))
    } else {
      add(FeatureHash.of(389, relation, t0, q0))
    }

    // The cues and quotation marks of the sentence.
    let before = Int(view.cueBefore[index])
    let behind = Int(view.cueBehind[index])
    let kindBefore = before >= 0 ? UInt64(view.cues[before].rawValue) : 20
    let kindBehind = behind >= 0 ? UInt64(view.cues[behind].rawValue) : 20
    let gapBefore = UInt64(before >= 0 ? min(index - before, 8) : 9)
    let gapBehind = UInt64(behind >= 0 ? min(behind - index, 8) : 9)
    add(FeatureHash.of(400, kindBefore, kindBehind, q0))
    add(FeatureHash.of(401, kindBefore | gapBefore << 6, t0))
    add(FeatureHash.of(402, kindBehind | gapBehind << 6, t0))
    add(FeatureHash.of(403, before >= 0 ? word.words[before] : 3, gapBefore, q0))
    add(FeatureHash.of(404, behind >= 0 ? word.words[behind] : 3, gapBehind, q0))
    add(FeatureHash.of(405, kindBefore | gapBefore << 6, kindBehind | gapBehind << 6, c0))
    let quoted: UInt64 = view.quoted[sentenceNumber] ? 1 : 0
    let cued: UInt64 = view.cued[sentenceNumber] ? 1 : 0
    let isParagraphStart: UInt64 =
      Int(view.paragraphStart[sentenceNumber]) == sentenceNumber ? 1 : 0
    let first = sentence.lowerBound
    let opening = UInt64(view.marks.states[first].rawValue)
    add(FeatureHash.of(406, quoted | cued << 1 | isParagraphStart << 2 | q0 << 3, isFirst))
    add(FeatureHash.of(407, opening | q0 << 4 | cued << 8, kindBefore))
    add(FeatureHash.of(408, word.words[first], q0, isFirst))
    add(FeatureHash.of(409, opening | q0 << 4, kindBehind, t0))
    if sentenceNumber > 0, isParagraphStart == 0 {
      let last = text.sentences[sentenceNumber - 1]
      let lastState = UInt64(view.marks.states[last.upperBound - 1].rawValue)
      let lastCued: UInt64 = view.cued[sentenceNumber - 1] ? 1 : 0
      add(FeatureHash.of(410, lastState | q0 << 4 | lastCued << 8 | cued << 9, isFirst))
    }
    let fromStart = UInt64(min(index - sentence.lowerBound, 5))
    let toEnd = UInt64(min(sentence.upperBound - 1 - index, 3))
    add(FeatureHash.of(411, fromStart, q0 | toEnd << 4, t0))
    return slot
  }
}
