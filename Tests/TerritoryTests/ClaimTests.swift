import Foundation
import ParleyModel
import Testing

@testable import Territory

@Suite("Claims about ground")
struct ClaimTests {
  @Test(
    "are read from a few words",
    arguments: [
      ("about 88% of Donbas", "percent 88 1", "about", "donbas"),
      ("88.5 per cent of the east", "percent 88.5 0.1", nil, "the east"),
      ("more than 80 percent of Tarn", "percent 80 1", "more than", "tarn"),
      ("a fifth of Lindmark", "fraction 1/5", nil, "lindmark"),
      ("all of Tarn", "fraction 1/1", nil, "tarn"),
      ("nearly two-thirds of Harrow", "fraction 2/3", "nearly", "harrow"),
      ("4,336 sq km", "area 4336 1", nil, nil),
      ("some 26,000 square kilometres of the north", "area 26000 1000", "some", "the north"),
      ("ground about the size of the U.S. state of Tennessee", "like Tennessee", "about", nil),
      ("small parts of Tarn", "vague", nil, "tarn"),
    ] as [(String, String, String?, String?)])
  func parse(text: String, amount: String, hedge: String?, ground: String?) throws {
    let claim = ClaimParser(try Lindmark.atlas().claimWords).parse(text)
    let found =
      switch claim.amount {
      case .percent(let value, let digit): "percent \(short(value)) \(short(digit))"
      case .fraction(let above, let below): "fraction \(above)/\(below)"
      case .area(let value, let digit): "area \(short(value)) \(short(digit))"
      case .reference(let reference): "like \(reference.name)"
      case .vague: "vague"
      }
    #expect(found == amount)
    #expect(claim.hedge?.words == hedge)
    #expect(claim.ground == ground)
  }

  private func short(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : Decimals.fixed(value, 1)
  }

  @Test(
    "let pass what their hedge lets pass",
    arguments: [
      ("88%", 87.5, 88.5), ("about 88%", 87, 89), ("a fifth", 18.333, 22.5),
      ("an area the size of Ohio", 104_488.2, 127_707.8), ("half", 41.667, 58.333),
    ])
  func accepted(text: String, low: Double, high: Double) throws {
    let range = ClaimParser(try Lindmark.atlas().claimWords).parse(text).accepted
    #expect(abs(range.lowerBound - low) < 0.001 * low)
    #expect(abs(range.upperBound - high) < 0.001 * high)
  }

  @Test(
    "are judged against the invented country",
    arguments: [
      ("about 58% of the east", nil, Finding.Result.consistent),
      ("58% of the east", nil, .consistent),
      ("70% of the east", nil, .inconsistent),
      ("59% of the east", nil, .dependsOnDefinition),
      ("about 42% of the east", "Lindmark", .consistent),
      ("small parts of Harrow", nil, .cannotBeChecked),
      ("half of Atlantis", nil, .cannotBeChecked),
      ("about 30,300 sq km", nil, .consistent),
    ] as [(String, String?, Finding.Result)])
  func judged(text: String, holder: String?, result: Finding.Result) throws {
    let atlas = try Lindmark.atlas()
    let date = try #require(CalendarDate(iso: "2031-03-09"))
    let checker = try ClaimChecker(atlas, on: date)
    let finding = checker.check(
      ClaimParser(atlas.claimWords).parse(text), holder: holder, on: date)
    #expect(finding.result == result, "\(finding.reason)")
    #expect(finding.claim.text == text)
  }

  @Test("are taken from the figures of a reading")
  func figures() throws {
    let parser = ClaimParser(try Lindmark.atlas().claimWords)
    let text = "Vesk holds about 58% of the east, 20 to 30 percent of Lindmark, for 12 days."
    func span(_ words: String) throws -> ByteRange {
      let range = try #require(text.range(of: words))
      let start = text.utf8.distance(from: text.utf8.startIndex, to: range.lowerBound)
      return ByteRange(start, start + words.utf8.count)
    }
    func words(_ span: ByteRange) -> String {
      String(decoding: Array(text.utf8)[span.indices], as: UTF8.self)
    }
    let share = Figure(
      value: .exact(58), unit: "percent", hedge: try span("about"), of: [try span("the east")],
      evidence: try span("about 58%"))
    let claim = try #require(parser.claim(of: share, words: words))
    #expect(claim.accepted == 57...59)
    #expect(claim.ground == "the east")
    let range = Figure(
      value: .range(20, 30), unit: "percent", of: [try span("Lindmark")],
      evidence: try span("20 to 30 percent"))
    #expect(parser.claim(of: range, words: words)?.accepted == 20...30)
    let days = Figure(value: .exact(12), unit: "days", evidence: try span("12 days"))
    #expect(parser.claim(of: days, words: words) == nil)
  }

  @Test("an unknown region is named with those like it")
  func unknown() throws {
    let atlas = try Lindmark.atlas()
    let regions = try atlas.regions(country: "XL")
    let error = #expect(throws: TerritoryError.self) {
      try regions.ground("Kestrl", groups: atlas.groups, words: atlas.words)
    }
    #expect(
      error?.description == """
        looking for the region 'Kestrl': no region or group has that name
          did you mean Kestrel Province
        """)
  }
}
