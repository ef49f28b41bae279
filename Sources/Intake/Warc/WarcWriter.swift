internal import ByteStreams

/// Writes records of a web archive, version 1.1.
///
/// The same content gives the same bytes: names of records are made from what they hold.
public struct WarcWriter: Sendable {
  private let isCompressed: Bool

  /// Makes a writer; with `isCompressed` each record is a gzip member of its own, as readers of
  /// archives expect it.
  public init(isCompressed: Bool) { self.isCompressed = isCompressed }

  /// Returns the record that opens an archive and says what made it.
  public func opening(software: String, date: String) -> [UInt8] {
    let block = Array("software: \(software)\r\nformat: WARC File Format 1.1\r\n".utf8)
    return record(
      type: "warcinfo", address: nil, date: date, contentType: "application/warc-fields", block)
  }

  /// Returns the record of an answer: its status, headers and body as they came.
  ///
  /// - Parameter date: when it was fetched, `2024-03-05T08:00:00Z`.
  public func answer(
    address: String, date: String, status: Int, headers: [HTTPField], body: [UInt8]
  ) -> [UInt8] {
    var block = Array("HTTP/1.1 \(status) \r\n".utf8)
    for header in headers where header.name.lowercased() != "transfer-encoding" {
      // A line end in a value would begin another header.
      let value = header.value.filter { $0 != "\r" && $0 != "\n" && $0 != "\r\n" }
      block += Array("\(header.name): \(value)\r\n".utf8)
    }
    block += Array("\r\n".utf8) + body
    return record(
      type: "response", address: address, date: date,
      contentType: "application/http;msgtype=response", block)
  }

  private func record(
    type: String, address: String?, date: String, contentType: String, _ block: [UInt8]
  ) -> [UInt8] {
    var head = "WARC/1.1\r\nWARC-Type: \(type)\r\n"
    head += "WARC-Record-ID: <urn:uuid:\(Self.name(type + (address ?? "") + date, block))>\r\n"
    head += "WARC-Date: \(date)\r\n"
    if let address { head += "WARC-Target-URI: \(address)\r\n" }
    head += "Content-Type: \(contentType)\r\nContent-Length: \(block.count)\r\n\r\n"
    let bytes = Array(head.utf8) + block + Array("\r\n\r\n".utf8)
    return isCompressed ? Gzip.compress(bytes) : bytes
  }

  /// Returns a name in the form of a UUID (version 8, RFC 9562), made from the content.
  private static func name(_ subject: String, _ block: [UInt8]) -> String {
    var first = ByteHash.empty
    for byte in subject.utf8 { first = ByteHash.adding(first, byte) }
    var second = first ^ 0x9E37_79B9_7F4A_7C15
    for byte in block {
      first = ByteHash.adding(first, byte)
      second = ByteHash.adding(second, byte ^ 0x5A)
    }
    first = first & 0xFFFF_FFFF_FFFF_0FFF | 0x8000
    second = second & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    func digits(_ value: UInt64) -> String {
      let text = String(value, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }
    let all = Array(digits(first) + digits(second))
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(all[$0]) }
      .joined(separator: "-")
  }
}
