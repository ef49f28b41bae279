internal import JSONBytes

/// The bytes of a file as UTF-8, and what had to be guessed about them.
///
/// UTF-8 is kept as it is, a byte-order mark included. UTF-16 is known by its byte-order mark.
/// Anything else is taken as UTF-8 with damage if it has more whole multi-byte characters than
/// stray bytes, and as Windows-1252 (the superset of Latin-1 that the web uses) if not.
struct DecodedText {
  /// The text as UTF-8.
  let utf8: [UInt8]
  /// What was guessed, as a sentence; `nil` where the bytes were UTF-8.
  let warning: String?

  /// Decodes `bytes`.
  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(utf16: bytes, lowByteFirst: true)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(utf16: bytes, lowByteFirst: false)
    } else if let offset = UTF8Check.firstInvalidOffset(bytes) {
      self.init(damaged: bytes, firstInvalid: offset)
    } else {
      self.init(utf8: bytes, warning: nil)
    }
  }

  private init(utf8: [UInt8], warning: String?) {
    self.utf8 = utf8
    self.warning = warning
  }

  private init(utf16 bytes: [UInt8], lowByteFirst: Bool) {
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
      let (low, high) = lowByteFirst ? (index, index + 1) : (index + 1, index)
      return UInt16(bytes[high]) << 8 | UInt16(bytes[low])
    }
    utf8 = Array(String(decoding: units, as: UTF16.self).utf8)
    warning = "read as UTF-16, as its byte-order mark says"
  }

  private init(damaged bytes: [UInt8], firstInvalid: Int) {
    let repaired = String(decoding: bytes, as: UTF8.self)
    var whole = 0
    var stray = 0
    for scalar in repaired.unicodeScalars where scalar.value >= 0x80 {
      if scalar == "\u{FFFD}" { stray += 1 } else { whole += 1 }
    }
    if whole > stray {
      utf8 = Array(repaired.utf8)
      warning =
        "\(stray) places are not UTF-8 (the first at byte \(firstInvalid)) and were replaced by U+FFFD"
    } else {
      var text: [UInt8] = []
      text.reserveCapacity(bytes.count + bytes.count / 16)
      for byte in bytes {
        if byte < 0x80 {
          text.append(byte)
        } else {
          text.append(contentsOf: Self.windows1252(byte).utf8)
        }
      }
      utf8 = text
      warning = "read as Windows-1252, since it is not UTF-8 at byte \(firstInvalid)"
    }
  }

  /// The character of a byte from 0x80 on.
  ///
  /// - Source: the index "windows-1252" of the WHATWG Encoding Standard.
  static func windows1252(_ byte: UInt8) -> String {
    let value = byte < 0xA0 ? Int(upperControls[Int(byte) - 0x80]) : Int(byte)
    return String(Unicode.Scalar(UInt16(value)) ?? "\u{FFFD}")
  }

  private static let upperControls: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
