import ByteStreams
import Foundation
import Testing

@testable import Intake

@Suite("Web archives")
struct WarcTests {
  private let page = Array("<p>The boats came home.</p>".utf8)

  private func records(_ bytes: [UInt8]) throws -> [WarcRecord] {
    let url = FileManager.default.temporaryDirectory.appending(path: "parley-\(UUID()).warc")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    var reader = try WarcReader(path: url.path)
    var all: [WarcRecord] = []
    while let record = try reader.next() { all.append(record) }
    return all
  }

  @Test("that were written read back", arguments: [false, true])
  func roundTrip(_ isCompressed: Bool) throws {
    let writer = WarcWriter(isCompressed: isCompressed)
    let packed = Gzip.compress(page)
    var bytes = writer.opening(software: "parley", date: "2024-03-05T08:00:00Z")
    bytes += writer.answer(
      address: "https://quay.example/1", date: "2024-03-05T08:00:01Z", status: 200,
      headers: [
        HTTPField(name: "Content-Type", value: "text/html"),
        HTTPField(name: "Content-Encoding", value: "gzip"),
        HTTPField(name: "Odd", value: "a\r\nB: c"),
      ], body: packed)
    bytes += writer.answer(
      address: "https://quay.example/2", date: "2024-03-05T08:00:02Z", status: 404, headers: [],
      body: page)
    let all = try records(bytes)
    #expect(all.map(\.type) == ["warcinfo", "response", "response"])
    #expect(all[1].address == "https://quay.example/1" && all[1].date == "2024-03-05T08:00:01Z")
    let found = try #require(all[1].page())
    #expect(found.bytes == page && found.contentType == "text/html")
    #expect(all[2].page() == nil)
    #expect(Set(all.map { $0.fields.first { $0.name == "WARC-Record-ID" }?.value }).count == 3)
  }

  @Test("made by others are read: chunks, brackets, old versions")
  func others() throws {
    let block =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
      + "8\r\n<p>The b\r\n5;x=y\r\noats.\r\n0\r\n\r\n"
    let bytes = Array(
      ("WARC/1.0\r\nwarc-type: response\r\nWARC-Target-URI: <https://quay.example/1>\r\n"
        + "Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n").utf8)
    let all = try records(bytes)
    #expect(all.first?.address == "https://quay.example/1")
    #expect(all.first?.page().map { String(decoding: $0.bytes, as: UTF8.self) } == "<p>The boats.")
  }

  @Test(
    "that are damaged say so",
    arguments: [
      "nonsense\r\n\r\n", "WARC/1.0\r\n\r\n", "WARC/1.0\r\nContent-Length: 9\r\n\r\nab",
      "WARC/1.0\r\nContent-Length: -1\r\n\r\n", "WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n",
    ])
  func damage(_ text: String) {
    let error = #expect(throws: IntakeError.self) { try records(Array(text.utf8)) }
    #expect(error?.code == "badArchive")
  }

  @Test("that are empty hold nothing")
  func empty() throws {
    #expect(try records([]).isEmpty)
    #expect(try records([13, 10]).isEmpty)
  }
}
