import ParleyModel
import Testing

@testable import Intake

@Suite("A web page")
struct PageReaderTests {
  private func page(_ html: String, contentType: String? = nil) throws -> ExtractedPage {
    try LoadedPages.get().extract(Array(html.utf8), contentType: contentType)
  }

  @Test("gives its headline, author, outlet, days, language and address")
  func facts() throws {
    let page = try page(harbourPage)
    #expect(page.kind == .article)
    #expect(page.title == "Ministers agree on harbour dues")
    #expect(page.authors == ["Mara Venn"])
    #expect(page.outlet == "The Quay Herald")
    #expect(page.published == CalendarDate(year: 2024, month: 3, day: 5))
    #expect(page.modified == CalendarDate(year: 2024, month: 3, day: 6))
    #expect(page.language == "en-GB")
    #expect(page.canonicalAddress == "https://quay.example/2024/03/05/harbour-dues")
    #expect(page.encoding == "utf-8")
  }

  @Test("gives its paragraphs in order, each of its kind")
  func paragraphs() throws {
    let page = try page(harbourPage)
    #expect(
      page.paragraphs.map(\.kind) == [
        .paragraph, .heading, .paragraph, .listItem, .listItem, .quotation, .paragraph,
      ])
    #expect(page.text.contains("will pay £40 a month"))
    #expect(page.text.hasPrefix("The two ministers said"))
  }

  @Test("keeps what is set aside, with where it stands")
  func setAside() throws {
    let page = try page(harbourPage)
    for words in ["Home", "We use cookies", "Storm closes harbour", "All rights reserved"] {
      #expect(!page.text.contains(words))
      let aside = try #require(page.setAside.first { $0.text.contains(words) })
      let source = page.source[aside.source.indices]
      #expect(String(decoding: source, as: UTF8.self).contains(words))
    }
    #expect(page.setAside.contains { $0.reason == .consent && $0.text.contains("cookies") })
    #expect(page.setAside.contains { $0.reason == .menu && $0.text.contains("Sport") })
    #expect(page.setAside.contains { $0.reason == .caption && $0.text.contains("Photo") })
  }

  @Test("becomes an article whose boilerplate is marked")
  func article() throws {
    let article = try page(harbourPage).article(id: ArticleID("harbour"))
    #expect(article.title == "Ministers agree on harbour dues")
    #expect(article.boilerplate.map(article.words) == ["The northern harbour. Photo: Quay Herald"])
    #expect(article.paragraphs.count == 8)
    #expect(article.paragraphs.map(article.words).allSatisfy { !$0.isEmpty })
  }

  @Test("that is made by scripts is known as such")
  func scriptOnly() throws {
    let script = String(repeating: "window.load('part');", count: 200)
    let page = try page(
      "<html><head><title>Reader</title></head><body><div id=root></div><script>\(script)</script>")
    #expect(page.kind == .scriptOnly)
    #expect(page.paragraphs.isEmpty)
  }

  @Test("without text is empty", arguments: ["", " ", "<html></html>", "<p>", "<!--", "<"])
  func empty(_ html: String) throws {
    #expect(try page(html).kind == .empty)
  }

  @Test("that asks to be paid for the rest is known as such")
  func paywalled() throws {
    let cut = harbourPage.replacing(
      "<h2>What was agreed</h2>",
      with: "<p class=\"paywall\">Already a subscriber? Sign in to continue reading.</p></div>"
        + "</article></main></body></html><!--")
    #expect(try page(cut).kind == .paywalled)
  }

  @Test("whose text stands only in its linked data is read from there")
  func declaredBody() throws {
    let body = String(repeating: "The ferry sails again on Monday, the owners said. ", count: 20)
    let page = try page(
      """
      <html><head><title>Ferry</title><script type="application/ld+json">
      {"@type":"NewsArticle","headline":"Ferry sails","articleBody":"\(body)"}</script></head>
      <body><div id="app"></div></body></html>
      """)
    #expect(page.text.hasPrefix("The ferry sails again on Monday"))
    #expect(page.warnings.count == 1)
  }

  @Test("in another character set is read as its header, its meta element or its bytes say")
  func encodings() throws {
    let text = harbourPage.replacing("&pound;", with: "£").replacing("The two", with: "Die zwölf")
    let latin = text.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : 0x3F }
    let reader = try LoadedPages.get()
    let declared = reader.extract(latin, contentType: "text/html; charset=ISO-8859-15")
    #expect(declared.text.hasPrefix("Die zwölf ministers"))
    #expect(declared.encoding == "iso-8859-15")
    #expect(reader.extract(latin).text.hasPrefix("Die zwölf ministers"))
    let cyrillic = Array("<meta charset=koi8-r><title>".utf8) + [0xED, 0xC9, 0xD2]
    #expect(reader.extract(cyrillic).title == "Мир")
    let wide = Array("\u{FEFF}<title>Ĝis</title>".utf16).flatMap {
      [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
    #expect(reader.extract(wide).title == "Ĝis")
  }

  @Test("whose characters were encoded twice is put right")
  func doubleEncoding() throws {
    let twice = "<title>Venn’s quay</title>".utf8.flatMap { byte in
      byte < 0x80 ? [byte] : [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
    }
    #expect(try LoadedPages.get().extract(twice).title == "Venn’s quay")
  }

  @Test("credited to an agency names it")
  func agencies() throws {
    let credited = harbourPage.replacing(
      "put to sea.</p>", with: "put to sea.</p><p>(With agency inputs from Reuters)</p>")
    #expect(try page(credited).agencies == ["Reuters"])
  }

  @Test("has no empty paragraphs")
  func noEmptyParagraphs() throws {
    let spaced = harbourPage.replacing("</p>", with: "</p><p>&nbsp;</p><p>\u{A0} &#160;</p>")
    let page = try page(spaced)
    #expect(page.paragraphs.count == 7)
    #expect(page.setAside.allSatisfy { !$0.text.isEmpty })
  }

  @Test("among texts is known by its first bytes")
  func amongTexts() throws {
    let intake = try LoadedIntake.get()
    let raw = RawArticle.text(bytes: Array(harbourPage.utf8), input: "harbour.html", sidecar: nil)
    let article = try intake.article(raw)
    #expect(article.id == ArticleID("harbour") && article.outlet == "The Quay Herald")
    #expect(article.published == CalendarDate(year: 2024, month: 3, day: 5))
    #expect(!String(decoding: article.text, as: UTF8.self).contains("<p>"))
    let plain = RawArticle.text(bytes: Array("<headline> is a word".utf8), input: "a", sidecar: nil)
    #expect(try intake.article(plain).text == Array("<headline> is a word".utf8))
  }

  @Test("cut off anywhere, or damaged, is still some page", arguments: UInt64(0)..<40)
  func damage(_ seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    var bytes = Array(harbourPage.utf8)
    for _ in 0..<20 { bytes[next(bytes.count)] = UInt8(next(256)) }
    bytes = Array(bytes.prefix(next(bytes.count)))
    let page = try LoadedPages.get().extract(bytes)
    for paragraph in page.paragraphs {
      #expect(paragraph.source.upperBound <= page.source.count)
    }
  }
}
