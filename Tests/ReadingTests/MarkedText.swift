import ParleyModel

/// A text of a test with the parts of its attributions marked: `[s1:...]` source, `[c1:...]` cue,
/// `[q1:...]` content; `/` starts a paragraph.
struct MarkedText {
  private(set) var text: [UInt8] = []
  /// Source, cue and content of each attribution by its number.
  private(set) var parts: [Int: [Character: [ByteRange]]] = [:]

  init(_ marked: some StringProtocol) {
    var open: [(role: Character, number: Int, start: Int)] = []
    var rest = Substring(String(marked))
    while let first = rest.first {
      let tag = Array(rest.prefix(4))
      if first == "[", tag.count == 4, "scq".contains(tag[1]), tag[3] == ":",
        let number = tag[2].wholeNumberValue
      {
        open.append((tag[1], number, text.count))
        rest = rest.dropFirst(4)
      } else if first == "]", let last = open.popLast() {
        parts[last.number, default: [:]][last.role, default: []].append(
          ByteRange(last.start, text.count))
        rest = rest.dropFirst()
      } else if rest.hasPrefix(" / ") {
        text.append(0x0A)
        rest = rest.dropFirst(3)
      } else {
        text += Array(String(first).utf8)
        rest = rest.dropFirst()
      }
    }
  }

  /// The attributions by their number, in the order of the numbers.
  var attributions: [Attribution] {
    parts.sorted { $0.key < $1.key }.map { _, part in
      let content = part["q"] ?? []
      let isQuoted = content.contains { text[$0.lowerBound] == 0x22 }
      return Attribution(
        source: part["s"] ?? [], cue: part["c"] ?? [], content: content,
        kind: isQuoted ? .direct : .indirect)
    }
  }
}
