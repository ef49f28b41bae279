internal import ParleyModel

/// A text in which white space and quotation marks are alike, with the way back to the original.
///
/// Every run of white space, no-break spaces included, is one space; every quotation mark and
/// apostrophe, single or double, is one sign.
struct FoldedText: Sendable {
  /// The folded bytes.
  let bytes: [UInt8]
  /// Where each folded byte begins in the original, and at the end its length.
  private let starts: [Int32]

  init(_ text: some Collection<UInt8>) {
    let text = Array(text)
    var bytes: [UInt8] = []
    var starts: [Int32] = []
    bytes.reserveCapacity(text.count)
    starts.reserveCapacity(text.count + 1)
    var index = 0
    while index < text.count {
      let (fold, length) = Self.fold(text, at: index)
      switch fold {
      case .space:
        if bytes.last != 0x20 {
          bytes.append(0x20)
          starts.append(Int32(index))
        }
      case .quote:
        bytes.append(0x27)
        starts.append(Int32(index))
      case .other:
        for offset in 0..<length {
          bytes.append(text[index + offset])
          starts.append(Int32(index + offset))
        }
      }
      index += length
    }
    starts.append(Int32(text.count))
    self.bytes = bytes
    self.starts = starts
  }

  private enum Fold { case space, quote, other }

  /// What the scalar at `index` is, and its length in bytes.
  private static func fold(_ text: [UInt8], at index: Int) -> (Fold, Int) {
    let byte = text[index]
    if byte <= 0x20 { return (.space, 1) }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") {
      return (.quote, 1)
    }
    guard byte >= 0x80 else { return (.other, 1) }
    let next = index + 1 < text.count ? text[index + 1] : 0
    if byte == 0xC2 {
      switch next {
      case 0xA0: return (.space, 2)
      case 0xAB, 0xBB, 0xB4: return (.quote, 2)
      default: return (.other, 2 <= text.count - index ? 2 : 1)
      }
    }
    let third = index + 2 < text.count ? text[index + 2] : 0
    if byte == 0xE2, next == 0x80 {
      switch third {
      // U+2000 to U+200A, U+202F.
      case 0x80...0x8A, 0xAF: return (.space, 3)
      // U+2018 to U+201F, U+2032, U+2033, U+2039, U+203A.
      case 0x98...0x9F, 0xB2, 0xB3, 0xB9, 0xBA: return (.quote, 3)
      default: return (.other, min(3, text.count - index))
      }
    }
    if byte == 0xE3, next == 0x80, third == 0x80 { return (.space, 3) }
    return (.other, 1)
  }

  /// Returns where `pattern` stands, as ranges of the original, in order; whole words only.
  ///
  /// - Complexity: O(n) in the length of the text for patterns that seldom begin to fit.
  func ranges(of pattern: FoldedText, ignoresCase: Bool = false) -> [ByteRange] {
    var wanted = pattern.bytes[...]
    while wanted.first == 0x20 { wanted.removeFirst() }
    while wanted.last == 0x20 { wanted.removeLast() }
    guard let first = wanted.first, wanted.count <= bytes.count else { return [] }
    func isSame(_ a: UInt8, _ b: UInt8) -> Bool {
      a == b || (ignoresCase && (a ^ b) == 0x20 && isLetter(a))
    }
    var found: [ByteRange] = []
    for start in 0...(bytes.count - wanted.count) where isSame(bytes[start], first) {
      let end = start + wanted.count
      guard zip(bytes[start..<end], wanted).allSatisfy({ isSame($0, $1) }), !cutsWord(start),
        !cutsWord(end)
      else { continue }
      found.append(ByteRange(Int(starts[start]), Int(starts[end - 1]) + width(end - 1)))
    }
    return found
  }

  /// The length in the original of what folded byte `index` stands for, without further white space.
  private func width(_ index: Int) -> Int {
    bytes[index] == 0x27 ? Int(starts[index + 1] - starts[index]) : 1
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Whether a word goes on from the byte before `index` to the one at it.
  private func cutsWord(_ index: Int) -> Bool {
    guard index > 0, index < bytes.count else { return false }
    if bytes[index - 1] == 0x27, index > 1 {
      return isInWord(index - 2) && isInWord(index)
    }
    // "Moscow's" holds "Moscow", but "don't" does not hold "don".
    if bytes[index] == 0x27, index + 1 < bytes.count {
      return bytes[index - 1] | 0x20 == UInt8(ascii: "n")
        && bytes[index + 1] | 0x20 == UInt8(ascii: "t")
    }
    return isInWord(index - 1) && isInWord(index)
  }

  /// Whether the byte at `index` belongs to a letter or digit. General punctuation (U+2000 to U+206F)
  /// does not.
  private func isInWord(_ index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return isLetter(byte) || (0x30...0x39).contains(byte) }
    var lead = index
    while lead > 0, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
    if bytes[lead] == 0xE2, lead + 1 < bytes.count { return bytes[lead + 1] > 0x81 }
    return !(bytes[lead] == 0xC2)
  }
}
