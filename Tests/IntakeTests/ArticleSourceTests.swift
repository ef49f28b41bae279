import Foundation
import Intake
import ParleyModel
import Testing

@Suite("Inputs")
struct ArticleSourceTests {
  /// Writes files into a folder of their own and gives it to `body`.
  private func withFiles(_ files: [String: [UInt8]], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "parley-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
    try body(folder.path)
  }

  private func results(_ inputs: [String]) throws -> [Result<Article, IntakeError>] {
    let intake = try LoadedIntake.get()
    var source = ArticleSource(inputs)
    var results: [Result<Article, IntakeError>] = []
    while let raw = source.next() {
      results.append(Result { () throws(IntakeError) in try intake.article(raw) })
    }
    return results
  }

  @Test("a sidecar beside a text gives title, outlet and date")
  func sidecar() throws {
    let sidecar = #"{"title": "Envoys meet", "publisher": "The Daily", "published": "2024-05-03"}"#
    try withFiles(["a.b.txt": Array("Hello.".utf8), "a.b.json": Array(sidecar.utf8)]) { folder in
      let article = try #require(try results([folder + "/a.b.txt"]).first).get()
      #expect(article.id == ArticleID("a.b"))
      #expect(article.title == "Envoys meet")
      #expect(article.outlet == "The Daily")
      #expect(article.published?.description == "2024-05-03")
    }
  }

  @Test("a malformed sidecar is a warning, not a failure")
  func malformedSidecar() throws {
    try withFiles(["a.txt": Array("Hello.".utf8), "a.json": Array("{\"title\": 3, ".utf8)]) {
      let article = try #require(try results([$0 + "/a.txt"]).first).get()
      #expect(article.title == nil)
      #expect(article.warnings.count == 1)
    }
  }

  @Test("of several lines a bad one is an error, and the others are read")
  func lines() throws {
    let text = """
      {"id": "a", "title": null, "text": "One.", "extra": [1, {"x": 2}]}
      {"id": "b", "text": 3}

      not json
      {"id": "c", "published": "2024-05-03T10:00:00Z", "outlet": "The Daily", "text": "Two \\u00e9."}
      """
    try withFiles(["x.ndjson": Array(text.utf8)]) { folder in
      let results = try results([folder + "/x.ndjson"])
      #expect(results.count == 4)
      #expect(try results[0].get().id == ArticleID("a"))
      let missing = #expect(throws: IntakeError.self) { try results[1].get() }
      #expect(missing?.id == "b")
      #expect(missing?.line == 2)
      #expect(missing?.kind == .badLine(found: "the object has no string 'text'"))
      let bad = #expect(throws: IntakeError.self) { try results[2].get() }
      #expect(bad?.id == "x:4")
      #expect(bad?.description.contains("line 4: at byte 0, expected an object") == true)
      let last = try results[3].get()
      #expect(last.words(ByteRange(0, last.text.count)) == "Two é.")
      #expect(last.outlet == "The Daily")
      #expect(last.published?.description == "2024-05-03")
    }
  }

  @Test("what cannot be read is named, and the rest goes on")
  func failures() throws {
    let files = ["a.txt": Array("Hello.".utf8), "b.pdf": Array("%PDF-1.7 ...".utf8)]
    try withFiles(files) { folder in
      let results = try results([
        folder + "/none.txt", folder, folder + "/b.pdf", folder + "/a.txt",
      ])
      let kinds = results.map { result in
        switch result {
        case .success: "read"
        case .failure(let error): error.code
        }
      }
      #expect(kinds == ["missing", "folder", "notText", "read"])
    }
  }

  @Test("lines longer than the buffer stay whole")
  func longLines() throws {
    let body = String(repeating: "word ", count: 40_000)
    let line = #"{"id": "a", "text": ""# + body + "\"}\n"
    try withFiles(["x.jsonl": Array((line + line + "{\"text\": \"end\"}").utf8)]) { folder in
      let results = try results([folder + "/x.jsonl"])
      #expect(results.count == 3)
      #expect(try results[1].get().text.count == body.utf8.count)
    }
  }
}
