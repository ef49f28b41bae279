/// A request, as far as the workbench looks at it.
public struct Incoming: Sendable {
  /// The method, in capitals.
  public var method: String
  /// The path, with `%` escapes as they came.
  public var path: String
  /// The query.
  public var query: Query
  /// The text of the query, as it came.
  public var queryText: String
  /// The values of header fields, by name in lower case.
  public var headers: [String: String]
  /// The body.
  public var body: [UInt8]

  /// Takes the parts of a request.
  public init(
    _ method: String, _ target: String, headers: [String: String] = [:], body: [UInt8] = []
  ) {
    self.method = method
    let cut = target.firstIndex(of: "?")
    path = String(target[..<(cut ?? target.endIndex)])
    queryText = cut.map { String(target[target.index(after: $0)...]) } ?? ""
    query = Query(queryText)
    self.headers = headers
    self.body = body
  }

  /// The parts of the path that are not empty.
  ///
  /// Addresses of the workbench need no escapes; a path that has one is no page's.
  var parts: [String] { path.split(separator: "/").map(String.init) }

  /// The fields of a form; empty if the body is none.
  var form: Query { Query(String(decoding: body, as: UTF8.self)) }

  /// The cookie named `name`; `nil` if there is none.
  func cookie(_ name: String) -> String? {
    for part in (headers["cookie"] ?? "").split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1).map {
        $0.trimmingSpaces
      }
      if pair.count == 2, pair[0] == name { return pair[1] }
    }
    return nil
  }
}

extension Substring {
  /// The text without spaces at both ends.
  var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

/// An answer.
public struct Answer: Sendable {
  /// The status.
  public var status: Int
  /// Names and values of header fields.
  public var headers: [(name: String, value: String)]
  /// The body.
  public var body: [UInt8]
  /// The body, where it comes bit by bit; `nil` for others.
  public var stream: AsyncStream<[UInt8]>?

  /// Makes an answer of a kind.
  init(_ status: Int, type: String? = nil, _ body: [UInt8] = []) {
    self.status = status
    headers = type.map { [("Content-Type", $0)] } ?? []
    self.body = body
  }

  /// The value of a header field; `nil` if there is none.
  public subscript(name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// Adds a header field. Values never carry line ends: they would begin another field.
  mutating func add(_ name: String, _ value: String) {
    let plain = value.utf8.filter { (0x20..<0x7F).contains($0) }
    headers.append((name, String(decoding: plain, as: UTF8.self)))
  }

  /// Leads on to another page after a form was taken.
  static func seeOther(_ address: String) -> Answer {
    var answer = Answer(303)
    answer.add("Location", address)
    return answer
  }
}
