/// Knows web pages by their first bytes.
enum PageSignature {
  private static let openings = [
    "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<script", "<style", "<link",
    "<h1", "<article", "<main",
  ].map { Array($0.utf8) }

  /// Whether `bytes` begin like a page: with its document type or one of its first elements, after
  /// white space, comments and an XML declaration.
  static func isPage(_ bytes: [UInt8]) -> Bool {
    var rest = bytes.prefix(1 << 16)
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while true {
      rest = rest.drop(while: isSpace)
      if rest.starts(with: Array("<!--".utf8)) {
        rest = after("-->", in: rest)
      } else if rest.starts(with: Array("<?xml".utf8)) {
        rest = after(">", in: rest)
      } else {
        break
      }
    }
    let start = rest.prefix(20).map(asciiLowercased)
    return openings.contains { opening in
      guard start.starts(with: opening) else { return false }
      // "<headline>" is no "<head>".
      let next = start.dropFirst(opening.count).first ?? UInt8(ascii: ">")
      return next == UInt8(ascii: ">") || isSpace(next)
    }
  }

  private static func after(_ text: String, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let target = Array(text.utf8)
    var rest = bytes
    while !rest.isEmpty, !rest.starts(with: target) { rest = rest.dropFirst() }
    return rest.dropFirst(target.count)
  }
}
