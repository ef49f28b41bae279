internal import GRDB
internal import ParleyModel

/// Tells which words of a text a query means, by an index of a few texts in memory.
///
/// The indices of a dossier hold no text: what is shown is found again in the text itself, by the
/// same rules.
struct WordMarker {
  private static let open = "\u{E000}"
  private static let close = "\u{E001}"

  private let queue: DatabaseQueue
  /// The column of the index that the texts stand in ("body", "words").
  private let column: String

  /// Prepares to look into the column `column` of an index.
  init(column: String) throws {
    self.column = column
    queue = try DatabaseQueue()
    try queue.write { database in
      let others = column == "body" ? "title, body" : column
      try database.execute(
        sql: """
          CREATE VIRTUAL TABLE scratch USING fts5(
            \(others), tokenize='porter unicode61 remove_diacritics 2')
          """)
    }
  }

  /// Returns where in `text` the words stand that `pattern` means, in bytes; empty if it has none of
  /// them.
  func matches(_ pattern: FTS5Pattern, in text: String, title: String? = nil) throws -> [ByteRange]
  {
    // Signs of the private use area that the text itself holds become something else of one length.
    let plain =
      text.unicodeScalars.contains { $0 == "\u{E000}" || $0 == "\u{E001}" }
      ? text.replacing(Self.open, with: "\u{E002}").replacing(Self.close, with: "\u{E002}") : text
    let marked = try queue.write { database -> String? in
      try database.execute(sql: "DELETE FROM scratch")
      try database.execute(
        sql: column == "body"
          ? "INSERT INTO scratch(title, body) VALUES (?, ?)"
          : "INSERT INTO scratch(\(column)) VALUES (?)",
        arguments: column == "body" ? [title, plain] : [plain])
      return try String.fetchOne(
        database,
        sql: """
          SELECT highlight(scratch, \(column == "body" ? 1 : 0), '\(Self.open)', '\(Self.close)')
          FROM scratch WHERE scratch MATCH ?
          """, arguments: [pattern])
    }
    return Self.ranges(marked ?? "")
  }

  private static func ranges(_ marked: String) -> [ByteRange] {
    let bytes = Array(marked.utf8)
    var ranges: [ByteRange] = []
    var removed = 0
    var start: Int?
    var index = 0
    while index + 2 < bytes.count {
      guard bytes[index] == 0xEE, bytes[index + 1] == 0x80, bytes[index + 2] <= 0x81 else {
        index += 1
        continue
      }
      let place = index - removed
      if bytes[index + 2] == 0x80 {
        start = place
      } else if let first = start {
        ranges.append(ByteRange(first, place))
        start = nil
      }
      removed += 3
      index += 3
    }
    return ranges
  }
}
