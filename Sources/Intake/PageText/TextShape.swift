/// Counts of what a run of text is made of.
struct TextShape: Sendable {
  /// Stops, question and exclamation marks that are followed by a space or the end.
  private(set) var sentenceEnds = 0
  /// Commas.
  private(set) var commas = 0
  /// ASCII digits.
  private(set) var digits = 0
  /// Words that begin with an ASCII capital.
  private(set) var capitals = 0
  /// Characters that rarely stand in prose: `|`, `/`, `@`, `#`, `»`, arrows.
  private(set) var marks = 0
  /// Whether the last character, quotes and brackets aside, ends a sentence.
  private(set) var endsInStop = false
  /// Whether the last character is a colon.
  private(set) var endsInColon = false

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var previous: UInt8 = 0x20
    for index in range {
      let byte = bytes[index]
      let isLast = index + 1 == range.upperBound
      switch byte {
      case 0x2E, 0x21, 0x3F: if isLast || bytes[index + 1] <= 0x22 { sentenceEnds += 1 }
      case 0x2C: commas += 1
      case 0x30...0x39: digits += 1
      case 0x41...0x5A: if previous <= 0x20 { capitals += 1 }
      case 0x7C, 0x2F, 0x40, 0x23: marks += 1
      case 0xC2: if !isLast, bytes[index + 1] == 0xBB || bytes[index + 1] == 0xA9 { marks += 1 }
      case 0xE2: if !isLast, bytes[index + 1] == 0x86 { marks += 1 }
      default: break
      }
      previous = byte
    }
    endsInColon = !range.isEmpty && bytes[range.upperBound - 1] == 0x3A
    var end = range.upperBound
    while end > range.lowerBound, [0x22, 0x27, 0x29, 0x9D, 0x99].contains(bytes[end - 1]) {
      end -= bytes[end - 1] >= 0x80 ? min(3, end - range.lowerBound) : 1
    }
    if end > range.lowerBound {
      let last = bytes[end - 1]
      endsInStop = last == 0x2E || last == 0x21 || last == 0x3F
    }
  }
}
