import ParleyModel
import TestSupport
import Testing

@testable import parley

@Suite("The person's view of a reading")
struct ReadingViewTests {
  private func view(_ reading: ArticleReading, _ terminal: Terminal = Terminal()) -> String {
    var sheet = Sheet(terminal)
    ReadingView(reading).write(to: &sheet)
    return String(decoding: sheet.bytes, as: UTF8.self)
  }

  @Test("shows attributions, stances, figures and changes with their paragraphs")
  func whole() {
    #expect(
      view(MadeReading.reading) == """
        Talks – round two
        3 May 2024, en · 3 paragraphs
        3 attributions · 2 stances · 2 figures · 2 changes · 1 open question

        ATTRIBUTIONS
        The Daily ▸ three envoys, unnamed
          how many        "Три"
          how close       "close to the talks"
          told The     that Aland must leave … 5–7% of the valley                     1
          Daily
        speaker unknown
          ? who speaks    nobody named fits
                         it might, if paid                                            2
        the article itself
                       Aland said                                                     2

        STANCES
        Bland
          ▼ demands   Aland must leave                         territory.withdrawal   1
              then            2024-05
              to Aland: The Daily ▸ three envoys, unnamed
        Aland
          △ offers    it might                                 territory.withdrawal   2
              condition       "if paid"

        FIGURES
          Aland, share, of the valley                              5–7%  percent      1
          not said of what                                         5–7%  km2          1

        CHANGES
          ↘ softened  Aland                                    territory.withdrawal   2
                      it might
          ↗ hardened  Aland                                               ceasefire   2
                      said

        Right: paragraph. parley read --json for the record.

        """)
  }

  @Test("shows letters for signs where the terminal has only ASCII")
  func ascii() {
    var terminal = Terminal()
    terminal.hasUnicode = false
    #expect(view(MadeReading.reading, terminal).contains("  D demands"))
  }

  @Test("keeps to the width of the terminal", arguments: [59, 79, 132])
  func width(columns: Int) {
    var terminal = Terminal()
    terminal.width = columns
    for line in view(MadeReading.reading, terminal).split(separator: "\n") {
      #expect(Columns.width(line) <= columns, "\(line)")
    }
  }

  @Test("leaves out what is not asked for, and references to it")
  func selection() {
    let only = Selection(parts: [.changes], leastConfidence: 0).apply(to: MadeReading.reading)
    #expect(only.attributions.isEmpty && only.positions.isEmpty && only.figures.isEmpty)
    #expect(only.changes.map(\.from) == [nil, nil])
    let sure = Selection(parts: [], leastConfidence: 0.8).apply(to: MadeReading.reading)
    #expect(sure.positions.map(\.holder) == ["Aland"])
    #expect(sure.changes.map(\.from) == [nil, nil])
    #expect(sure.changes.map(\.to) == [0, nil])
  }
}

@Suite("Columns of text")
struct ColumnsTests {
  @Test("wide characters take two, marks none")
  func width() {
    #expect(Columns.width("abc") == 3)
    #expect(Columns.width("中文") == 4)
    #expect(Columns.width("e\u{301}") == 1)
    #expect(Columns.width("😀") == 2)
  }

  @Test("words are kept whole where they fit, and the last line is cut where they do not")
  func wrap() {
    #expect(Columns.wrap("one two three four", columns: 9) == ["one two", "three", "four"])
    #expect(Columns.wrap("one two three four", columns: 9, lines: 2) == ["one two", "three fo…"])
    #expect(Columns.wrap("abcdefghijklmnop", columns: 8) == ["abcdefgh", "ijklmnop"])
    #expect(Columns.wrap("", columns: 9) == [""])
  }

  @Test("text is made safe to show: one line, no control characters")
  func plain() {
    #expect(Columns.plain(" a\r\n\u{1B}[31mb\u{A0}c\u{202E}\u{9B}d ") == "a [31mb cd")
  }
}
