internal import JSONBytes

/// Metadata in a JSON file beside the text: an object with any of `title`, `outlet` or
/// `publisher`, and `published`.
enum Sidecar {
  /// Reads metadata from the bytes of a sidecar; damage becomes a warning.
  static func metadata(_ bytes: [UInt8]) -> ArticleMetadata {
    var metadata = ArticleMetadata()
    do throws(JSONError) {
      var json = JSONScanner(bytes)
      try json.beginObject()
      while let key = try json.nextKey() {
        try metadata.take(key, from: &json)
      }
      try json.end()
    } catch {
      metadata.warnings.append("the metadata beside the text were not read to the end: \(error)")
    }
    return metadata
  }
}

extension ArticleMetadata {
  /// Takes the value of `key` from `json`, if it is one of the metadata, and skips it if not.
  mutating func take(_ key: String, from json: inout JSONScanner) throws(JSONError) {
    guard try json.peek() == .string else { return try json.skipValue() }
    switch key {
    case "title": title = Self.present(try json.string())
    case "outlet": outlet = Self.present(try json.string())
    case "publisher":
      let publisher = Self.present(try json.string())
      if outlet == nil { outlet = publisher }
    case "published": setPublished(try json.string())
    default: try json.skipValue()
    }
  }

  /// A value that only has white space counts as not given.
  private static func present(_ text: String) -> String? {
    text.allSatisfy(\.isWhitespace) ? nil : text
  }
}
