internal import DataFiles

/// Names of articles and parties as they stand in addresses and file names.
///
/// Letters, digits, `-`, `_` and `.` of ASCII stay, except a dot at the start; every other byte
/// becomes `~` and two hexadecimal digits. The result needs no further escaping in an address, is a
/// file name on every system, and never leads out of a folder.
public enum Slug {
  /// The longest slug, in bytes; longer ones are cut and end in a checksum.
  static let longest = 120

  /// Returns the slug of `name`.
  public static func of(_ name: String) -> String {
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      if isPlain(byte), !(byte == UInt8(ascii: ".") && bytes.isEmpty) {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "~"))
        bytes.append(digit(byte >> 4))
        bytes.append(digit(byte & 15))
      }
    }
    if bytes.isEmpty { return "~" }
    guard bytes.count > longest else { return String(decoding: bytes, as: UTF8.self) }
    let checksum = Checksum.of(Array(name.utf8)).prefix(12)
    return String(decoding: bytes.prefix(longest - 14), as: UTF8.self) + "~-" + checksum
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
