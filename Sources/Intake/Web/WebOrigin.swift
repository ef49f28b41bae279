/// Where an article was on the web, and what its site said of it.
public struct WebOrigin: Sendable, Hashable {
  /// The address that was asked for.
  public let requested: String
  /// The address that gave it, after redirects.
  public let address: String
  /// The `Content-Type`; `nil` where none was given.
  public var contentType: String?
  /// The `ETag`; `nil` where none was given.
  public var tag: String?
  /// The `Last-Modified`; `nil` where none was given.
  public var modified: String?
  /// When it was fetched, `2024-03-05T08:00:00Z`; `nil` where that is not known.
  public var fetched: String?
  /// What a feed said of it: used where the article itself says nothing.
  public var announced = ArticleMetadata()
  /// What was mended on the way, as sentences for people.
  public var warnings: [String] = []

  /// Makes an origin; `address` is the one asked for unless given.
  public init(requested: String, address: String? = nil) {
    self.requested = requested
    self.address = address ?? requested
  }

  /// The address by which two copies of a page are known as one.
  public var identity: String { Self.identity(of: address) }

  /// Returns `address` without what only tells where a reader came from: a place in the page, and
  /// the marks of campaigns.
  public static func identity(of address: String) -> String {
    let bare = address.prefix { $0 != "#" }
    guard let mark = bare.firstIndex(of: "?") else { return String(bare) }
    let kept = bare[bare.index(after: mark)...].split(separator: "&").filter { parameter in
      !["utm_", "fbclid=", "gclid=", "ref=", "cmpid="].contains { parameter.hasPrefix($0) }
    }
    return bare[..<mark] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
  }

  /// The longest name, in bytes.
  private static let longestName = 80

  /// A name for the article: its address in small letters, digits, dots and hyphens.
  ///
  /// Long ones are cut and end with a number made from the whole, so that they stay apart.
  public var name: String {
    var text = identity
    for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
      text.removeFirst(scheme.count)
    }
    if text.hasPrefix("www.") { text.removeFirst(4) }
    var name: [UInt8] = []
    for byte in text.utf8.map(asciiLowercased) {
      let isKept =
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
        || byte == UInt8(ascii: ".")
      if isKept {
        name.append(byte)
      } else if name.last != UInt8(ascii: "-") {
        name.append(UInt8(ascii: "-"))
      }
    }
    while let last = name.last, last == UInt8(ascii: "-") || last == UInt8(ascii: ".") {
      name.removeLast()
    }
    guard name.count > Self.longestName else { return String(decoding: name, as: UTF8.self) }
    var hash = ByteHash.empty
    for byte in text.utf8 { hash = ByteHash.adding(hash, byte) }
    return String(decoding: name.prefix(Self.longestName - 9), as: UTF8.self) + "-"
      + String(hash & 0xFFFF_FFFF, radix: 16)
  }
}
