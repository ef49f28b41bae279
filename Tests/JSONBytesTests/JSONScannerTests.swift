import JSONBytes
import Testing

@Suite("The JSON scanner")
struct JSONScannerTests {
  @Test("walks an object and skips what nobody asks for")
  func object() throws {
    var json = JSONScanner(
      Array(
        #" {"a": [1, {"b": null}, []], "title": "x\n\u00e9\ud83d\ude00\"", "n": -12.5e1} "#.utf8))
    var title = ""
    var number = 0.0
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "title": title = try json.string()
      case "n": number = try json.number()
      default: try json.skipValue()
      }
    }
    try json.end()
    #expect(title == "x\né😀\"")
    #expect(number == -125)
  }

  @Test("half a surrogate pair becomes the replacement character")
  func loneSurrogate() throws {
    var json = JSONScanner(Array(#""a\ud800b\udc00\ud800A""#.utf8))
    #expect(try json.string() == "a\u{FFFD}b\u{FFFD}\u{FFFD}A")
  }

  @Test(
    "says what is wrong and where",
    arguments: [
      (#"{"a" 1}"#, JSONError(.unexpected(expected: "':'"), offset: 5)),
      (#"{"a": 1"#, JSONError(.cutOff, offset: 7)),
      (#"{"a": 01}"#, JSONError(.unexpected(expected: "',' or '}'"), offset: 7)),
      (#"{"a": "\q"}"#, JSONError(.badEscape, offset: 7)),
      ("{\"a\": \"\n\"}", JSONError(.bareControl, offset: 7)),
      (#"{"a": tru}"#, JSONError(.unexpected(expected: "true or false"), offset: 6)),
      (#"{"a": 1} x"#, JSONError(.unexpected(expected: "the end"), offset: 9)),
      (#"{"a": 1,}"#, JSONError(.unexpected(expected: "a string"), offset: 8)),
    ])
  func errors(text: String, expected: JSONError) {
    let error = #expect(throws: JSONError.self) {
      var json = JSONScanner(Array(text.utf8))
      try json.skipValue()
      try json.end()
    }
    #expect(error == expected)
  }

  @Test("bytes that are not UTF-8 are refused")
  func invalidUTF8() {
    let error = #expect(throws: JSONError.self) {
      var json = JSONScanner([0x22, 0x61, 0xFF, 0x22])
      _ = try json.string()
    }
    #expect(error == JSONError(.invalidUTF8, offset: 0))
  }

  @Test("deep nesting is an error, not a crash")
  func deep() {
    let error = #expect(throws: JSONError.self) {
      var json = JSONScanner([UInt8](repeating: UInt8(ascii: "["), count: 2_000))
      try json.skipValue()
    }
    #expect(error?.kind == .tooDeep)
  }

  @Test(
    "numbers read as the standard library reads them",
    arguments: [
      "0", "-0.0", "37.8501234567", "0.1", "123456789012345678", "1e22", "2.5E-3", "1e400",
      "0.000000000000000000000000000001", "9007199254740993",
    ])
  func numbers(text: String) throws {
    var json = JSONScanner(Array(text.utf8))
    #expect(try json.number() == Double(text))
  }
}
