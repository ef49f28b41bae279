internal import JSONBytes
internal import ParleyModel

/// One line of NDJSON: an object with `text`, and any of `id`, `title`, `published`, `outlet` or
/// `publisher`. Other keys are passed over; `null` counts as not given.
struct ArticleRecord {
  let id: ArticleID
  let metadata: ArticleMetadata
  let text: [UInt8]

  /// Reads line `number` of `input`.
  init(_ line: [UInt8], input: String, number: Int) throws(IntakeError) {
    var id = "\(InputName(input).stem):\(number)"
    var metadata = ArticleMetadata()
    var text: [UInt8]?
    do throws(JSONError) {
      var json = JSONScanner(line)
      try json.beginObject()
      while let key = try json.nextKey() {
        switch (key, try json.peek()) {
        case ("text", .string): text = try json.utf8()
        case ("id", .string): id = try json.string()
        case ("id", .number): id = String(try json.integer())
        default: try metadata.take(key, from: &json)
        }
      }
      try json.end()
    } catch {
      throw IntakeError(.badLine(found: error.description), input: input, line: number, id: id)
    }
    guard let text else {
      throw IntakeError(
        .badLine(found: "the object has no string 'text'"), input: input, line: number, id: id)
    }
    self.id = ArticleID(id)
    self.metadata = metadata
    self.text = text
  }
}
