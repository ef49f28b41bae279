import Foundation
import TestSupport
import Testing

@Suite("The published schema")
struct SchemaTests {
  @Test(
    "holds for what parley read writes, rows of failures included", .enabled(if: Schema.canValidate)
  )
  func realOutput() throws {
    let input = [Reports.line("a", Reports.talks), #"{"id":"b"}"#, "{", Reports.line("c", "")]
    let run = try Program().run(["read", "--ndjson"], input: input.joined(separator: "\n"))
    #expect(run.output.split(separator: "\n").count == 4)
    #expect(Schema.errors(in: run.output) == "")
  }

  @Test("the bundled example follows it", .enabled(if: Schema.canValidate))
  func example() throws {
    let example = Schema.repository.appending(path: "Examples/terms-after-the-summit.txt").path
    let run = try Program().run(["read", "--json", example])
    #expect(run.status == 0)
    #expect(Schema.errors(in: run.output) == "")
  }

  @Test("rows have the keys of the form, in its order")
  func keys() throws {
    let run = try Program().run(["read", "--ndjson", "-"], input: Reports.line("a", Reports.talks))
    let row = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(
      Set(row.keys) == [
        "schema", "id", "article", "attributions", "positions", "figures", "changes",
      ])
    #expect(run.output.hasPrefix(#"{"schema":"parley/reading/1","id":"a","article":{"title":null"#))
  }
}
