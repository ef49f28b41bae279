import Foundation
import ParleyModel
import TestSupport
import Testing

@testable import Territory

@Suite("What terms would mean")
struct ScenarioTests {
  private func lay(_ terms: [Term], day: String = "2031-03-09") throws -> Scenario {
    let atlas = try Lindmark.atlas()
    let date = try #require(CalendarDate(iso: day))
    return try Scenario(
      Terms(terms: terms), on: date, series: atlas.control(), regions: atlas.regions(country: "XL"),
      atlas: atlas, places: atlas.places(country: "XL"))
  }

  @Test("what is ceded changes hands, what is returned goes back")
  func cede() throws {
    let scenario = try lay([
      Term(verb: .cede, party: "Lindmark", ground: ["Kestrel"]),
      Term(verb: .giveBack, party: "Vesk", ground: ["Harrow"]),
      Term(verb: .freeze),
    ])
    let rows = Dictionary(uniqueKeysWithValues: scenario.rows.map { ($0.before.id, $0) })
    #expect(rows.keys.sorted() == ["XL-SE", "XL-SW"])
    let kestrel = try #require(rows["XL-SE"])
    #expect(abs((kestrel.after.held - kestrel.after.area).squareMetres) < 20_000)
    #expect(abs((kestrel.gained - kestrel.before.rest).squareMetres) < 20_000)
    #expect(rows["XL-SW"]?.after.held == .zero)
    #expect(scenario.placesGiven.map(\.name) == ["Hollin"])
    #expect(scenario.placesReturned.map(\.name) == ["Dunmere"])
  }

  @Test("ceded, then returned, is as before where nothing was held")
  func identity() throws {
    let scenario = try lay([
      Term(verb: .cede, party: "Lindmark", ground: ["Marram"]),
      Term(verb: .giveBack, party: "Vesk", ground: ["Marram"]),
    ])
    #expect(scenario.rows.isEmpty)
    #expect(abs((scenario.before.area - scenario.after.area).squareMetres) < 2000)
  }

  @Test("returned, then ceded, is as before where all was held", arguments: UInt64(0)..<8)
  func reversed(seed: UInt64) throws {
    let (before, after) = try outcome(seed) { region in
      [
        Term(verb: .cede, party: "Lindmark", ground: [region]),
        Term(verb: .giveBack, party: "Vesk", ground: [region]),
        Term(verb: .cede, party: "Lindmark", ground: [region]),
      ]
    }
    let (_, ceded) = try outcome(seed) { [Term(verb: .cede, party: "Lindmark", ground: [$0])] }
    #expect(before != after)
    #expect(abs((ceded - after).squareMetres) < 2000)
  }

  @Test(
    "ceded, then returned, leaves nothing held there and all as it was elsewhere",
    arguments: UInt64(0)..<8)
  func returned(seed: UInt64) throws {
    let (_, both) = try outcome(seed) {
      [
        Term(verb: .cede, party: "Lindmark", ground: [$0]),
        Term(verb: .giveBack, party: "Vesk", ground: [$0]),
      ]
    }
    let (_, one) = try outcome(seed) { [Term(verb: .giveBack, party: "Vesk", ground: [$0])] }
    #expect(abs((both - one).squareMetres) < 2000)
  }

  @Test(
    "ceded, then back to the day itself, is as before wherever the line runs",
    arguments: UInt64(0)..<8)
  func undone(seed: UInt64) throws {
    let date = try #require(CalendarDate(iso: "2031-03-09"))
    let (before, after) = try outcome(seed) {
      [
        Term(verb: .cede, party: "Lindmark", ground: [$0]),
        Term(verb: .backTo(date), ground: [$0]),
      ]
    }
    // Edges that the region cuts have a point more, off the geodesic by centimetres.
    #expect(abs((before - after).squareMetres) < 20_000)
  }

  /// The area held before and after terms on the first of three odd regions, under a random map that
  /// holds some of each.
  private func outcome(_ seed: UInt64, _ terms: (String) -> [Term]) throws -> (Area, Area) {
    var random = Seeded(seed &+ 600)
    let star = random.star(x: 1, y: 1, radius: 1, points: 12)
    let held = try GEOSGeometry(Lindmark.shape([star])).madeValid().shape()
    let date = try #require(CalendarDate(iso: "2031-03-09"))
    let series = ControlSeries(
      source: Lindmark.source, maps: [ControlMap(date: date, held: held)], firstDate: date)
    let engine = TermEngine(
      series: series, regions: OverlayTests.regions, atlas: try Lindmark.atlas())
    return (held.area, try engine.apply(terms("R0"), to: held).held.area)
  }

  @Test("back to a day is the map of that day, everywhere")
  func backTo() throws {
    let day = try #require(CalendarDate(iso: "2031-03-02"))
    let scenario = try lay([Term(verb: .backTo(day))])
    let then = try lay([], day: "2031-03-02")
    #expect(
      abs((scenario.total.after.held - then.total.before.held).squareMetres) < 20_000)
  }

  @Test("a buffer lies on both sides of the line and is held by neither")
  func buffer() throws {
    let scenario = try lay([Term(verb: .buffer(kilometres: 5), ground: ["the east"])])
    // The line in the east is about 280 km long; the pocket around Esker adds its own.
    #expect((2500...4500).contains(scenario.total.neutral.squareKilometres))
    #expect(scenario.total.lost > .zero)
    #expect(scenario.total.gained < Area(squareKilometres: 0.1))
  }

  @Test("a difference is parted into terms and ground")
  func explain() throws {
    let atlas = try Lindmark.atlas()
    let old = try Terms.load(path: Lindmark.folder + "/terms-of-february.yaml")
    let new = try Terms.load(path: Lindmark.folder + "/terms-of-march.yaml")
    let change = try TermsChange(
      earlier: old, on: #require(old.on), later: new, on: #require(new.on),
      series: atlas.control(), regions: atlas.regions(country: "XL"), atlas: atlas)
    #expect(change.byTerms + change.byGround == change.difference)
    #expect(change.termsPart.map { (0.8...0.95).contains($0) } == true)
  }

  @Test(
    "terms that say nothing known are refused, with their number",
    arguments: [
      ("terms:\n  - seize: Tarn\n", "term 1: it says nothing known"),
      ("terms:\n  - cede: Tarn\n", "term 1: it does not say by whom ('by: ...')"),
      ("terms:\n  - freeze: elsewhere\n  - buffer: 900\n", "term 2: a buffer is above 0"),
      ("terms:\n  - back to: soon\n", "term 1: 'soon' is not a date"),
      ("terms: 7\n", "a value is of the wrong kind (in terms)"),
      ("terms: []\n", "there is no term"),
      ("terms: [\n", "reading the terms"),
      ("title: x\n", "'terms' is missing"),
    ])
  func refused(text: String, message: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("terms.yaml", text)
    let error = #expect(throws: TerritoryError.self) { try Terms.load(path: file.path) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test("a party that the map does not know is refused")
  func party() throws {
    let error = #expect(throws: TerritoryError.self) {
      try lay([Term(verb: .cede, party: "Nobody", ground: ["Tarn"])])
    }
    #expect(error?.description.contains("knows no party 'Nobody'\n  say Vesk or Lindmark") == true)
  }
}
