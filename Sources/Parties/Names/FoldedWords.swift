internal import Language
internal import ParleyModel

/// A text folded for looking up names: cut into pieces at hyphens, dots, apostrophes and the ends
/// of tokens; without diacritics; case folded, but with a note of which capitals there were.
struct FoldedWords: Sendable {
  /// How a piece is written.
  enum Letters: UInt8, Sendable { case small, capitalized, capitals }

  /// The hash of each piece.
  private(set) var pieces: [UInt64] = []
  /// The letters of each piece.
  private(set) var letters: [Letters] = []
  /// The token of each piece.
  private(set) var tokens: [Int32] = []
  /// The index of the first piece of each token, and at the end the number of pieces.
  private(set) var firsts: [Int32] = []

  /// Folds the tokens of an article's text.
  init(_ table: TokenTable, of text: [UInt8]) {
    pieces.reserveCapacity(table.count)
    firsts.reserveCapacity(table.count + 1)
    for token in 0..<table.count {
      firsts.append(Int32(pieces.count))
      fold(text, table.range(token).indices, token: Int32(token))
    }
    firsts.append(Int32(pieces.count))
  }

  /// Folds a name from a data file.
  init(name: some StringProtocol) {
    let bytes = Array(name.utf8)
    fold(bytes, 0..<bytes.count, token: 0)
    firsts = [0, Int32(pieces.count)]
  }

  private mutating func fold(_ text: [UInt8], _ range: Range<Int>, token: Int32) {
    var hash = PieceHash()
    var upper = 0
    var count = 0
    var startsUpper = false
    func end(_ words: inout FoldedWords) {
      guard count > 0 else { return }
      words.pieces.append(hash.value)
      words.letters.append(upper == count ? .capitals : startsUpper ? .capitalized : .small)
      words.tokens.append(token)
      hash = PieceHash()
      upper = 0
      count = 0
      startsUpper = false
    }
    var index = range.lowerBound
    while index < range.upperBound {
      var byte = text[index]
      index += 1
      if byte >= 0xC3, byte <= 0xC5, index < range.upperBound {
        byte = Diacritics.letter(byte, text[index])
        index += 1
      } else if byte >= 0xE2, byte <= 0xE3, index + 1 < range.upperBound {
        index += 2
        end(&self)
        continue
      }
      let isUpper = byte &- 0x41 < 26
      guard isUpper || byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 else {
        end(&self)
        continue
      }
      if isUpper || byte &- 0x30 < 10 { upper += 1 }
      if isUpper, count == 0 { startsUpper = true }
      hash.add(isUpper ? byte | 0x20 : byte)
      count += 1
    }
    end(&self)
  }
}

/// The hash of a piece of a name, fed byte by byte.
struct PieceHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

  var value: UInt64 { WordHash.combine(state, 0) }
}

/// Latin letters without their marks.
enum Diacritics {
  /// U+00C0 to U+017F as ASCII.
  private static let letters = Array(
    ("AAAAAAACEEEEIIIIDNOOOOO*OUUUUYTsaaaaaaaceeeeiiiidnooooo*ouuuuyty"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLl"
      + "NnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs").utf8)

  /// Returns the ASCII letter for the two-byte character `lead`, `trail`.
  static func letter(_ lead: UInt8, _ trail: UInt8) -> UInt8 {
    let index = Int(lead &- 0xC3) * 64 + Int(trail & 0x3F)
    return index < letters.count ? letters[index] : 0x80
  }
}
