import DataFiles
import Dossier
import Foundation
import JSONBytes
import ParleyModel
import Territory
import TestSupport
import Testing

/// What each kind of check finds in small made-up records, on the maps of the invented country.
@Suite("The kinds of finding")
struct CheckKindsTests {
  private func atlas() throws -> TerritoryAtlas {
    try TerritoryAtlas.load(
      data: DataFolder(path: Schema.repository.appending(path: "Data").path),
      mirror: Schema.repository.appending(path: "Examples/territory").path)
  }

  private func findings(_ entries: [Entry], _ kind: CheckFinding.Kind) throws -> [CheckFinding] {
    var found: [CheckFinding] = []
    try MadeDossier.with(entries) { dossier in
      let data = try DataFolder(path: Schema.repository.appending(path: "Data").path)
      found = try dossier.check(View(), rules: try CheckRules(data), atlas: try atlas())
        .only([kind]).findings
    }
    return found
  }

  /// A report that gives the share of Tarn that Vesk holds; 66.3 per cent on the map of 9 March.
  private func share(_ value: Double, on day: String = "2031-03-09", name: String = "one") -> Entry
  {
    let words = "\(Int(value))%"
    return MadeDossier.entry(
      name, outlet: "Outlet \(name)", published: day, words: "leave the valley",
      text:
        "Report \(name): they must leave the valley. Vesk now controls \(words) of Tarn, it says.",
      figures: [
        MadeFigure(words: words, value: value, unit: "percent", holder: "Vesk", of: "Tarn")
      ])
  }

  @Test(
    "a share is held against the map of its day",
    arguments: [
      (66.0, CheckFinding.Severity.settled), (90, .high),
    ])
  func onMaps(value: Double, severity: CheckFinding.Severity) throws {
    let found = try findings([share(value)], .figuresOnMaps)
    #expect(found.map(\.severity) == [severity])
    #expect(found.first?.ground?.computed.map { abs($0 - 66.29) < 0.01 } == true)
    #expect(found.first?.evidence.map(\.words) == ["\(Int(value))%"])
  }

  @Test("a day before the first map is told")
  func noMap() throws {
    let found = try findings([share(66, on: "2029-01-01")], .mapsMissing)
    #expect(found.count == 1 && found[0].severity == .low)
  }

  @Test("figures of one thing that exclude each other are shown side by side, copies are not")
  func differ() throws {
    let found = try findings([share(30), share(66, name: "two")], .figuresDiffer)
    #expect(found.count == 1)
    #expect(Set(found.flatMap { $0.evidence.map(\.words) }) == ["30%", "66%"])
    #expect(try findings([share(66), share(66, name: "two")], .figuresDiffer).isEmpty)
    #expect(
      try findings([share(30, on: "2031-02-01"), share(66, name: "two")], .figuresDiffer).isEmpty)
  }

  @Test("stances of different reports that exclude each other are rivals")
  func rivals() throws {
    func entry(_ name: String, _ act: Act, _ words: String) -> Entry {
      MadeDossier.entry(
        name, outlet: name, published: "2031-03-05", act: act, issue: "ceasefire", words: words)
    }
    let found = try findings(
      [entry("one", .accept, "it agreed to all"), entry("two", .reject, "it refused at once")],
      .rivals)
    #expect(found.map(\.severity) == [.high])
    #expect(Set(found[0].evidence.map(\.article)) == ["one", "two"])
  }

  private func quoting(_ name: String, _ words: String, _ speaker: String?) -> Entry {
    MadeDossier.entry(
      name, outlet: name, published: "2031-03-05", words: "leave the valley",
      text: "Report \(name) on who must leave the valley: \"\(words)\"",
      quotes: [MadeQuote(words: words, speaker: speaker)])
  }

  private static let words = "we will never give up the northern pass to anybody at all"

  @Test("the same words from two persons, and other words from one, are told")
  func quotes() throws {
    let other = Self.words.replacing("never", with: "not")
    let first = quoting("one", Self.words, "Maria Holt")
    let given = try findings([first, quoting("two", Self.words, "Jan Brek")], .quotesReassigned)
    #expect(given.map(\.severity) == [.high])
    #expect(given[0].summary.contains("Maria Holt") && given[0].summary.contains("Jan Brek"))
    let altered = try findings([first, quoting("two", other, "Maria Holt")], .quotesAltered)
    #expect(altered.map(\.severity) == [.medium])
    #expect(altered[0].reason.hasPrefix("1 of 12 words"))
    for kind in [CheckFinding.Kind.quotesReassigned, .quotesAltered] {
      #expect(try findings([first, quoting("two", Self.words, "Maria Holt")], kind).isEmpty)
    }
  }

  @Test("words of nobody are told")
  func speakers() throws {
    let found = try findings([quoting("one", Self.words, nil)], .unknownSpeakers)
    #expect(found.map(\.severity) == [.low])
    #expect(found[0].reason == "nobody is named")
    #expect(try findings([quoting("one", Self.words, "Maria Holt")], .unknownSpeakers).isEmpty)
  }

  @Test("a stance of which later reports say nothing is stale")
  func stale() throws {
    let old = MadeDossier.entry("old", published: "2031-01-05", words: "leave the valley")
    func later(_ number: Int) -> Entry {
      MadeDossier.entry(
        "later \(number)", published: "2031-04-0\(number)", issue: "ceasefire",
        words: "stop the fire, for the time number \(number)")
    }
    let found = try findings([old] + (1...3).map(later), .stale)
    #expect(found.map { $0.evidence.first?.article } == ["old"])
    #expect(try findings([old] + (1...2).map(later), .stale).isEmpty)
  }

  @Test("is a review of the claim in schema.org's words, without saying true or false")
  func review() throws {
    try MadeDossier.with([share(90)]) { dossier in
      let data = try DataFolder(path: Schema.repository.appending(path: "Data").path)
      var bytes: [UInt8] = []
      _ = try Exporter(dossier, data: data, atlas: try atlas()).write(.claimreview) {
        bytes += $0.bytes
      }
      let graph = try #require(
        try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
      let nodes = try #require(graph["@graph"] as? [[String: Any]])
      let claim = try #require(nodes.first { $0["@type"] as? String == "Claim" })
      let review = try #require(nodes.first { $0["@type"] as? String == "ClaimReview" })
      let item = review["itemReviewed"] as? [String: String]
      #expect(item?["@id"] == claim["@id"] as? String && item != nil)
      let rating = try #require(review["reviewRating"] as? [String: String])
      #expect(rating["alternateName"] == "inconsistent" && rating["ratingValue"] == nil)
      #expect((review["reviewBody"] as? String)?.contains("66.29 percent") == true)
    }
  }

  @Test("follows the published schema", .enabled(if: Schema.canValidate))
  func schema() throws {
    try MadeDossier.with([share(90), quoting("one-b", Self.words, nil)]) { dossier in
      let data = try DataFolder(path: Schema.repository.appending(path: "Data").path)
      var output = JSONOutput()
      try dossier.check(View(), rules: try CheckRules(data), atlas: try atlas()).write(to: &output)
      #expect(Schema.errors(in: String(decoding: output.bytes, as: UTF8.self), by: "check-1") == "")
    }
  }
}
