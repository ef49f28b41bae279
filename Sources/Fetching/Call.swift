internal import Intake

/// What is sent to an address: a body makes it a POST, none a GET.
struct Call: Sendable {
  var headers: [HTTPField]
  var body: [UInt8]?

  /// Asks for a page, or whether it has changed.
  static func page(_ settings: FetchSettings, since version: PageVersion? = nil) -> Call {
    var headers = [
      HTTPField(name: "Accept", value: "text/html, application/xhtml+xml, */*;q=0.5"),
      HTTPField(name: "Accept-Encoding", value: "gzip"),
    ]
    if let tag = version?.tag { headers.append(HTTPField(name: "If-None-Match", value: tag)) }
    if let modified = version?.modified {
      headers.append(HTTPField(name: "If-Modified-Since", value: modified))
    }
    return Call(headers: headers)
  }
}
