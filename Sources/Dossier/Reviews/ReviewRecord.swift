internal import GRDB
internal import JSONBytes
internal import ParleyModel

/// A row of the reviews.
struct ReviewRecord {
  let number: Int64
  /// The article.
  let article: Int64
  /// The version that was reviewed, or to which the review was carried over.
  var version: Int64
  /// Where it stands in the text of the version.
  var range: ByteRange
  var subject: Fields
  let verdict: Verdict
  var correction: Fields
  /// The review whose decision it takes as the last word; `nil` for others.
  let settles: Int64?
  let reason: String?
  let by: String
  let at: Timestamp

  /// The fields of a stance as a review names them; absent ones are `nil`.
  struct Fields: Sendable, Hashable {
    var holder: String?
    var act: String?
    var issue: String?
    var addressee: String?
    var asOf: String?
    var status: String?
    var start: Int?
    var end: Int?

    init() {}

    init(_ text: String?) {
      guard let text else { return }
      var json = JSONScanner(Array(text.utf8))
      // The record wrote this itself; what cannot be read is as if it were not there.
      try? read(&json)
    }

    private mutating func read(_ json: inout JSONScanner) throws(JSONError) {
      try json.beginObject()
      while let key = try json.nextKey() {
        switch (key, try json.peek()) {
        case ("holder", .string): holder = try json.string()
        case ("act", .string): act = try json.string()
        case ("issue", .string): issue = try json.string()
        case ("addressee", .string): addressee = try json.string()
        case ("asOf", .string): asOf = try json.string()
        case ("status", .string): status = try json.string()
        case ("start", .number): start = try json.integer()
        case ("end", .number): end = try json.integer()
        default: try json.skipValue()
        }
      }
    }

    var json: String {
      var output = JSONOutput()
      write(to: &output)
      return String(decoding: output.bytes, as: UTF8.self)
    }

    /// Appends the fields that are there as one JSON object.
    func write(to output: inout JSONOutput) {
      output.raw("{")
      var isFirst = true
      func write(_ key: String, _ value: String?) {
        guard let value else { return }
        if !isFirst { output.raw(",") }
        isFirst = false
        output.string(key)
        output.raw(":")
        output.string(value)
      }
      func write(_ key: String, _ value: Int?) {
        guard let value else { return }
        if !isFirst { output.raw(",") }
        isFirst = false
        output.string(key)
        output.raw(":")
        output.integer(value)
      }
      write("holder", holder)
      write("act", act)
      write("issue", issue)
      write("addressee", addressee)
      write("asOf", asOf)
      write("status", status)
      write("start", start)
      write("end", end)
      output.raw("}")
    }
  }

  /// The reviews of stances that stand, oldest first: those that were undone are left out.
  static func all(_ database: Database) throws -> [ReviewRecord] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT r.id, v.article, r.version, start, end, subject, verdict, correction, settles, reason, by, at
        FROM review AS r JOIN version AS v ON v.id = r.version
        WHERE kind = 'stance' AND verdict <> 'undo'
          AND r.id NOT IN (SELECT undoes FROM review WHERE undoes IS NOT NULL)
        ORDER BY r.id
        """
    ).compactMap { row in
      guard let verdict = Verdict(rawValue: row["verdict"]), let at = Timestamp(row["at"] as String)
      else { return nil }
      return ReviewRecord(
        number: row["id"], article: row["article"], version: row["version"],
        range: ByteRange(row["start"], row["end"]),
        subject: Fields(row["subject"]), verdict: verdict, correction: Fields(row["correction"]),
        settles: row["settles"], reason: row["reason"], by: row["by"], at: at)
    }
  }
}
