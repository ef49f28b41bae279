internal import DataFiles

/// The named character references of HTML (`&eacute;`), and the decoding of text that holds them.
struct CharacterReferences: Sendable {
  private struct Entry: Sendable {
    let text: [UInt8]
    let mayStandOpen: Bool
  }

  private static let longestName = 32
  private let entries: [[UInt8]: Entry]

  /// Loads the table from `pages/character-references.tsv`.
  init(_ folder: DataFolder) throws(DataError) {
    var entries: [[UInt8]: Entry] = [:]
    for line in try folder.lines("pages/character-references.tsv") {
      let fields = line.fields
      guard fields.count == 2 else {
        throw DataError(line, found: "not a name and its code points")
      }
      var text: [UInt8] = []
      for field in fields[1].split(separator: " ") {
        guard let value = UInt32(field, radix: 16), let scalar = Unicode.Scalar(value) else {
          throw DataError(line, found: "'\(field)' is no code point in hexadecimal")
        }
        text.append(contentsOf: Array(String(Character(scalar)).utf8))
      }
      let mayStandOpen = fields[0].hasPrefix("!")
      let name = Array(fields[0].utf8.drop { $0 == UInt8(ascii: "!") })
      entries[name] = Entry(text: text, mayStandOpen: mayStandOpen)
    }
    self.entries = entries
  }

  /// Returns the text of `bytes[range]` with its references replaced.
  func decoded(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(range.count)
    var position = range.lowerBound
    while position < range.upperBound {
      if bytes[position] == UInt8(ascii: "&") {
        position = decode(bytes, at: position, limit: range.upperBound, into: &output)
      } else {
        output.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Decodes the reference at `start`, an ampersand, into `output`; returns where reading goes on.
  ///
  /// An ampersand that begins no reference stands for itself.
  func decode(_ bytes: [UInt8], at start: Int, limit: Int, into output: inout [UInt8]) -> Int {
    if start + 2 < limit, bytes[start + 1] == UInt8(ascii: "#") {
      return decodeNumber(bytes, at: start, limit: limit, into: &output)
    }
    var end = start + 1
    while end < limit, end - start <= Self.longestName, isAlphanumeric(bytes[end]) { end += 1 }
    let isClosed = end < limit && bytes[end] == UInt8(ascii: ";")
    if end > start + 1, let entry = entries[Array(bytes[(start + 1)..<end])],
      isClosed || entry.mayStandOpen
    {
      output.append(contentsOf: entry.text)
      return isClosed ? end + 1 : end
    }
    output.append(UInt8(ascii: "&"))
    return start + 1
  }

  private func decodeNumber(
    _ bytes: [UInt8], at start: Int, limit: Int, into output: inout [UInt8]
  ) -> Int {
    var at = start + 2
    let isHexadecimal = asciiLowercased(bytes[at]) == UInt8(ascii: "x")
    if isHexadecimal { at += 1 }
    let first = at
    var value: UInt32 = 0
    while at < limit, let digit = hexadecimalDigit(bytes[at]), isHexadecimal || digit < 10 {
      value = min(value &* (isHexadecimal ? 16 : 10) &+ digit, 0x11_0000)
      at += 1
    }
    guard at > first else {
      output.append(UInt8(ascii: "&"))
      return start + 1
    }
    if at < limit, bytes[at] == UInt8(ascii: ";") { at += 1 }
    if (0x80..<0xA0).contains(value) {
      output.append(contentsOf: DecodedText.windows1252(UInt8(value)).utf8)
    } else {
      let scalar = value == 0 ? nil : Unicode.Scalar(value)
      output.append(
        contentsOf: scalar.flatMap(UTF8.encode) ?? UTF8.encodedReplacementCharacter)
    }
    return at
  }

  private func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x37)
    case 0x61...0x66: UInt32(byte - 0x57)
    default: nil
    }
  }

  private func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || asciiLowercased(byte) &- 0x61 < 26
  }
}
