import Intake
import ParleyModel
import Testing

@Suite("Bytes to text")
struct DecodingTests {
  private func article(_ bytes: [UInt8]) throws -> Article {
    try LoadedIntake.get().article(bytes, id: ArticleID("a"))
  }

  @Test("UTF-8 stays as it is: byte-order mark, CRLF and NUL bytes included")
  func unaltered() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("One “two”\r\n\r\nThree\0four\r\n".utf8)
    let article = try article(bytes)
    #expect(article.text == bytes)
    #expect(article.warnings.isEmpty)
    #expect(article.paragraphs.map(article.words) == ["One “two”", "Three\0four"])
  }

  @Test("a text that is not UTF-8 is read as Windows-1252, with a warning")
  func windows1252() throws {
    let article = try article([0x93, 0x43, 0x61, 0x66, 0xE9, 0x94, 0x20, 0x80, 0x35])
    #expect(article.words(ByteRange(0, article.text.count)) == "“Café” €5")
    #expect(article.warnings == ["read as Windows-1252, since it is not UTF-8 at byte 0"])
  }

  @Test("a UTF-8 text with a stray byte keeps its other characters")
  func damaged() throws {
    let article = try article(Array("Café “yes” ".utf8) + [0xFF] + Array(" and on".utf8))
    #expect(article.words(ByteRange(0, article.text.count)) == "Café “yes” \u{FFFD} and on")
    #expect(article.warnings.count == 1)
  }

  @Test("UTF-16 is known by its byte-order mark", arguments: [true, false])
  func utf16(lowByteFirst: Bool) throws {
    let units = Array("\u{FEFF}Zürich 😀\n".utf16)
    let bytes = units.flatMap { unit in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return lowByteFirst ? pair : pair.reversed()
    }
    let article = try article(bytes)
    #expect(article.text == Array("\u{FEFF}Zürich 😀\n".utf8))
    #expect(article.warnings == ["read as UTF-16, as its byte-order mark says"])
  }

  @Test(
    "a text without words is an article without paragraphs",
    arguments: ["", " \n\t\r\n", "\u{FEFF}"])
  func empty(text: String) throws {
    let article = try article(Array(text.utf8))
    #expect(article.paragraphs.isEmpty)
    #expect(article.warnings == ["the article has no text"])
  }

  @Test("random bytes become valid text with paragraphs inside it", arguments: UInt64(0)..<100)
  func random(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let bytes = (0..<400).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return UInt8(truncatingIfNeeded: state >> 32)
    }
    let article = try article(bytes)
    #expect(String(validating: article.text, as: UTF8.self) != nil)
    #expect(article.paragraphs.allSatisfy { $0.upperBound <= article.text.count })
    #expect(article.boilerplate.allSatisfy { $0.upperBound <= article.text.count })
  }
}
