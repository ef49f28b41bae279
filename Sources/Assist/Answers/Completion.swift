internal import JSONBytes

/// What a model answered, taken from the answer of a server or a line of a batch.
public struct Completion: Sendable, Hashable {
  /// The text of the answer.
  public let content: String
  /// The model, as the server names it; `nil` where it does not.
  public let model: String?

  /// The tokens that a server counted.
  public struct Usage: Sendable, Hashable {
    /// Those of the request.
    public var request: Int
    /// Those of the answer.
    public var answer: Int
  }

  /// Reads the answer of a server, or a line of answers.
  ///
  /// The text is looked for in `choices[0].message.content`, in `content` and in `answer`; around them
  /// may stand `response`, `body`, `result` and `message`, as the batch forms have them.
  ///
  /// - Throws: why it is no answer.
  public init(_ bytes: [UInt8]) throws(AnswerFault) {
    var parts = Parts(bytes)
    do throws(JSONError) {
      var json = JSONScanner(bytes)
      try parts.take(&json, depth: 0)
      try json.end()
    } catch {
      throw .notJSON
    }
    if parts.hasError { throw .serverError }
    if parts.callsTool { throw .toolCall }
    if parts.isCutOff { throw .cutOff }
    guard let content = parts.content, !content.isEmpty else { throw .empty }
    self.content = content
    model = parts.model.flatMap { $0.isEmpty ? nil : PlainWords.of($0, longest: 120) }
  }

  /// Reads how many tokens the server counted; `nil` where it does not say.
  public static func usage(_ bytes: [UInt8]) -> Usage? {
    var json = JSONScanner(bytes)
    var request: Int?
    var answer: Int?
    do throws(JSONError) {
      try json.beginObject()
      while let key = try json.nextKey() {
        guard key == "usage", try json.peek() == .object else {
          try json.skipValue()
          continue
        }
        try json.beginObject()
        while let key = try json.nextKey() {
          switch (key, try json.peek()) {
          case ("prompt_tokens", .number): request = try json.integer()
          case ("completion_tokens", .number): answer = try json.integer()
          default: try json.skipValue()
          }
        }
      }
    } catch {
      return nil
    }
    guard let request, let answer, request >= 0, answer >= 0 else { return nil }
    return Usage(request: request, answer: answer)
  }

  /// Reads the name of the request that a line of answers is for; `nil` where there is none.
  public static func customID(ofLine bytes: [UInt8]) -> String? {
    var json = JSONScanner(bytes)
    var found: String?
    do throws(JSONError) {
      try json.beginObject()
      while let key = try json.nextKey() {
        if key == "custom_id", try json.peek() == .string {
          found = try json.string()
        } else {
          try json.skipValue()
        }
      }
      try json.end()
    } catch {
      return nil
    }
    return found
  }

  /// Reads which model was asked for the answer of a line that Parley keeps; `nil` for other lines.
  static func askedModel(ofLine line: [UInt8]) -> String? {
    var json = JSONScanner(line)
    var schema: String?
    var model: String?
    do throws(JSONError) {
      try json.beginObject()
      while let key = try json.nextKey() {
        switch (key, try json.peek()) {
        case ("schema", .string): schema = try json.string()
        case ("model", .string): model = try json.string()
        default: try json.skipValue()
        }
      }
      try json.end()
    } catch {
      return nil
    }
    return schema == "parley/assist/1" ? model : nil
  }
}

/// The parts of an answer, gathered on one way through it.
private struct Parts {
  private static let deepest = 6

  let bytes: [UInt8]
  var content: String?
  var model: String?
  var hasError = false
  var callsTool = false
  var isCutOff = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Takes an object with an answer in it.
  mutating func take(_ json: inout JSONScanner, depth: Int) throws(JSONError) {
    guard depth < Self.deepest, try json.peek() == .object else { return try json.skipValue() }
    try json.beginObject()
    while let key = try json.nextKey() {
      let kind = try json.peek()
      switch (key, kind) {
      case ("response", .object), ("body", .object), ("result", .object), ("message", .object):
        try take(&json, depth: depth + 1)
      case ("choices", .array): try takeFirst(&json, depth: depth + 1)
      case ("content", .string): content = try json.string()
      case ("content", .array): try takeTexts(&json)
      case ("answer", .string): content = try json.string()
      case ("answer", .object):
        let start = json.offset
        try json.skipValue()
        content = String(decoding: bytes[start..<json.offset], as: UTF8.self)
      case ("model", .string): model = try json.string()
      case ("finish_reason", .string), ("stop_reason", .string):
        let reason = try json.string()
        if reason == "length" || reason == "max_tokens" { isCutOff = true }
        if reason == "tool_calls" || reason == "tool_use" { callsTool = true }
      case ("tool_calls", .array), ("function_call", .object):
        let start = json.offset
        try json.skipValue()
        if bytes[start..<json.offset].contains(UInt8(ascii: "{")) { callsTool = true }
      case ("status_code", .number):
        let status = try json.number()
        if status >= 400 { hasError = true }
      case ("error", .object), ("error", .string):
        hasError = true
        try json.skipValue()
      default: try json.skipValue()
      }
    }
  }

  private mutating func takeFirst(_ json: inout JSONScanner, depth: Int) throws(JSONError) {
    try json.beginArray()
    var isFirst = true
    while try json.nextElement() {
      if isFirst { try take(&json, depth: depth) } else { try json.skipValue() }
      isFirst = false
    }
  }

  /// Takes a content that comes in parts: those of text are joined.
  private mutating func takeTexts(_ json: inout JSONScanner) throws(JSONError) {
    var texts = ""
    try json.beginArray()
    while try json.nextElement() {
      guard try json.peek() == .object else {
        try json.skipValue()
        continue
      }
      try json.beginObject()
      while let key = try json.nextKey() {
        switch (key, try json.peek()) {
        case ("text", .string): texts += try json.string()
        case ("type", .string): if try json.string() == "tool_use" { callsTool = true }
        default: try json.skipValue()
        }
      }
    }
    content = texts
  }
}
