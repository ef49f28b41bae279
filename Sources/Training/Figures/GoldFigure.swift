internal import JSONBytes
internal import ParleyModel

/// One labelled figure.
struct GoldFigure: Sendable {
  let value: Figure.Value
  let unit: String
  /// Where the article states it.
  let evidence: ByteRange

  /// Reads the figures of a gold reading whose text is `text`, or stands in the reading itself.
  static func all(
    json bytes: [UInt8], text given: [UInt8]?
  ) throws(JSONError) -> (text: [UInt8], published: CalendarDate?, figures: [GoldFigure]) {
    var json = JSONScanner(bytes)
    var text = given ?? []
    var published: CalendarDate?
    var drafts: [Draft] = []
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "text": text = try json.utf8()
      case "published": if !json.null() { published = CalendarDate(iso: try json.string()) }
      case "figures":
        try json.beginArray()
        while try json.nextElement() { drafts.append(try Draft(&json)) }
      default: try json.skipValue()
      }
    }
    return (text, published, drafts.compactMap { $0.figure(in: text) })
  }

  private struct Draft {
    var values: [Double] = []
    var unit = ""
    var evidence: [UInt8] = []
    var occurrence = 1

    init(_ json: inout JSONScanner) throws(JSONError) {
      try json.beginObject()
      while let key = try json.nextKey() {
        switch key {
        case "value":
          if try json.peek() == .array {
            try json.beginArray()
            while try json.nextElement() { values.append(try json.number()) }
          } else {
            values = [try json.number()]
          }
        case "unit": if !json.null() { unit = try json.string() }
        case "evidence": evidence = try json.utf8()
        case "occurrence": if !json.null() { occurrence = try json.integer() }
        default: try json.skipValue()
        }
      }
    }

    func figure(in text: [UInt8]) -> GoldFigure? {
      guard let low = values.first,
        let range = Evidence.range(of: evidence, occurrence: occurrence, in: text)
      else { return nil }
      return GoldFigure(
        value: values.count == 2 ? .range(low, values[1]) : .exact(low), unit: unit,
        evidence: range)
    }
  }
}
