/// Finds out in which character set a page is written.
///
/// A byte-order mark goes before the header of the response, the header before the page's own meta
/// element, and valid UTF-8 before a declaration of a Western set that contradicts it.
///
/// - Source: HTML Living Standard, section 13.2.3.2 "Determining the character encoding".
enum PageEncoding {
  /// How far into a page its meta element is looked for.
  private static let reach = 4096

  /// The names of sets that are read as UTF-8 where they can be, since pages declare them wrongly.
  private static let common: Set<String> = [
    "utf-8", "utf8", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii",
    "windows-1252", "cp1252", "cp-1252", "x-cp1252",
  ]

  /// A page as UTF-8, without a byte-order mark.
  struct Decoded {
    /// The page.
    var utf8: [UInt8]
    /// The character set that it was written in, in lower case; `nil` where it was guessed.
    var encoding: String?
    /// What was guessed or mended, as a sentence; `nil` where nothing was.
    var warning: String?
  }

  /// Returns the page as UTF-8.
  static func decode(_ bytes: [UInt8], contentType: String?) -> Decoded {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return common(Array(bytes.dropFirst(3)), declared: "utf-8")
    }
    let isMarked = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
    let declared = (contentType.flatMap(charset) ?? declaredInPage(bytes))?.lowercased()
    guard !isMarked, let declared, !common.contains(declared),
      let decoded = CharacterSet(named: declared)?.decode(bytes)
    else { return common(bytes, declared: isMarked ? nil : declared) }
    let warning = "\(decoded.damaged) bytes mean nothing in \(declared) and were replaced by U+FFFD"
    return Decoded(
      utf8: decoded.utf8, encoding: declared, warning: decoded.damaged > 0 ? warning : nil)
  }

  private static func common(_ bytes: [UInt8], declared: String?) -> Decoded {
    let decoded = DecodedText(bytes)
    if decoded.warning == nil, let mended = DoubleEncoding.undone(decoded.utf8) {
      return Decoded(
        utf8: mended, encoding: "utf-8",
        warning: "characters that were encoded twice were put right")
    }
    return Decoded(
      utf8: decoded.utf8, encoding: decoded.warning == nil ? "utf-8" : nil,
      warning: decoded.warning)
  }

  /// Returns the character set that a content type names: `text/html; charset=koi8-r`.
  static func charset(_ contentType: String) -> String? {
    charset(Array(contentType.utf8)[...])
  }

  private static func declaredInPage(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(reach)
    var at = head.startIndex
    while let tag = head[at...].firstIndex(of: 0x3C) {
      let end = head[tag...].firstIndex(of: 0x3E) ?? head.endIndex
      let element = head[tag..<end].map(asciiLowercased)
      if element.starts(with: Array("<meta".utf8)), let name = charset(element[...]) { return name }
      at = min(end + 1, head.endIndex)
      if end >= head.endIndex { break }
    }
    return nil
  }

  private static func charset(_ text: ArraySlice<UInt8>) -> String? {
    let lower = text.map(asciiLowercased)
    let key = Array("charset".utf8)
    var at = 0
    while at + key.count < lower.count {
      guard lower[at...].starts(with: key) else {
        at += 1
        continue
      }
      var start = at + key.count
      while start < lower.count, isSpace(lower[start]) { start += 1 }
      guard start < lower.count, lower[start] == 0x3D else {
        at += 1
        continue
      }
      start += 1
      while start < lower.count,
        isSpace(lower[start]) || lower[start] == 0x22 || lower[start] == 0x27
      { start += 1 }
      let name = lower[start...].prefix {
        !isSpace($0) && ![0x22, 0x27, 0x3B, 0x2F, 0x3E].contains($0)
      }
      return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }
    return nil
  }
}
