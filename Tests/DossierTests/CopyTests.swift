import Dossier
import JSONBytes
import ParleyModel
import TestSupport
import Testing

@Suite("Copies of a report")
struct CopyTests {
  private let a = MadeCopies.report.reading.article
  private let b = MadeCopies.copy.reading.article

  @Test("share runs of words that are the same in both")
  func runs() {
    let shared = SharedText(a, b)
    #expect(!shared.runs.isEmpty)
    func folded(_ text: String) -> [Substring] {
      text.lowercased().split { !$0.isLetter && !$0.isNumber }
    }
    for run in shared.runs { #expect(folded(a.words(run.a)) == folded(b.words(run.b))) }
    #expect(shared.shareOfB == 1)
    #expect(shared.shareOfA < 1)
  }

  @Test("tell what was dropped and what was moved")
  func comparison() {
    let comparison = CopyComparison(a, b)
    #expect(comparison.dropped.map { a.words($0).prefix(7) } == ["Aland's"])
    #expect(comparison.added.isEmpty)
    let moved = comparison.pairs.filter(\.isMoved)
    #expect(moved.count == 1)
    #expect(comparison.pairs.allSatisfy { !$0.isChanged })
  }

  @Test("tell which sentence was shortened")
  func changed() {
    let comparison = CopyComparison(
      article("Aland and Bland signed a truce in the harbour town after nine days of talks."),
      article("Aland and Bland signed a truce in the harbour town."))
    #expect(comparison.pairs.map(\.isChanged) == [true])
  }

  @Test("are one report, and the one published first is likely the first")
  func survey() throws {
    try MadeDossier.with([MadeCopies.copy, MadeCopies.report]) { dossier in
      let survey = try dossier.originSurvey()
      #expect(survey.origins == 1)
      let report = try #require(survey.reports.first)
      #expect(report.first.article == "report")
      #expect(report.ground == .earliest)
      #expect(report.outlets == 2)
      #expect(try dossier.originSurvey(article: "copy").reports.count == 1)
      #expect(throws: DossierError.self) { try dossier.originSurvey(article: "nothing") }
    }
  }

  @Test("as JSON follow the published schema", .enabled(if: Schema.canValidate))
  func schema() throws {
    try MadeDossier.with([MadeCopies.report, MadeCopies.copy]) { dossier in
      var output = JSONOutput()
      try dossier.originSurvey().write(to: &output, view: View())
      let text = String(decoding: output.bytes, as: UTF8.self)
      #expect(Schema.errors(in: text, by: "origins-1") == "")
      #expect(text.contains(#""copies":[{"article":"copy""#))
    }
  }

  private func article(_ text: String) -> Article {
    let bytes = Array(text.utf8)
    return Article(id: ArticleID("made"), text: bytes, paragraphs: [ByteRange(0, bytes.count)])
  }
}
