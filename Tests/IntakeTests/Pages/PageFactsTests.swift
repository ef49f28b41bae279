import DataFiles
import ParleyModel
import Testing

@testable import Intake

@Suite("Facts on a page")
struct PageFactsTests {
  @Test(
    "are days in many forms",
    arguments: [
      ("2024-03-05T08:00:00Z", "2024-03-05"), ("March 5, 2024", "2024-03-05"),
      ("5th of March 2024", "2024-03-05"), ("Tue, 05 Mar 2024 08:00", "2024-03-05"),
      ("3/5/2024", "2024-03-05"), ("25/12/2023", "2023-12-25"), ("25.12.2023", "2023-12-25"),
      ("20240305", "2024-03-05"), ("2024/03/05", "2024-03-05"), ("Sept. 9 2021", "2021-09-09"),
      ("19 Dec, 2025", "2025-12-19"),
    ])
  func days(_ text: String, _ day: String) throws {
    let reader = try DateReader(DataFolder.locate())
    #expect(reader.date(in: text)?.description == day)
  }

  @Test(
    "are not made of any numbers", arguments: ["12 of 2024", "1-2-3", "v2.0.2024", "99/99/2024"])
  func noDays(_ text: String) throws {
    #expect(try DateReader(DataFolder.locate()).date(in: text) == nil)
  }

  @Test(
    "name who wrote it",
    arguments: [
      ("<p>By Ann Lee and Bo Ray</p>", ["Ann Lee", "Bo Ray"]),
      ("<p>By Ann Lee, Bo Ray | 5 May 2024</p>", ["Ann Lee", "Bo Ray"]),
      ("<p>Written by <a href=/x>Ann Lee</a> on 4 May</p>", ["Ann Lee"]),
      ("<span class=author>Ann Lee</span>", ["Ann Lee"]),
      ("<a rel=author href=/a>Ann Lee</a>", ["Ann Lee"]),
      ("<p>Reviewed by Bo Ray</p>", []),
      ("<p>By the sea</p>", []),
    ])
  func authors(_ byline: String, _ names: [String]) throws {
    let html =
      "<h1>Quay news of the day</h1>\(byline)"
      + String(
        repeating: "<p>The boats came home late, and the harbour master counted them.</p>", count: 5
      )
    #expect(try LoadedPages.get().extract(Array(html.utf8)).authors == names)
  }

  @Test("leave the name of the site out of the headline")
  func siteNames() throws {
    for title in ["Boats come home late - Quay Herald", "Quay Herald | Boats come home late"] {
      let html = "<title>\(title)</title><meta property=og:site_name content='Quay Herald'><p>x"
      #expect(try LoadedPages.get().extract(Array(html.utf8)).title == "Boats come home late")
    }
  }

  @Test("in broken linked data are read up to the break")
  func brokenData() {
    let source = Array(#"<!-- {"@type":"Article","headline":"Boats","author":["A B",{"#.utf8)
    let items = LinkedData.items(source[...])
    #expect(items.first?.headline == "Boats")
  }

  @Test(
    "hold character references",
    arguments: [
      ("&amp;&lt;", "&<"), ("&eacute;", "é"), ("&copy 1", "© 1"), ("&#8217;", "’"),
      ("&#x2019;", "’"), ("&#146;", "’"), ("&nosuch;", "&nosuch;"), ("&", "&"), ("&#;", "&#;"),
      ("&#0;", "\u{FFFD}"), ("&#x110000;", "\u{FFFD}"), ("a&b", "a&b"),
    ])
  func references(_ text: String, _ decoded: String) throws {
    let references = try CharacterReferences(DataFolder.locate())
    #expect(references.decoded(Array(text.utf8), 0..<text.utf8.count) == decoded)
  }
}
