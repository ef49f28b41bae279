internal import DataFiles
internal import ParleyModel

/// Reads the lines that open some texts with what is known about them: "Title: ...",
/// "Published: 2025-08-21".
///
/// The labels stand in `Data/intake/labels.txt`.
struct LabelledLines: Sendable {
  private enum Field: String {
    case title, outlet, published, other
  }

  private var fields: [String: Field] = [:]

  /// Loads the labels.
  init(_ data: DataFolder) throws(DataError) {
    for line in try data.lines("intake/labels.txt") {
      let parts = line.fields
      guard parts.count == 2, let field = Field(rawValue: parts[0]) else {
        throw DataError(line, found: "expected title, outlet, published or other, a tab, a label")
      }
      fields[parts[1].lowercased()] = field
    }
  }

  /// Takes what the first lines say where `metadata` do not say it yet, and returns those lines.
  ///
  /// Only lines without a break before them count, and only where there are two or more, or one
  /// that gives a title or date: a single "Source: ..." may be part of a report.
  func read(
    _ text: [UInt8], paragraphs: [ByteRange], into metadata: inout ArticleMetadata
  ) -> [ByteRange] {
    var lines: [(range: ByteRange, field: Field, value: String)] = []
    for paragraph in paragraphs.prefix(10) {
      guard let line = label(text, paragraph) else { break }
      lines.append((paragraph, line.field, line.value))
    }
    let isClear =
      lines.count >= 2
      || lines.contains {
        $0.field == .title || $0.field == .published && WrittenDate.date($0.value) != nil
      }
    guard isClear else { return [] }
    for line in lines {
      switch line.field {
      case .title: if metadata.title == nil { metadata.title = line.value }
      case .outlet: if metadata.outlet == nil { metadata.outlet = line.value }
      case .published:
        if metadata.published == nil { metadata.published = WrittenDate.date(line.value) }
      case .other: break
      }
    }
    return lines.map(\.range)
  }

  private func label(_ text: [UInt8], _ paragraph: ByteRange) -> (field: Field, value: String)? {
    guard paragraph.count <= 300,
      let colon = text[paragraph.indices].prefix(20).firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let name = String(decoding: text[paragraph.lowerBound..<colon], as: UTF8.self)
    guard let field = fields[name.lowercased()] else { return nil }
    let value = String(decoding: text[(colon + 1)..<paragraph.upperBound], as: UTF8.self)
    let trimmed = value.drop(while: \.isWhitespace)
    return trimmed.isEmpty ? nil : (field, String(trimmed))
  }
}
