import ParleyModel
import Testing

@Suite("Paragraphs")
struct ParagraphTests {
  private func paragraphs(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Article.paragraphs(of: bytes).map { String(decoding: bytes[$0.indices], as: UTF8.self) }
  }

  @Test(
    "are lines, whatever ends them; blank ones are dropped",
    arguments: ["one\ntwo\n", "one\r\n\r\ntwo", "\u{FEFF}one\r\r \t\rtwo", "\n\n one\n\u{A0}\ntwo"])
  func lines(text: String) {
    #expect(paragraphs(text).map { $0.drop { $0 == " " } } == ["one", "two"])
  }

  static let words = """
    The envoys met again on Monday in the old town hall and said little about what they had come \
    to talk about, which was the valley, the river and the money that neither side wants to pay; \
    people who saw them leave said that nobody smiled and that the cars drove off in two \
    directions. A second meeting is due in May, if the rains allow, said a spokesman.
    """

  /// Breaks the words into lines of at most `width` characters.
  private func wrapped(_ width: Int, end: String) -> String {
    var lines = [""]
    for word in Self.words.split(separator: " ") {
      if lines[lines.count - 1].count + 1 + word.count > width { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines.joined(separator: end)
  }

  @Test(
    "are parted by blank lines where the text was broken into lines of one width",
    arguments: ["\n", "\r\n"])
  func hardWrapped(end: String) {
    let text = wrapped(60, end: end)
    let found = paragraphs("Talks\(end)\(end)\(text)\(end)\(end)\(text)")
    #expect(found == ["Talks", text, text])
  }

  @Test("stay lines where lines are of any length")
  func lists() {
    let text =
      "- withdraw from the valley\n- two\n- return of all prisoners by May\n- four\n"
      + "- five thousand troops at most\n- six\n- no bases\n- eight\n- nine"
    #expect(paragraphs(text).count == 9)
  }
}
