import JSONBytes
import Testing

@Suite("JSON output")
struct JSONOutputTests {
  @Test("every scalar up to U+00FF, quotes and escapes read back", arguments: 0..<256)
  func roundTrip(value: Int) throws {
    let text = "a\(Unicode.Scalar(UInt8(value)))b\\\"\n\r\t"
    var output = JSONOutput()
    output.string(text)
    #expect(output.bytes.allSatisfy { $0 >= 0x20 })
    var json = JSONScanner(output.bytes)
    #expect(try json.string() == text)
  }

  @Test("bytes that are not UTF-8 become the replacement character")
  func invalid() throws {
    var output = JSONOutput()
    output.string(utf8: [0x61, 0xC3, 0x28])
    #expect(String(decoding: output.bytes, as: UTF8.self) == "\"a\u{FFFD}(\"")
  }

  @Test(
    "numbers are short and valid",
    arguments: [
      (88.0, "88"), (0.1, "0.1"), (-2.5, "-2.5"), (.infinity, "null"), (.nan, "null"),
      (1e15, "1000000000000000"),
    ])
  func numbers(value: Double, text: String) {
    var output = JSONOutput()
    output.number(value)
    #expect(String(decoding: output.bytes, as: UTF8.self) == text)
  }
}
