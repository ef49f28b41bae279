internal import DataFiles

/// What the words of a short run of text tell of it ("Read more:", "All rights reserved").
struct BlockWords: Sendable {
  /// The longest block, in bytes, that the words at its beginning or inside it tell anything of.
  private static let longestBlock = 400

  /// The names of the kinds, "<place> <group>", in the order of the bits of a mask.
  let kinds: [String]
  private let wholes: [[UInt8]: UInt32]
  /// The phrases that open a block or stand in it, by their first byte.
  private let phrases: [[Phrase]]

  private struct Phrase: Sendable {
    let bytes: [UInt8]
    let isOpening: Bool
    let mask: UInt32
  }

  /// Loads the groups from `pages/block-words.tsv`.
  init(_ folder: DataFolder) throws(DataError) {
    var kinds: [String] = []
    var wholes: [[UInt8]: UInt32] = [:]
    var phrases = [[Phrase]](repeating: [], count: 256)
    for line in try folder.lines("pages/block-words.tsv") {
      let fields = line.fields
      guard fields.count == 3, ["is", "starts", "has"].contains(fields[1]), kinds.count < 32 else {
        throw DataError(line, found: "not a group, a place (is, starts, has) and words")
      }
      let mask = UInt32(1) << UInt32(kinds.count)
      kinds.append(fields[1] + " " + fields[0])
      for word in fields[2].split(separator: "|") where !word.isEmpty {
        let bytes = Array(word.utf8)
        if fields[1] == "is" {
          wholes[bytes, default: 0] |= mask
        } else {
          phrases[Int(bytes[0])].append(
            Phrase(bytes: bytes, isOpening: fields[1] == "starts", mask: mask))
        }
      }
    }
    self.kinds = kinds
    self.wholes = wholes
    self.phrases = phrases
  }

  /// Returns the kinds that the words of `text[range]` speak for, one bit a kind.
  func mask(of text: [UInt8], _ range: Range<Int>) -> UInt32 {
    guard range.count <= Self.longestBlock else { return 0 }
    let folded = text[range].map(asciiLowercased)
    var mask = wholes[folded] ?? 0
    // Icons and arrows may stand before the first word.
    let opening = folded.firstIndex { $0 < 0x80 && isWordByte($0) } ?? 0
    for start in folded.indices
    where start == 0 || !isWordByte(folded[start - 1]) || start == opening {
      for phrase in phrases[Int(folded[start])]
      where start == 0 || start == opening || !phrase.isOpening {
        if folded[start...].starts(with: phrase.bytes) { mask |= phrase.mask }
      }
    }
    return mask
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || byte &- 0x61 < 26
  }
}
