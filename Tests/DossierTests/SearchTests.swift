import Dossier
import ParleyModel
import Testing

@Suite("A search")
struct SearchTests {
  private let entries = [
    MadeDossier.entry("one", published: "2025-06-02", words: "Bland must withdraw from the valley"),
    MadeDossier.entry(
      "two", published: "2025-07-01", holder: "Bland", act: .reject,
      words: "no withdrawal from the café by the river"),
    MadeDossier.entry(
      "three", published: "2025-08-01", holder: "Bland", act: .offer, issue: "security.guarantees",
      words: "observers in the valley"),
  ]

  @Test(
    "finds stems, beginnings, phrases and combinations",
    arguments: [
      ("withdraw", ["one", "two"]), ("withdrawing", ["one", "two"]), ("observ*", ["three"]),
      ("\"the valley\"", ["one", "three"]), ("valley NOT observers", ["one"]),
      ("observers OR café", ["two", "three"]), ("CAFE", ["two"]), ("elsewhere", []),
    ])
  func queries(query: String, expected: [String]) throws {
    try MadeDossier.with(entries) { dossier throws in
      let result = try dossier.search(query)
      #expect(Set(result.stances.map(\.stance.article)) == Set(expected))
      #expect(Set(result.articles.map(\.article)) == Set(expected))
    }
  }

  @Test("takes filters: articles need such a stance, or the day")
  func filters() throws {
    try MadeDossier.with(entries) { dossier throws in
      var filter = StanceFilter()
      filter.parties = ["bland"]
      #expect(try dossier.search("valley", filter).stances.map(\.stance.article) == ["three"])
      #expect(try dossier.search("valley", filter).articles.map(\.article) == ["three"])
      filter.acts = [.reject]
      #expect(try dossier.search("valley", filter).articles.isEmpty)
      var days = StanceFilter()
      days.since = CalendarDate(iso: "2025-06-15")
      days.until = CalendarDate(iso: "2025-07-15")
      #expect(try dossier.search("withdraw", days).articles.map(\.article) == ["two"])
    }
  }

  @Test("marks the words found in the words of the stance")
  func matches() throws {
    try MadeDossier.with(entries) { dossier throws in
      let hit = try #require(
        try dossier.search("withdrawing").stances.first { $0.stance.article == "one" })
      let found = hit.excerpt.runs.filter(\.isMatch).map(\.text)
      #expect(found == ["withdraw"])
    }
  }

  @Test("leaves out what a person rejected, finds what a person added")
  func reviews() throws {
    let time = Timestamp(seconds: 1_932_768_100)
    try MadeDossier.with(entries) { dossier throws in
      let id = try #require(try dossier.stances().first { $0.article == "one" }).id
      try dossier.review(id, .reject, by: "ann", at: time)
      #expect(try dossier.search("withdraw").stances.map(\.stance.article) == ["two"])
      try dossier.addStance(
        to: "three", range: try dossier.range(of: "observers", in: "three"), holder: "Cland",
        act: .accept, issue: IssueCode("security.guarantees"), by: "ann", at: time)
      #expect(try dossier.search("observers").stances.map(\.stance.holder) == ["Cland", "Bland"])
    }
  }

  @Test(
    "says what is wrong with a malformed query", arguments: ["\"valley", "a AND", "--", "x(", ""])
  func malformed(query: String) throws {
    try MadeDossier.with(entries) { dossier throws in
      let error = #expect(throws: DossierError.self) { try dossier.search(query) }
      #expect(error?.description.contains("the query '\(query)'") == true)
      #expect(error?.description.split(separator: "\n").count == 2)
    }
  }
}
