internal import ParleyModel

/// Cuts text into tokens the way the English Universal Dependencies treebanks do: contractions and
/// possessives apart ("do" "n't", "Kyiv" "'s"), hyphenated words in pieces ("US" "-" "led").
struct Tokenizer {
  private let abbreviations: Abbreviations
  private let text: [UInt8]
  private let end: Int
  private var table: TokenTable
  private var position: Int
  private var lastEnd = -1

  /// Appends the tokens of `range` of `text` to `table`.
  static func append(
    _ range: ByteRange, of text: [UInt8], abbreviations: Abbreviations,
    to table: inout TokenTable
  ) {
    var tokenizer = Tokenizer(
      abbreviations: abbreviations, text: text, end: range.upperBound, table: table,
      position: range.lowerBound)
    table = TokenTable()
    tokenizer.run()
    table = tokenizer.table
  }

  private init(
    abbreviations: Abbreviations, text: [UInt8], end: Int, table: TokenTable, position: Int
  ) {
    self.abbreviations = abbreviations
    self.text = text
    self.end = end
    self.table = table
    self.position = position
  }

  private mutating func run() {
    while position < end {
      switch ByteClass.table[Int(text[position])] {
      case ByteClass.space: position += 1
      case ByteClass.letter, ByteClass.digit: word()
      case ByteClass.wide:
        let character = WideCharacter(text, at: position, end: end)
        switch character.role {
        case .space: position += character.length
        case .letter: word()
        case .doubleQuote, .singleQuote, .dash, .hyphen, .symbol:
          let shape: Shape =
            character.role == .doubleQuote ? [.punctuation, .quote] : .punctuation
          emit(position, position + character.length, shape)
          position += character.length
        }
      default: punctuation()
      }
    }
  }

  private mutating func punctuation() {
    let byte = text[position]
    var stop = position + 1
    switch byte {
    case 0x2E, 0x2D, 0x21, 0x3F, 0x2A, 0x3D, 0x27:
      // Runs of full stops, hyphens, marks of exclamation and question are one token; two
      // apostrophes are a typewriter's double quotation mark.
      while stop < end, text[stop] == byte { stop += 1 }
      if byte == 0x2E, position + 1 == stop, stop < end, isDigit(stop) {
        word()
        return
      }
    case 0x40, 0x23:
      if stop < end, isLetter(stop) {
        while stop < end, isLetter(stop) || isDigit(stop) { stop += length(at: stop) }
      }
    default: break
    }
    let isQuote = byte == 0x22 || byte == 0x27 && stop - position == 2
    emit(position, stop, isQuote ? [.punctuation, .quote] : .punctuation)
    position = stop
  }

  /// Reads a word or number that begins here, with the stops, commas and apostrophes inside it.
  private mutating func word() {
    let start = position
    var stop = start
    var shape: Shape = []
    var capitals = 0
    var letters = 0
    if address(from: start) { return }
    scan: while stop < end {
      let byte = text[stop]
      switch ByteClass.table[Int(byte)] {
      case ByteClass.letter:
        shape.insert(.letter)
        letters += 1
        if byte & 0x20 == 0, byte != 0x5F {
          capitals += 1
          if stop == start { shape.insert(.capitalized) }
        }
        stop += 1
      case ByteClass.digit:
        shape.insert(.digit)
        stop += 1
      case ByteClass.wide:
        let character = WideCharacter(text, at: stop, end: end)
        if character.role == .letter {
          shape.insert(.letter)
          letters += 1
          if character.isCapital {
            capitals += 1
            if stop == start { shape.insert(.capitalized) }
          }
          stop += character.length
        } else if character.role == .singleQuote, apostropheInside(stop, character.length, start) {
          stop += character.length
        } else {
          break scan
        }
      case ByteClass.punctuation:
        guard isInside(byte, at: stop, wordStart: start) else { break scan }
        stop += 1
      default: break scan
      }
    }
    if stop == start { stop = start + 1 }
    if letters > 1, capitals == letters { shape.insert(.allCapitals) }
    if stop < end, text[stop] == 0x2E, takesFullStop(start, stop) {
      stop += 1
      shape.insert(.abbreviation)
    }
    split(start, stop, shape)
    position = stop
  }

  /// Whether the punctuation `byte` at `offset` belongs to the word that began at `wordStart`.
  private func isInside(_ byte: UInt8, at offset: Int, wordStart: Int) -> Bool {
    guard offset + 1 < end else { return false }
    let afterDigit = offset > wordStart && isDigit(offset - 1)
    switch byte {
    case 0x2C, 0x3A: return afterDigit && isDigit(offset + 1)
    case 0x2F: return afterDigit && isDigit(offset + 1)
    case 0x2E:
      if isDigit(offset + 1) { return afterDigit || offset == wordStart }
      // "U.S." and "p.m.": single letters with stops between them.
      return isLetter(offset + 1) && offset - wordStart >= 1 && isLetter(offset - 1)
        && (offset - wordStart == 1 || text[offset - 2] == 0x2E)
        && (offset + 2 >= end || !isLetter(offset + 2))
    case 0x27: return apostropheInside(offset, 1, wordStart)
    case 0x26: return isLetter(offset + 1) && offset > wordStart
    default: return false
    }
  }

  private func apostropheInside(_ offset: Int, _ length: Int, _ wordStart: Int) -> Bool {
    offset > wordStart && offset + length < end
      && (isLetter(offset + length) || isDigit(offset + length))
  }

  /// Whether the full stop at `stop` belongs to the word before it.
  private func takesFullStop(_ start: Int, _ stop: Int) -> Bool {
    let length = stop - start
    if stop + 1 < end, text[stop + 1] == 0x2E { return false }
    if length == 1 {
      let byte = text[start]
      return byte >= 0x41 && byte <= 0x5A && byte != 0x49
    }
    if length >= 3, text[stop - 2] == 0x2E, isLetter(stop - 1) { return true }
    var next = stop + 1
    while next < end, text[next] == 0x20 { next += 1 }
    return abbreviations.contains(
      WordHash.of(text, start..<stop), beforeNumber: next < end && isDigit(next))
  }

  /// Emits a web or mail address as one token; returns whether there is one at `start`.
  private mutating func address(from start: Int) -> Bool {
    guard matches("http", at: start) || matches("www.", at: start) else { return false }
    if text[start] | 0x20 == 0x68 {
      var colon = start + 4
      if colon < end, text[colon] | 0x20 == 0x73 { colon += 1 }
      guard matches("://", at: colon) else { return false }
    }
    var stop = start
    while stop < end, text[stop] > 0x20, text[stop] != 0x22, text[stop] < 0x80 { stop += 1 }
    while stop > start + 4, [0x2E, 0x2C, 0x29, 0x3B, 0x3A, 0x21, 0x3F].contains(text[stop - 1]) {
      stop -= 1
    }
    emit(start, stop, .letter)
    position = stop
    return true
  }

  private func matches(_ literal: StaticString, at offset: Int) -> Bool {
    guard offset + literal.utf8CodeUnitCount <= end else { return false }
    for index in 0..<literal.utf8CodeUnitCount {
      let byte = text[offset + index]
      let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
      if folded != literal.utf8Start[index] { return false }
    }
    return true
  }

  /// Emits the word `start..<stop`, cut where a contraction or possessive begins.
  private mutating func split(_ start: Int, _ stop: Int, _ shape: Shape) {
    var apostrophe = stop - 1
    while apostrophe > start, stop - apostrophe <= 5 {
      let length = apostropheLength(apostrophe)
      if length > 0 {
        let tail = stop - apostrophe - length
        let last = text[stop - 1] | 0x20
        if tail == 1, last == 0x74, apostrophe - start >= 2, text[apostrophe - 1] | 0x20 == 0x6E {
          emit(start, apostrophe - 1, shape)
          emit(apostrophe - 1, stop, .letter)
          return
        }
        let first = text[apostrophe + length] | 0x20
        let isClitic =
          tail == 1 && (last == 0x73 || last == 0x6D || last == 0x64)
          || tail == 2
            && (first == 0x72 && last == 0x65 || first == 0x76 && last == 0x65
              || first == 0x6C && last == 0x6C)
        if isClitic {
          emit(start, apostrophe, shape)
          emit(apostrophe, stop, .letter)
          return
        }
        break
      }
      apostrophe -= 1
    }
    if stop - start == 6, matches("cannot", at: start) {
      emit(start, start + 3, shape)
      emit(start + 3, stop, .letter)
      return
    }
    emit(start, stop, shape)
  }

  private func apostropheLength(_ offset: Int) -> Int {
    if text[offset] == 0x27 { return 1 }
    if text[offset] == 0xE2, offset + 2 < end, text[offset + 1] == 0x80, text[offset + 2] == 0x99 {
      return 3
    }
    return 0
  }

  private func isLetter(_ offset: Int) -> Bool {
    let kind = ByteClass.table[Int(text[offset])]
    return kind == ByteClass.letter
      || kind == ByteClass.wide && WideCharacter(text, at: offset, end: end).role == .letter
  }

  /// How many bytes the character at `offset` has.
  private func length(at offset: Int) -> Int {
    ByteClass.table[Int(text[offset])] == ByteClass.wide
      ? WideCharacter(text, at: offset, end: end).length : 1
  }

  private func isDigit(_ offset: Int) -> Bool { text[offset] &- 0x30 < 10 }

  private mutating func emit(_ start: Int, _ stop: Int, _ shape: Shape) {
    table.append(start, stop, in: text, shape: start == lastEnd ? shape.union(.joined) : shape)
    lastEnd = stop
  }
}

extension TokenTable {
  /// Appends the token `start..<stop` of `text`.
  mutating func append(_ start: Int, _ stop: Int, in text: [UInt8], shape: Shape) {
    starts.append(Int32(truncatingIfNeeded: start))
    ends.append(Int32(truncatingIfNeeded: stop))
    words.append(WordHash.of(text, start..<stop))
    shapes.append(shape)
  }
}
