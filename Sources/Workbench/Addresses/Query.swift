/// The part of an address after the question mark, and the fields of a form.
///
/// - Source: WHATWG URL, application/x-www-form-urlencoded.
public struct Query: Sendable, Hashable {
  /// The most fields that are read; more are left out.
  private static let most = 256
  private var items: [(name: String, value: String)] = []

  /// Reads names and values; `%` before anything but two hexadecimal digits stays as it is.
  public init(_ text: some StringProtocol) {
    for pair in text.utf8.split(separator: UInt8(ascii: "&")).prefix(Self.most) {
      let cut = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      let name = Self.decoded(Array(pair[..<cut]))
      let value = cut == pair.endIndex ? "" : Self.decoded(Array(pair[pair.index(after: cut)...]))
      items.append((name, value))
    }
  }

  /// The first value of `name` that is not empty; `nil` if there is none.
  public subscript(name: String) -> String? {
    items.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  /// All values of `name` that are not empty.
  public func all(_ name: String) -> [String] {
    items.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
  }

  /// Returns names and values as they stand in an address.
  static func encoded(_ pairs: [(String, String)]) -> String {
    pairs.map { encoded($0.0) + "=" + encoded($0.1) }.joined(separator: "&")
  }

  /// Whether two queries say the same.
  public static func == (a: Query, b: Query) -> Bool {
    a.items.elementsEqual(b.items) { $0.name == $1.name && $0.value == $1.value }
  }

  /// Feeds names and values.
  public func hash(into hasher: inout Hasher) {
    for item in items {
      hasher.combine(item.name)
      hasher.combine(item.value)
    }
  }

  private static func decoded(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "+") {
        result.append(0x20)
      } else if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 2
      } else {
        result.append(bytes[index])
      }
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
      default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
