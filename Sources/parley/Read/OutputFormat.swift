internal import Intake
internal import JSONBytes
internal import ParleyModel
internal import ReadingFormat

/// How readings are written.
enum OutputFormat: Sendable {
  /// One JSON object.
  case document
  /// One JSON array.
  case array
  /// One JSON object a line.
  case lines
  /// For a person.
  case view(Terminal)

  /// What is written before the first article.
  var opening: [UInt8] { if case .array = self { Array("[".utf8) } else { [] } }
  /// What is written after the last article.
  var closing: [UInt8] { if case .array = self { Array("\n]\n".utf8) } else { [] } }

  /// The format where the whole input is one text: an array becomes a single object.
  var forOneText: OutputFormat { if case .array = self { .document } else { self } }

  /// Whether articles that could not be read become part of the output.
  var hasErrorRows: Bool { if case .view = self { false } else { true } }

  /// Returns the output of one article, read or not; `isFirst` tells whether it is the first of all.
  func bytes(_ result: Result<ArticleReading, IntakeError>, isFirst: Bool) -> [UInt8] {
    if case .view(let terminal) = self {
      guard case .success(let reading) = result else { return [] }
      var sheet = Sheet(terminal)
      if !isFirst { sheet.gap() }
      ReadingView(reading).write(to: &sheet)
      return sheet.bytes
    }
    var output = JSONOutput()
    if case .array = self {
      if isFirst { output.raw("\n") } else { output.raw(",\n") }
    }
    switch result {
    case .success(let reading): ReadingWriter.write(reading, to: &output)
    case .failure(let error): Self.write(error, to: &output)
    }
    switch self {
    case .document, .lines: output.raw("\n")
    case .array, .view: break
    }
    return output.bytes
  }

  private static func write(_ error: IntakeError, to output: inout JSONOutput) {
    output.raw("{\"schema\":\"parley/reading/1\",\"id\":")
    output.string(error.id)
    output.raw(",\"error\":{\"kind\":")
    output.string(error.code)
    output.raw(",\"input\":")
    output.string(error.input)
    output.raw(",\"line\":")
    output.integer(error.line)
    output.raw(",\"message\":")
    output.string(error.description)
    output.raw("}}")
  }
}
