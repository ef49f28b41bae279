internal import JSONBytes

extension AssistAnswer {
  /// Reads the text of an answer: the JSON object, alone, in a fenced block or after the model's
  /// thoughts between `<think>` and `</think>`.
  ///
  /// An item that is not in the form is left out and counted; other keys beside the two lists make the
  /// whole answer useless.
  ///
  /// - Throws: `.notJSON` or `.otherForm`.
  public init(_ content: String) throws(AnswerFault) {
    let bytes = Array(Self.json(in: content).utf8)
    var answer = AssistAnswer()
    do throws(JSONError) {
      var json = JSONScanner(bytes)
      try json.skipValue()
      try json.end()
    } catch {
      throw .notJSON
    }
    do throws(JSONError) {
      try answer.take(bytes)
    } catch {
      throw .otherForm
    }
    self = answer
  }

  /// The part of `content` that ought to be JSON.
  private static func json(in content: String) -> Substring {
    var text = trimmed(content[...])
    if text.hasPrefix("<think>") {
      var rest = text[...]
      while let close = rest.firstIndex(of: "<") {
        rest = rest[close...]
        if rest.hasPrefix("</think>") {
          text = trimmed(rest.dropFirst(8))
          break
        }
        rest = rest.dropFirst()
      }
    }
    guard text.hasPrefix("```"), text.hasSuffix("```"), let line = text.firstIndex(of: "\n") else {
      return text
    }
    return trimmed(text[line...].dropLast(3))
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  private mutating func take(_ bytes: [UInt8]) throws(JSONError) {
    var json = JSONScanner(bytes)
    var keys = Keys(["positions", "figures"])
    try json.beginObject()
    while let key = try json.nextKey() {
      try keys.take(key, at: json.offset)
      try json.beginArray()
      while try json.nextElement() {
        // The item is read apart, so that one that is not in the form harms no other.
        var item = json
        try json.skipValue()
        if key == "positions" {
          if let stance = try? Stance(&item) {
            stances.append(stance)
          } else {
            malformedStances += 1
          }
        } else {
          if let number = try? Number(&item) {
            numbers.append(number)
          } else {
            malformedNumbers += 1
          }
        }
      }
    }
    try keys.end(at: json.offset)
  }
}

/// Makes sure that an object has each of its keys once, and no other.
private struct Keys {
  private var missing: Set<String>

  init(_ keys: Set<String>) { missing = keys }

  mutating func take(_ key: String, at offset: Int) throws(JSONError) {
    guard missing.remove(key) != nil else {
      throw JSONError(.unexpected(expected: "another key than '\(key)'"), offset: offset)
    }
  }

  func end(at offset: Int) throws(JSONError) {
    if let key = missing.min() {
      throw JSONError(.unexpected(expected: "the key '\(key)'"), offset: offset)
    }
  }
}

extension AssistAnswer.Stance {
  fileprivate init(_ json: inout JSONScanner) throws(JSONError) {
    var keys = Keys([
      "holder", "act", "issue", "addressee", "places", "condition", "asOf", "status", "evidence",
      "source",
    ])
    try json.beginObject()
    while let key = try json.nextKey() {
      try keys.take(key, at: json.offset)
      switch key {
      case "holder": holder = try json.string()
      case "act": act = try json.string()
      case "issue": issue = try json.string()
      case "addressee": addressee = try json.words()
      case "places": places = try json.list()
      case "condition": condition = try json.words()
      case "asOf": asOf = try json.words()
      case "status": status = try json.string()
      case "evidence": evidence = try json.string()
      default: source = try json.words()
      }
    }
    try keys.end(at: json.offset)
  }
}

extension AssistAnswer.Number {
  fileprivate init(_ json: inout JSONScanner) throws(JSONError) {
    var keys = Keys([
      "values", "unit", "hedge", "quantity", "holder", "of", "evidence", "source",
    ])
    try json.beginObject()
    while let key = try json.nextKey() {
      try keys.take(key, at: json.offset)
      switch key {
      case "values":
        try json.beginArray()
        while try json.nextElement() { values.append(try json.number()) }
      case "unit": unit = try json.string()
      case "hedge": hedge = try json.words()
      case "quantity": quantity = try json.words()
      case "holder": holder = try json.words()
      case "of": of = try json.list()
      case "evidence": evidence = try json.string()
      default: source = try json.words()
      }
    }
    try keys.end(at: json.offset)
  }
}

extension JSONScanner {
  /// Takes a string, or `null` as `nil`; a string without words counts as `null`.
  fileprivate mutating func words() throws(JSONError) -> String? {
    if null() { return nil }
    let text = try string()
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }

  fileprivate mutating func list() throws(JSONError) -> [String] {
    var items: [String] = []
    try beginArray()
    while try nextElement() { items.append(try string()) }
    return items
  }
}
