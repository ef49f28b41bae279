/// Cuts bytes into words, numbers and marks.
struct WordCutter {
  let end: Int
  let table: WordTable

  private static let letter: UInt8 = 1
  private static let digit: UInt8 = 2
  private static let mark: UInt8 = 3
  private static let wide: UInt8 = 4

  private static let classes: [UInt8] = (0..<256).map { byte in
    switch byte {
    case 0...0x20, 0x7F: 0
    case 0x30...0x39: digit
    case 0x41...0x5A, 0x61...0x7A: letter
    case 0x80...0xFF: wide
    default: mark
    }
  }

  func cut(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> [ScannedWord] {
    var words: [ScannedWord] = []
    words.reserveCapacity((end - start) / 5 + 8)
    Self.classes.withUnsafeBufferPointer { classes in
      var at = start
      while at < end {
        let byte = bytes[at]
        switch classes[Int(byte)] {
        case 0:
          at += 1
        case Self.letter:
          at = word(bytes, classes, from: at, into: &words)
        case Self.digit:
          at = number(bytes, from: at, into: &words)
        case Self.wide where isLetter(bytes, at):
          at = word(bytes, classes, from: at, into: &words)
        case Self.wide:
          at = symbol(bytes, from: at, into: &words)
        default:
          if byte == 0x2E, at + 1 < end, bytes[at + 1] &- 0x30 < 10,
            words.last.map({ Int($0.end) < at || $0.kind == .mark }) ?? true
          {
            at = number(bytes, from: at, into: &words)
          } else {
            add(.mark, at, at + 1, WordTable.step(WordTable.seed, byte), to: &words)
            at += 1
          }
        }
      }
    }
    return words
  }

  @inline(__always)
  private func add(
    _ kind: ScannedWord.Kind, _ from: Int, _ to: Int, _ hash: UInt64, isCapital: Bool = false,
    to words: inout [ScannedWord]
  ) {
    words.append(
      ScannedWord(
        start: Int32(truncatingIfNeeded: from), end: Int32(truncatingIfNeeded: to),
        id: table.id(ofHash: hash), kind: kind, isCapital: isCapital))
  }

  private func word(
    _ bytes: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<UInt8>, from: Int,
    into words: inout [ScannedWord]
  ) -> Int {
    var at = from
    var hash = WordTable.seed
    while at < end {
      let byte = bytes[at]
      let kind = classes[Int(byte)]
      if kind == Self.digit, at == from + 3, table.id(ofHash: hash) != 0 { break }  // "USD115"
      if kind == Self.letter || kind == Self.digit {
        hash = WordTable.step(hash, byte)
        at += 1
      } else if kind == Self.wide, isLetter(bytes, at) || isPower(bytes, at) {
        repeat {
          hash = WordTable.step(hash, bytes[at])
          at += 1
        } while at < end && bytes[at] & 0xC0 == 0x80
      } else {
        break
      }
    }
    let isCapital = bytes[from] &- 0x41 < 26 || bytes[from] >= 0xC3 && bytes[from] <= 0xD0
    add(.word, from, at, hash, isCapital: isCapital, to: &words)
    return at
  }

  /// Whether the character outside ASCII at `at` is part of words: all are but those of the Latin-1
  /// signs, general punctuation, currency signs, number forms, arrows and emoji.
  private func isLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    switch bytes[at] {
    case 0xC2: at + 1 < end && (bytes[at + 1] == 0xB5 || bytes[at + 1] == 0xAA)
    case 0xE2, 0xEF, 0xF0...0xFF, 0x80...0xC1: false
    default: true
    }
  }

  /// Whether a raised 2 or 3 stands at `at`.
  private func isPower(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    bytes[at] == 0xC2 && at + 1 < end && (bytes[at + 1] == 0xB2 || bytes[at + 1] == 0xB3)
  }

  private func symbol(
    _ bytes: UnsafeBufferPointer<UInt8>, from: Int, into words: inout [ScannedWord]
  ) -> Int {
    var at = from
    var hash = WordTable.seed
    repeat {
      hash = WordTable.step(hash, bytes[at])
      at += 1
    } while at < end && bytes[at] & 0xC0 == 0x80
    if wideSpace(bytes, from) == 0 { add(.mark, from, at, hash, to: &words) }
    return at
  }

  /// The length of the no-break or thin space at `at`, 0 if there is none.
  private func wideSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    if at + 1 < end, bytes[at] == 0xC2, bytes[at + 1] == 0xA0 { return 2 }
    guard at + 2 < end, bytes[at] == 0xE2, bytes[at + 1] == 0x80 else { return 0 }
    return bytes[at + 2] <= 0x8F || bytes[at + 2] == 0xAF ? 3 : 0
  }

  /// Reads "1,500", "12,34,567.89", "1 234 567", "41.5", ".08", "1.111,11" and, as a code, "1.2.3".
  private func number(
    _ bytes: UnsafeBufferPointer<UInt8>, from: Int, into words: inout [ScannedWord]
  ) -> Int {
    var at = digits(bytes, from)
    if at > from, at - from <= 3 {
      let comma = groups(bytes, from: at, mark: 0x2C)
      if comma > at {
        at = comma
      } else {
        let point = groups(bytes, from: at, mark: 0x2E)
        let spaced = spacedGroups(bytes, from: at)
        if spaced > at {
          at = spaced
        } else if point > at, isDecimalComma(bytes, point) {
          at = digits(bytes, point + 1)
          add(.digits, from, at, 0, to: &words)
          return at
        }
      }
    }
    if at + 1 < end, bytes[at] == 0x2E, bytes[at + 1] &- 0x30 < 10 {
      at = digits(bytes, at + 1)
      var isCode = false
      while at + 1 < end, bytes[at] == 0x2E, bytes[at + 1] &- 0x30 < 10 {
        at = digits(bytes, at + 1)
        isCode = true
      }
      add(isCode ? .code : .digits, from, at, 0, to: &words)
      return at
    }
    let isAfterComma = from > 0 && bytes[from - 1] == 0x2C
    if !isAfterComma, isDecimalComma(bytes, at) { at = digits(bytes, at + 1) }
    add(.digits, from, at, 0, to: &words)
    return at
  }

  private func digits(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int {
    var at = from
    while at < end, bytes[at] &- 0x30 < 10 { at += 1 }
    return at
  }

  /// Reads groups of three digits after `mark` (of two, the last of three, as in India).
  private func groups(
    _ bytes: UnsafeBufferPointer<UInt8>, from: Int, mark: UInt8
  ) -> Int {
    var at = from
    var closed = from
    while at < end, bytes[at] == mark {
      let next = digits(bytes, at + 1)
      guard next - at == 4 || next - at == 3 && mark == 0x2C else { break }
      if next - at == 4 { closed = next }
      at = next
    }
    return closed
  }

  private func spacedGroups(_ bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Int {
    var at = from
    while at < end {
      let space = bytes[at] == 0x20 ? 1 : bytes[at] >= 0x80 ? wideSpace(bytes, at) : 0
      guard space > 0 else { break }
      let next = digits(bytes, at + space)
      guard next - at - space == 3 else { return next > at + space ? from : at }
      at = next
    }
    return at
  }

  /// Whether a decimal comma stands at `at`: one or two digits follow, and then nothing of a list.
  private func isDecimalComma(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    guard at + 1 < end, bytes[at] == 0x2C else { return false }
    let next = digits(bytes, at + 1)
    guard next - at == 2 || next - at == 3 else { return false }
    return next == end || bytes[next] != 0x2C || next + 1 < end && bytes[next + 1] == 0x20
  }
}
