import TestSupport
import Testing

@Suite("parley explain")
struct ExplainCommandTests {
  @Test("shows the tokens of a sentence with tags, heads and relations")
  func sentence() throws {
    let run = try Program().run(
      ["explain", "-", "--sentence", "2"], input: "We met. Holt refused.")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines[0] == "Holt refused.")
    #expect(
      lines[1].split(separator: " ")
        == ["#", "token", "tag", "head", "relation", "part", "content", "cue"])
    #expect(
      lines.dropFirst(2).prefix(3).map { $0.split(separator: " ")[1] } == ["Holt", "refused", "."])
  }

  @Test("shows the candidates for content and source of a cue, and whether it was told")
  func candidates() throws {
    let run = try Program().run(
      ["explain", "-", "--sentence", "1"], input: "The envoy said that the talks had failed.")
    #expect(run.output.contains("cue 'said', odds "))
    #expect(run.output.contains(": told\n"))
    #expect(run.output.contains("that the talks had failed"))
  }

  @Test("lists the sentences with their numbers")
  func list() throws {
    let run = try Program().run(["explain", "-"], input: "We met. Holt refused.")
    #expect(run.output == "   1 We met.\n   2 Holt refused.\n")
  }

  @Test("a sentence that is not there is wrong usage")
  func outside() throws {
    let run = try Program().run(["explain", "-", "--sentence", "9"], input: "We met.")
    #expect(run.status == 64)
    #expect(run.errors.contains("--sentence must be 1 to 1"))
  }
}
