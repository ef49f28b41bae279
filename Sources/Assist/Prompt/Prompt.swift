public import DataFiles
internal import JSONBytes
internal import ParleyModel

/// What a model is told before it is shown an article: the rules, the codes, worked examples, and the
/// form of the answer. Loaded once from the folder `assist`.
public struct Prompt: Sendable {
  /// The version that is used: the number in the names of the data files.
  public static let version = 1

  /// The version with a checksum of the text and the form, "prompt-1 90ab12cd": answers to prompts of
  /// different names must not be mixed.
  public let name: String
  /// The text, the first message of each request.
  public let text: String
  /// The form of the answer as a JSON Schema, without line breaks.
  public let schema: [UInt8]
  /// The worked examples of the text.
  public let examples: [Example]
  /// The codes of issues.
  let issues: Set<String>

  /// A text with the answer that is right for it.
  public struct Example: Sendable {
    /// The text.
    public let text: String
    /// The answer as JSON.
    public let answer: [UInt8]
  }

  /// Loads the data files and puts the codes of `taxonomy.yaml` and the examples into their places.
  ///
  /// - Throws: `DataError` if a file is missing or malformed.
  public init(_ data: DataFolder) throws(DataError) {
    let guide = try TaxonomyGuide(data)
    let examples = try Self.examples(data)
    let frame = String(decoding: try data.bytes("assist/prompt-\(Self.version).md"), as: UTF8.self)
    text = frame.filling([
      "acts": guide.acts.map(\.line).joined(separator: "\n"),
      "issues": guide.issues.map(\.line).joined(separator: "\n"),
      "examples": examples.map { example in
        "Text: \(example.text)\nAnswer: \(String(decoding: example.answer, as: UTF8.self))"
      }.joined(separator: "\n\n"),
    ])
    let form = try data.bytes("assist/answer-\(Self.version).schema.json")
    schema = Array(
      Self.compact(form).filling([
        "acts": guide.acts.map(\.code).joined(separator: "\",\""),
        "issues": guide.issues.map(\.code).joined(separator: "\",\""),
      ]).utf8)
    self.examples = examples
    issues = Set(guide.issues.map(\.code))
    let sum = Checksum.of(Array(text.utf8) + schema)
    name = "prompt-\(Self.version) \(sum.prefix(8))"
  }

  private static func examples(_ data: DataFolder) throws(DataError) -> [Example] {
    var examples: [Example] = []
    for line in try data.lines("assist/examples-\(Self.version).ndjson") {
      guard let example = example(line.text) else {
        throw DataError(line, found: "an object with 'text' and 'answer' was expected")
      }
      examples.append(example)
    }
    return examples
  }

  private static func example(_ line: String) -> Example? {
    let bytes = Array(line.utf8)
    var json = JSONScanner(bytes)
    var text: String?
    var answer: [UInt8]?
    do throws(JSONError) {
      try json.beginObject()
      while let key = try json.nextKey() {
        switch key {
        case "text": text = try json.string()
        case "answer":
          _ = try json.peek()
          let start = json.offset
          try json.skipValue()
          answer = Array(compact(Array(bytes[start..<json.offset])).utf8)
        default: try json.skipValue()
        }
      }
      try json.end()
    } catch {
      return nil
    }
    guard let text, let answer else { return nil }
    return Example(text: text, answer: answer)
  }

  /// The JSON without white space outside strings.
  private static func compact(_ json: [UInt8]) -> String {
    var result: [UInt8] = []
    var isInString = false
    var isEscaped = false
    for byte in json {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
      } else if byte <= 0x20 {
        continue
      } else if byte == UInt8(ascii: "\"") {
        isInString = true
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension String {
  /// The text with `{{name}}` replaced by the value of that name.
  fileprivate func filling(_ values: [String: String]) -> String {
    var result = ""
    var rest = self[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...]
      let name = rest.dropFirst(2).prefix { $0 != "}" }
      if rest.hasPrefix("{{"), let value = values[String(name)],
        rest[name.endIndex...].hasPrefix("}}")
      {
        result += value
        rest = rest[name.endIndex...].dropFirst(2)
      } else {
        result += "{"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }
}
