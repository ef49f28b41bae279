/// One damaged text, made from a seed and a number alone.
public struct FuzzInput: Sendable {
  /// The text as bytes, in no particular encoding.
  public let bytes: [UInt8]
  /// Whether the bytes are a line of NDJSON rather than a text.
  public let isLine: Bool

  /// Makes input `index` of `seed`.
  public init(seed: UInt64, index: UInt64) {
    var random = SeededGenerator(seed: seed, index: index)
    var text = Self.seedText(&random)
    for _ in 0..<1 + random.below(3) { Self.damage(&text, &random) }
    isLine = random.once(in: 5)
    bytes = isLine ? Self.line(text, &random) : text
  }

  private static func seedText(_ random: inout SeededGenerator) -> [UInt8] {
    var text: [UInt8] = []
    for _ in 0..<1 + random.below(3) {
      if !text.isEmpty { text.append(random.once(in: 3) ? 0x20 : 0x0A) }
      text += SeedTexts.all[random.below(SeedTexts.all.count)]
    }
    return text
  }

  static func damage(_ text: inout [UInt8], _ random: inout SeededGenerator) {
    let place = random.below(text.count + 1)
    let length = min(random.below(60), text.count - place)
    switch random.below(12) {
    case 0: text.removeSubrange(place...)
    case 1: text.removeSubrange(..<place)
    case 2: text.removeSubrange(place..<place + length)
    case 3: text.insert(contentsOf: text[place..<place + length], at: random.below(text.count + 1))
    case 4:
      for _ in 0..<1 + random.below(8) where !text.isEmpty {
        text[random.below(text.count)] = UInt8(truncatingIfNeeded: random.next())
      }
    case 5:
      for _ in 0..<1 + random.below(6) {
        text.insert(
          contentsOf: SeedTexts.awkward[random.below(SeedTexts.awkward.count)],
          at: random.below(text.count + 1))
      }
    case 6:
      let depth = random.once(in: 200) ? 2000 : 1 + random.below(40)
      let opening = SeedTexts.nesting[random.below(SeedTexts.nesting.count)]
      text.insert(contentsOf: (0..<depth).flatMap { _ in opening }, at: place)
    case 7:
      let scalars = (0..<1 + random.below(20)).compactMap { _ in
        Unicode.Scalar(UInt32(random.below(0x11_0000)))
      }
      var inserted = String.UnicodeScalarView()
      inserted.append(contentsOf: scalars)
      text.insert(contentsOf: Array(String(inserted).utf8), at: place)
    case 8: text = text.map { random.once(in: 4) && $0 == 0x20 ? 0x0A : $0 }
    case 9: text = text.filter { $0 != 0x0A }
    case 10: text = text.map { $0 &- 0x61 < 26 && random.once(in: 2) ? $0 & 0xDF : $0 }
    default:
      // A line without end is rare: it takes as long as a thousand short texts.
      let times = random.once(in: 400) ? 300 : 2
      text = Array((0..<times).map { _ in text }.joined(separator: [0x20]))
    }
  }

  /// Wraps a text as a line of NDJSON, with escapes that are mostly right.
  private static func line(_ text: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var line = Array(#"{"id":"x","title":null,"published":"2024-05-03","text":""#.utf8)
    for byte in text {
      if byte == 0x22 || byte == 0x5C { line.append(0x5C) }
      if byte >= 0x20 {
        line.append(byte)
      } else {
        line += Array((random.once(in: 50) ? "\\ud800" : "\\n").utf8)
      }
    }
    line += Array("\"}".utf8)
    if random.once(in: 3), !line.isEmpty {
      line[random.below(line.count)] = UInt8(truncatingIfNeeded: random.next())
    }
    if random.once(in: 10) { line.removeSubrange(random.below(line.count)...) }
    return line
  }
}
