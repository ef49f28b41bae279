internal import ByteStreams
internal import Yams

/// Reads YAML files into typed values.
enum YAMLForm {
  /// The longest file that is read: 16 MB.
  private static let longest = 16 << 20

  /// Returns the value of the file at `path`.
  ///
  /// - Throws: `.cannotRead`, or `.badForm` with the place where the form is broken.
  static func read<Value: Decodable>(_: Value.Type, path: String, doing: String)
    throws(TerritoryError) -> Value
  {
    let bytes = try TerritoryError.reading(path) { () throws(ByteSourceError) in
      var lines = ByteLines(try ByteSource(path: path), longest: longest)
      return try lines.rest()
    }
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      return try YAMLDecoder().decode(Value.self, from: text)
    } catch {
      throw TerritoryError(
        .badForm(
          doing: doing, found: Self.words(error),
          advice: "mend the file; Documentation/territory.md shows its form"), in: path)
    }
  }

  private static func words(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      "'\(key.stringValue)' is missing\(place(context))"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "a value is of the wrong kind\(place(context))"
    case DecodingError.dataCorrupted(let context):
      context.debugDescription + place(context)
    default: "\(error)".split(separator: "\n").first.map(String.init) ?? "not YAML"
    }
  }

  private static func place(_ context: DecodingError.Context) -> String {
    let path = context.codingPath.map {
      $0.intValue.map { "entry \($0 + 1)" } ?? $0.stringValue
    }
    return path.isEmpty ? "" : " (in \(path.joined(separator: ", ")))"
  }
}
