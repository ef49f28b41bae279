internal import JSONBytes
internal import ParleyModel

/// Takes values from JSON, with errors that name the key.
struct FieldParser {
  private var json: JSONScanner
  private let index: ScalarIndex
  /// The key whose value comes next.
  private var key = ""

  /// Reads from `json`; spans are offsets into the text that `index` knows.
  init(_ json: JSONScanner, index: ScalarIndex) {
    self.json = json
    self.index = index
  }

  /// Runs `body`, turning an error of the scanner into one of the form.
  private mutating func scan<Value>(
    _ body: (inout JSONScanner) throws(JSONError) -> Value
  ) throws(ReadingFormatError) -> Value {
    do {
      return try body(&json)
    } catch {
      throw ReadingFormatError(.malformed(error))
    }
  }

  /// Takes an object; `take` has to take the value of each key.
  mutating func object(
    _ take: (String, inout FieldParser) throws(ReadingFormatError) -> Void
  ) throws(ReadingFormatError) {
    try scan { json throws(JSONError) in try json.beginObject() }
    while let next = try scan({ json throws(JSONError) in try json.nextKey() }) {
      key = next
      try take(next, &self)
    }
  }

  /// Takes an array, each element by `take`.
  mutating func list<Value>(
    _ take: (inout FieldParser) throws(ReadingFormatError) -> Value
  ) throws(ReadingFormatError) -> [Value] {
    try scan { json throws(JSONError) in try json.beginArray() }
    var values: [Value] = []
    while try scan({ json throws(JSONError) in try json.nextElement() }) {
      values.append(try take(&self))
    }
    return values
  }

  /// Takes `null` as `nil`, anything else by `take`.
  mutating func optional<Value>(
    _ take: (inout FieldParser) throws(ReadingFormatError) -> Value
  ) throws(ReadingFormatError) -> Value? {
    json.null() ? nil : try take(&self)
  }

  mutating func skip() throws(ReadingFormatError) {
    try scan { json throws(JSONError) in try json.skipValue() }
  }

  mutating func string() throws(ReadingFormatError) -> String {
    try scan { json throws(JSONError) in try json.string() }
  }

  mutating func text() throws(ReadingFormatError) -> [UInt8] {
    try scan { json throws(JSONError) in try json.utf8() }
  }

  mutating func boolean() throws(ReadingFormatError) -> Bool {
    try scan { json throws(JSONError) in try json.boolean() }
  }

  mutating func number() throws(ReadingFormatError) -> Double {
    try scan { json throws(JSONError) in try json.number() }
  }

  mutating func integer() throws(ReadingFormatError) -> Int {
    try scan { json throws(JSONError) in try json.integer() }
  }

  mutating func optionalString() throws(ReadingFormatError) -> String? {
    try optional { fields throws(ReadingFormatError) in try fields.string() }
  }

  mutating func optionalInteger() throws(ReadingFormatError) -> Int? {
    try optional { fields throws(ReadingFormatError) in try fields.integer() }
  }

  /// Whether an array comes next.
  mutating func isList() throws(ReadingFormatError) -> Bool {
    try scan { json throws(JSONError) in try json.peek() == .array }
  }

  /// Takes a word of a closed set.
  mutating func choice<Value: RawRepresentable<String>>(
    _ type: Value.Type
  ) throws(ReadingFormatError) -> Value {
    let key = key
    let word = try string()
    guard let value = Value(rawValue: word) else {
      throw ReadingFormatError(.unknownValue(key: key, found: word))
    }
    return value
  }

  /// Takes a span.
  mutating func span() throws(ReadingFormatError) -> ByteRange {
    try span(in: index)
  }

  /// Takes a list of spans.
  mutating func spans() throws(ReadingFormatError) -> [ByteRange] {
    try list { fields throws(ReadingFormatError) in try fields.span() }
  }

  mutating func optionalSpan() throws(ReadingFormatError) -> ByteRange? {
    try optional { fields throws(ReadingFormatError) in try fields.span() }
  }

  private mutating func span(in index: ScalarIndex) throws(ReadingFormatError) -> ByteRange {
    let key = key
    let ends = try list { fields throws(ReadingFormatError) in try fields.integer() }
    guard ends.count == 2, 0 <= ends[0], ends[0] <= ends[1],
      let range = index.bytes(ScalarRange(ends[0], ends[1]))
    else { throw ReadingFormatError(.badSpan(key: key)) }
    return range
  }
}
