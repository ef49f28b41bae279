internal import ParleyModel

/// The words of a piece of text as the patterns for site furniture see them.
///
/// A word is a run of letters, digits, apostrophes, and hyphens and full stops inside it; its hash
/// folds ASCII case and takes a curly apostrophe as a straight one. Of the punctuation only
/// `: ( ) | © @` count, each as a word of its own; everything else parts words.
struct FurnitureWords {
  /// The place of each word.
  private(set) var ranges: [ByteRange] = []
  /// The hash of each word.
  private(set) var hashes: [UInt64] = []
  /// Whether each word begins with a capital letter.
  private(set) var capitalized: [Bool] = []
  /// Whether each word begins with a digit.
  private(set) var numeric: [Bool] = []

  /// Cuts `text[range]`, which is UTF-8, into words.
  init(_ text: [UInt8], in range: ByteRange) {
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      var end = index
      var hash = Self.seed
      var hashAtEnd = hash
      var piece = Self.piece(text, index, range.upperBound)
      while index < range.upperBound, piece.kind == .word || piece.kind == .joint {
        hash = Self.mix(hash, text, index, piece)
        index += piece.length
        // A word does not end in a hyphen or a full stop.
        if piece.kind == .word {
          end = index
          hashAtEnd = hash
        }
        piece = Self.piece(text, index, range.upperBound)
      }
      if end > start {
        append(ByteRange(start, end), hashAtEnd, first: text[start])
      } else if index == start {
        if piece.kind == .mark {
          append(
            ByteRange(index, index + piece.length), Self.mix(Self.seed, text, index, piece),
            first: text[index])
        }
        index += piece.length
      }
    }
  }

  /// The hash of a word that a pattern names.
  static func hash(of word: some StringProtocol) -> UInt64 {
    let bytes = Array(word.utf8)
    var hash = seed
    var index = 0
    while index < bytes.count {
      let piece = piece(bytes, index, bytes.count)
      hash = mix(hash, bytes, index, piece)
      index += piece.length
    }
    return hash
  }

  private mutating func append(_ range: ByteRange, _ hash: UInt64, first: UInt8) {
    ranges.append(range)
    hashes.append(hash)
    capitalized.append(first &- 0x41 < 26)
    numeric.append(first &- 0x30 < 10)
  }

  /// What one character is to the patterns.
  private struct Piece {
    enum Kind { case word, joint, mark, gap }
    let kind: Kind
    let length: Int
  }

  private static func piece(_ text: [UInt8], _ index: Int, _ end: Int) -> Piece {
    guard index < end else { return Piece(kind: .gap, length: 0) }
    switch text[index] {
    case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, UInt8(ascii: "'"):
      return Piece(kind: .word, length: 1)
    case UInt8(ascii: "-"), UInt8(ascii: "."): return Piece(kind: .joint, length: 1)
    case UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"),
      UInt8(ascii: "@"):
      return Piece(kind: .mark, length: 1)
    case 0..<0x80: return Piece(kind: .gap, length: 1)
    case 0xC2:
      let isCopyright = index + 1 < end && text[index + 1] == 0xA9
      return Piece(kind: isCopyright ? .mark : .gap, length: min(2, end - index))
    case 0xE2 where index + 2 < end && text[index + 1] == 0x80:
      return Piece(kind: text[index + 2] == 0x99 ? .word : .gap, length: 3)
    case let lead:
      return Piece(kind: .word, length: min(lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2, end - index))
    }
  }

  private static func mix(_ hash: UInt64, _ text: [UInt8], _ index: Int, _ piece: Piece) -> UInt64 {
    if piece.length == 1 {
      let byte = text[index]
      return mix(hash, byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    if piece.length == 3, text[index] == 0xE2, text[index + 1] == 0x80 {
      return mix(hash, UInt8(ascii: "'"))
    }
    return text[index..<index + piece.length].reduce(hash) { mix($0, $1) }
  }

  /// FNV-1a, 64 bits.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
