/// The parts of a form with files.
///
/// - Source: RFC 7578.
struct Multipart {
  /// A part: a field, or a file.
  struct Part {
    let name: String
    /// The name of the file; `nil` for a field.
    let file: String?
    let bytes: [UInt8]
  }

  /// The most parts that are read.
  private static let most = 256

  /// The parts, in order.
  let parts: [Part]

  /// Reads a body whose kind is `type`; `nil` if that names no boundary.
  init?(_ body: [UInt8], type: String) {
    guard type.lowercased().hasPrefix("multipart/form-data"),
      let mark = Self.parameter("boundary", type), !mark.isEmpty, mark.utf8.count <= 70
    else { return nil }
    let boundary = Array("--\(mark)".utf8)
    var parts: [Part] = []
    var starts = Self.places(of: boundary, in: body)[...]
    while let start = starts.popFirst(), let end = starts.first, parts.count < Self.most {
      var content = body[(start + boundary.count)..<end]
      if content.starts(with: [0x0D, 0x0A]) { content = content.dropFirst(2) }
      if content.count >= 2, content.suffix(2).elementsEqual([0x0D, 0x0A]) {
        content = content.dropLast(2)
      }
      if let part = Self.part(Array(content)) { parts.append(part) }
    }
    self.parts = parts
  }

  private static func part(_ content: [UInt8]) -> Part? {
    guard let cut = places(of: [0x0D, 0x0A, 0x0D, 0x0A], in: content).first else { return nil }
    let head = String(decoding: content[..<cut], as: UTF8.self)
    for line in head.split(separator: "\r\n")
    where line.lowercased().hasPrefix("content-disposition:") {
      guard let name = parameter("name", String(line)) else { return nil }
      return Part(
        name: name, file: parameter("filename", String(line)), bytes: Array(content[(cut + 4)...]))
    }
    return nil
  }

  /// The value of a parameter of a header field; `nil` if it has none.
  private static func parameter(_ name: String, _ line: String) -> String? {
    for part in line.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].trimmingSpaces.lowercased() == name else { continue }
      let value = pair[1].trimmingSpaces
      return value.hasPrefix("\"") && value.hasSuffix("\"") && value.count >= 2
        ? String(value.dropFirst().dropLast()) : value
    }
    return nil
  }

  private static func places(of pattern: [UInt8], in bytes: [UInt8]) -> [Int] {
    guard pattern.count <= bytes.count else { return [] }
    var places: [Int] = []
    var index = 0
    while index <= bytes.count - pattern.count {
      if bytes[index] == pattern[0], bytes[index..<index + pattern.count].elementsEqual(pattern) {
        places.append(index)
        index += pattern.count
      } else {
        index += 1
      }
    }
    return places
  }
}
