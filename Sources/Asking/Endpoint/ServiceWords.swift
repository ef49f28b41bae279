internal import Assist
internal import JSONBytes

/// What a service says of a request that it refuses.
enum ServiceWords {
  private static let longest = 160

  /// Returns the message of an error as one short line; `nil` where there is none.
  ///
  /// Looked for in `error.message`, `error`, `message` and `detail`, as services have it.
  static func of(_ body: [UInt8]) -> String? {
    var json = JSONScanner(body)
    var found: String?
    do throws(JSONError) {
      found = try words(&json, depth: 0)
    } catch {
      return nil
    }
    return found.map { PlainWords.of($0, longest: longest) }
  }

  private static func words(_ json: inout JSONScanner, depth: Int) throws(JSONError) -> String? {
    guard depth < 3, try json.peek() == .object else {
      try json.skipValue()
      return nil
    }
    var found: String?
    try json.beginObject()
    while let key = try json.nextKey() {
      switch (key, try json.peek()) {
      case ("error", .object):
        if let inner = try words(&json, depth: depth + 1) { found = inner }
      case ("error", .string), ("message", .string), ("detail", .string):
        found = try json.string()
      default: try json.skipValue()
      }
    }
    return found
  }
}
