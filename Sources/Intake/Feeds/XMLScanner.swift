/// Walks through XML as far as feeds need it: elements, attributes, text; never fails.
struct XMLScanner {
  /// What comes next.
  enum Event {
    /// A start tag with its name and attributes; an empty element also gives an end.
    case start(String, [String: String])
    /// An end tag.
    case end(String)
    /// Text, decoded.
    case text(String)
  }

  private let bytes: [UInt8]
  private let references: CharacterReferences
  private var position = 0
  private var pendingEnd: String?

  init(_ bytes: [UInt8], _ references: CharacterReferences) {
    self.bytes = bytes
    self.references = references
  }

  /// Returns the next event, `nil` at the end.
  mutating func next() -> Event? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name)
    }
    while position < bytes.count {
      guard bytes[position] == 0x3C else {
        let end = bytes[position...].firstIndex(of: 0x3C) ?? bytes.count
        let text = references.decoded(bytes, position..<end)
        position = end
        return .text(text)
      }
      if starts("<![CDATA[") {
        let start = position + 9
        let end = find("]]>", from: start)
        position = min(end + 3, bytes.count)
        return .text(String(decoding: bytes[start..<max(start, end)], as: UTF8.self))
      }
      if starts("<!--") {
        position = min(find("-->", from: position + 4) + 3, bytes.count)
      } else if starts("<?") || starts("<!") {
        position = min(find(">", from: position) + 1, bytes.count)
      } else if starts("</") {
        let end = find(">", from: position)
        let name = name(from: position + 2, limit: end)
        position = min(end + 1, bytes.count)
        return .end(name)
      } else {
        return startTag()
      }
    }
    return nil
  }

  private mutating func startTag() -> Event {
    let tagName = name(from: position + 1, limit: bytes.count)
    position += 1 + tagName.utf8.count
    var attributes: [String: String] = [:]
    while position < bytes.count, bytes[position] != 0x3E {
      if bytes[position] == 0x2F || isSpace(bytes[position]) {
        if starts("/>") { pendingEnd = tagName }
        position += 1
        continue
      }
      let key = name(from: position, limit: bytes.count)
      position += max(1, key.utf8.count)
      while position < bytes.count, isSpace(bytes[position]) { position += 1 }
      guard position < bytes.count, bytes[position] == 0x3D else { continue }
      position += 1
      while position < bytes.count, isSpace(bytes[position]) { position += 1 }
      guard position < bytes.count, bytes[position] == 0x22 || bytes[position] == 0x27 else {
        continue
      }
      let quote = bytes[position]
      let end = bytes[(position + 1)...].firstIndex(of: quote) ?? bytes.count
      attributes[key] = references.decoded(bytes, position + 1..<end).squeezed
      position = min(end + 1, bytes.count)
    }
    position = min(position + 1, bytes.count)
    return .start(tagName, attributes)
  }

  private func name(from start: Int, limit: Int) -> String {
    let end =
      bytes[min(start, limit)..<limit].firstIndex {
        isSpace($0) || $0 == 0x3E || $0 == 0x2F || $0 == 0x3D || $0 == 0x3C
      } ?? limit
    return String(decoding: bytes[min(start, limit)..<end], as: UTF8.self)
  }

  private func starts(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard position + length <= bytes.count else { return false }
    for offset in 0..<length where bytes[position + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Returns where `text` comes next, the end if it does not.
  private func find(_ text: StaticString, from start: Int) -> Int {
    let length = text.utf8CodeUnitCount
    var at = start
    while let hit = bytes[min(at, bytes.count)...].firstIndex(of: text.utf8Start[0]) {
      guard hit + length <= bytes.count else { break }
      var offset = 1
      while offset < length, bytes[hit + offset] == text.utf8Start[offset] { offset += 1 }
      if offset == length { return hit }
      at = hit + 1
    }
    return bytes.count
  }
}
