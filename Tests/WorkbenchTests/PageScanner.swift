/// Looks at a page as a browser would take it apart, and says what in it Parley never writes.
struct PageScanner {
  private static let tags: Set<String> = [
    "html", "head", "meta", "title", "link", "script", "body", "svg", "defs", "symbol", "path",
    "circle", "rect", "use", "text", "a", "header", "div", "span", "b", "form", "label", "input",
    "button", "nav", "main", "p", "footer", "h1", "h2", "h3", "section", "aside", "table",
    "caption", "thead", "tbody", "tr", "th", "td", "ul", "li", "ol", "article", "blockquote",
    "kbd", "code", "output", "br", "i", "small", "details", "summary", "select", "option",
    "datalist", "progress", "sup", "dl", "dt", "dd", "fieldset", "legend", "del", "ins",
    "textarea", "pattern", "g", "clippath", "mark",
  ]
  private static let attributes: Set<String> = [
    "lang", "charset", "name", "content", "rel", "type", "href", "title", "src", "defer", "width",
    "height", "aria-hidden", "id", "viewbox", "d", "fill", "stroke", "stroke-width",
    "stroke-linejoin", "stroke-dasharray", "cx", "cy", "r", "x", "y", "class", "role", "action",
    "method", "for", "placeholder", "aria-label", "aria-current", "tabindex", "data-key",
    "data-can-review", "data-days", "data-p", "data-article", "data-n", "data-start", "data-card",
    "data-state", "scope", "colspan", "value", "list", "autocomplete", "selected", "checked",
    "max", "maxlength", "required", "enctype", "multiple", "accept", "preserveaspectratio",
    "font-size", "text-anchor", "data-l", "patternunits", "patterntransform", "transform",
    "clip-path", "xmlns", "fill-opacity", "alt",
  ]

  /// What is wrong; empty if nothing is.
  private(set) var faults: [String] = []

  init(_ page: String) {
    let bytes = Array(page.utf8)
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      guard index < bytes.count else { break }
      if bytes[index] == UInt8(ascii: "!") {
        if !page.utf8.dropFirst(start).starts(with: "<!doctype html>".utf8) {
          faults.append("a declaration or comment at \(start)")
        }
        continue
      }
      let isEnd = bytes[index] == UInt8(ascii: "/")
      if isEnd { index += 1 }
      let name = Self.word(bytes, &index)
      guard Self.tags.contains(name) else {
        faults.append("the tag '\(name)' at \(start): \(Self.around(bytes, start))")
        continue
      }
      if !isEnd { attributes(of: name, bytes, &index) }
    }
  }

  private mutating func attributes(of tag: String, _ bytes: [UInt8], _ index: inout Int) {
    while index < bytes.count {
      while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09, UInt8(ascii: "/")].contains(bytes[index])
      {
        index += 1
      }
      guard index < bytes.count, bytes[index] != UInt8(ascii: ">") else { return }
      let start = index
      let name = Self.word(bytes, &index)
      guard !name.isEmpty, Self.attributes.contains(name) else {
        faults.append("the attribute '\(name)' of '\(tag)': \(Self.around(bytes, start))")
        index += 1
        return
      }
      guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { continue }
      index += 1
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
        faults.append("the value of '\(name)' has no quotation marks: \(Self.around(bytes, start))")
        return
      }
      index += 1
      let from = index
      while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index += 1 }
      let value = String(decoding: bytes[from..<index], as: UTF8.self)
      index += 1
      if ["href", "src", "action"].contains(name), !Self.isLocal(value) {
        faults.append("'\(name)' leads to '\(value)'")
      }
    }
  }

  /// Whether an address stays on the site, or leads to the address of a data set.
  private static func isLocal(_ value: String) -> Bool {
    if value.hasPrefix("/") { return !value.hasPrefix("//") && !value.hasPrefix("/\\") }
    return value.hasPrefix("#") || value.hasPrefix("https://") && !value.contains("evil")
  }

  private static func word(_ bytes: [UInt8], _ index: inout Int) -> String {
    let start = index
    while index < bytes.count,
      ![0x20, 0x0A, 0x0D, 0x09, UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "=")]
        .contains(bytes[index])
    {
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
  }

  private static func around(_ bytes: [UInt8], _ place: Int) -> String {
    String(
      decoding: bytes[max(0, place - 30)..<min(bytes.count, place + 60)], as: UTF8.self)
  }
}
