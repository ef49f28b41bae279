internal import ByteStreams

/// One record of a web archive.
///
/// - Source: ISO 28500, "WARC file format", versions 1.0 and 1.1.
public struct WarcRecord: Sendable, Hashable {
  /// What the record is: `response`, `request`, `warcinfo`, `resource` and so on.
  public var type: String
  /// The address that the record is about; `nil` where there is none.
  public var address: String?
  /// When it was captured, `2024-03-05T08:00:00Z`.
  public var date: String
  /// The headers of the record in order, as they stand in the file.
  public var fields: [HTTPField]
  /// The content.
  public var block: [UInt8]

  /// Makes a record.
  public init(
    type: String, address: String?, date: String, fields: [HTTPField], block: [UInt8]
  ) {
    self.type = type
    self.address = address
    self.date = date
    self.fields = fields
    self.block = block
  }

  /// Whether `bytes` begin like an archive.
  static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: Array("WARC/".utf8)) }

  /// The article that the record holds; `nil` as for ``page(limit:)``.
  func article(of path: String) -> RawArticle? {
    guard let page = page() else { return nil }
    var web = WebOrigin(requested: address ?? path)
    web.contentType = page.contentType
    web.fetched = date.isEmpty ? nil : date
    return .page(bytes: page.bytes, web: web)
  }

  /// The page that the record holds: of a `response` the body of the HTTP answer, of a `resource` the
  /// block; `nil` for other records, answers without success, and content that is no page.
  ///
  /// - Parameter limit: the most bytes of a page.
  public func page(limit: Int = 1 << 26) -> (bytes: [UInt8], contentType: String?)? {
    if type == "resource" {
      return (block, fields.first { $0.name.lowercased() == "content-type" }?.value)
    }
    guard type == "response", let answer = HTTPMessage(block), (200..<300).contains(answer.status)
    else { return nil }
    let contentType = answer.header("content-type")
    if let contentType, !contentType.lowercased().contains("html") { return nil }
    guard let body = answer.body(limit: limit) else { return nil }
    return (body, contentType)
  }
}

/// An HTTP answer as it is kept in an archive.
struct HTTPMessage {
  let status: Int
  let fields: [HTTPField]
  private let content: [UInt8]

  /// Reads the answer; `nil` if the bytes are none.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Array("HTTP/".utf8)),
      let (lines, end) = HeaderLines.read(bytes, from: 0)
    else { return nil }
    let parts = lines.first?.split(separator: " ") ?? []
    guard parts.count >= 2, let status = Int(parts[1]) else { return nil }
    self.status = status
    fields = HeaderLines.fields(lines.dropFirst())
    content = Array(bytes[end...])
  }

  func header(_ name: String) -> String? {
    fields.first { $0.name.lowercased() == name }?.value
  }

  /// The body without chunks and compression; `nil` if it is damaged or longer than `limit`.
  func body(limit: Int) -> [UInt8]? {
    var body = content
    if header("transfer-encoding")?.lowercased().contains("chunked") == true {
      body = Self.joined(body)
    }
    if Gzip.isGzip(body), header("content-encoding")?.lowercased().contains("gzip") == true {
      guard let whole = try? Gzip.decompress(body, limit: limit) else { return nil }
      body = whole
    }
    return body.count <= limit ? body : nil
  }

  /// Joins chunks; bytes that are none are kept as they are, since many archives keep the header but
  /// not the chunks.
  private static func joined(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var position = 0
    while position < bytes.count {
      guard let end = bytes[position...].firstIndex(of: 0x0A) else { return bytes }
      let line = String(decoding: bytes[position..<end], as: UTF8.self)
      let digits = line.prefix { $0.isHexDigit }
      guard let size = Int(digits, radix: 16), size >= 0, size <= bytes.count else {
        return output.isEmpty ? bytes : output
      }
      if size == 0 { return output }
      let start = end + 1
      output += bytes[start..<min(start + size, bytes.count)]
      position = min(start + size + 2, bytes.count)
    }
    return output
  }
}

/// Lines of headers up to an empty one.
enum HeaderLines {
  /// The most bytes of headers.
  static let longest = 1 << 16

  /// Returns the lines, and where the content begins; `nil` if there is no empty line in reach.
  static func read(_ bytes: [UInt8], from start: Int) -> (lines: [String], end: Int)? {
    var lines: [String] = []
    var position = start
    while position < bytes.count, position - start < longest {
      guard let end = bytes[position...].firstIndex(of: 0x0A) else { return nil }
      var last = end
      if last > position, bytes[last - 1] == 0x0D { last -= 1 }
      if last == position { return (lines, end + 1) }
      lines.append(String(decoding: bytes[position..<last], as: UTF8.self))
      position = end + 1
    }
    return nil
  }

  /// Returns the headers that `lines` give.
  static func fields(_ lines: some Sequence<String>) -> [HTTPField] {
    lines.compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      return HTTPField(
        name: String(line[..<colon]), value: String(line[line.index(after: colon)...]).squeezed)
    }
  }
}
