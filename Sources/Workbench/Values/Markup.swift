/// A piece of HTML that is known to be well formed: every text in it was escaped when it was added.
///
/// Templates show it with three braces; everything else is escaped by the template itself.
public struct Markup: Sendable, Hashable {
  /// The HTML.
  public private(set) var html = ""

  /// Starts with nothing.
  public init() {}

  /// Appends text, escaped.
  public mutating func text(_ text: String) { html += Self.escaped(text) }

  /// Appends a tag or an entity that the program itself wrote.
  mutating func tag(_ tag: StaticString) {
    tag.withUTF8Buffer { html += String(decoding: $0, as: UTF8.self) }
  }

  /// Appends a start tag with attributes; their values are escaped.
  mutating func open(_ name: StaticString, _ attributes: [(StaticString, String)]) {
    html += "<"
    tag(name)
    for (key, value) in attributes {
      html += " "
      tag(key)
      html += "=\"" + Self.escaped(value) + "\""
    }
    html += ">"
  }

  /// Appends other markup.
  mutating func append(_ other: Markup) { html += other.html }

  /// Takes an SVG document that one of Parley's own drawings wrote.
  init(drawing: [UInt8]) { html = String(decoding: drawing, as: UTF8.self) }

  /// Returns `text` with the characters escaped that HTML keeps for itself, in text and in quoted
  /// attributes; control characters that HTML forbids become U+FFFD.
  public static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
      case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
      case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
      case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
      case UInt8(ascii: "'"): bytes += Array("&#39;".utf8)
      case 0x00...0x08, 0x0B, 0x0E...0x1F, 0x7F: bytes += [0xEF, 0xBF, 0xBD]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
