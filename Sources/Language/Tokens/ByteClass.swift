/// What a byte of UTF-8 text can be part of, as far as cutting words is concerned.
enum ByteClass {
  static let space: UInt8 = 0
  static let letter: UInt8 = 1
  static let digit: UInt8 = 2
  static let punctuation: UInt8 = 3
  /// The first byte of a character outside ASCII.
  static let wide: UInt8 = 4

  /// The class of each byte.
  static let table: [UInt8] = (0..<256).map { byte in
    switch byte {
    case 0...0x20, 0x7F: space
    case 0x30...0x39: digit
    case 0x41...0x5A, 0x61...0x7A, 0x5F: letter
    case 0x80...0xFF: wide
    default: punctuation
    }
  }
}

/// One character outside ASCII: how long it is and what it does to words.
struct WideCharacter {
  enum Role { case letter, space, dash, hyphen, doubleQuote, singleQuote, symbol }
  let length: Int
  let role: Role
  let isCapital: Bool

  /// Reads the character that begins at `offset`; a broken sequence counts as one symbol byte.
  init(_ text: [UInt8], at offset: Int, end: Int) {
    let lead = text[offset]
    let wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
    guard wanted > 1, offset + wanted <= end else {
      self.init(length: 1, role: .symbol, isCapital: false)
      return
    }
    let second = text[offset + 1]
    switch lead {
    case 0xC2:
      let role: Role =
        switch second {
        case 0xA0, 0x80...0x9F: .space
        case 0xAB, 0xBB: .doubleQuote
        case 0xAA, 0xB5, 0xBA: .letter
        case 0xAD: .hyphen
        default: .symbol
        }
      self.init(length: 2, role: role, isCapital: false)
    case 0xC3:
      self.init(length: 2, role: .letter, isCapital: second < 0x9F && second != 0x97)
    case 0xC4, 0xC5:
      self.init(length: 2, role: .letter, isCapital: second & 1 == 0)
    case 0xCE:
      self.init(length: 2, role: .letter, isCapital: second >= 0x91 && second <= 0xA9)
    case 0xD0:
      self.init(length: 2, role: .letter, isCapital: second <= 0xAF)
    case 0xE2 where second == 0x80:
      let role: Role =
        switch text[offset + 2] {
        case 0x80...0x8F, 0xA8, 0xA9, 0xAF: .space
        case 0x90, 0x91: .hyphen
        case 0x92...0x95: .dash
        case 0x98...0x9B, 0xB9, 0xBA: .singleQuote
        case 0x9C...0x9F: .doubleQuote
        default: .symbol
        }
      self.init(length: 3, role: role, isCapital: false)
    case 0xE2 where second == 0x81 && text[offset + 2] == 0xA0,
      0xEF where second == 0xBB && text[offset + 2] == 0xBF:
      self.init(length: 3, role: .space, isCapital: false)
    case 0xE2:
      self.init(length: 3, role: .symbol, isCapital: false)
    case 0xF0...0xF4:
      self.init(length: 4, role: .symbol, isCapital: false)
    default:
      self.init(length: wanted, role: .letter, isCapital: false)
    }
  }

  private init(length: Int, role: Role, isCapital: Bool) {
    self.length = length
    self.role = role
    self.isCapital = isCapital
  }
}
