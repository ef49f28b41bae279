import ParleyModel
import Testing

@testable import Territory

@Suite("Ground over time")
struct SeriesTests {
  @Test("the map nearest before a day is used, and days without a map are known")
  func nearest() throws {
    let series = try Lindmark.atlas().control()
    let day = try #require(CalendarDate(iso: "2031-03-04"))
    #expect(try series.map(on: day).date.description == "2031-03-03")
    #expect(series.missingDays == [day])
    #expect(series.maps.count == 8)
  }

  @Test("a span loads its maps and the one before it")
  func span() throws {
    let series = try Lindmark.atlas().control(
      from: CalendarDate(iso: "2031-03-04"), to: CalendarDate(iso: "2031-03-06"))
    #expect(series.maps.map(\.date.description) == ["2031-03-03", "2031-03-05", "2031-03-06"])
  }

  @Test("a day before the first map is refused, with the first")
  func before() throws {
    let day = try #require(CalendarDate(iso: "2031-02-01"))
    let series = try Lindmark.atlas().control(from: day, to: day)
    let error = #expect(throws: TerritoryError.self) { try series.map(on: day) }
    #expect(
      error?.description == """
        looking for a map of 'lindmark' on or before 2031-02-01: there is none
          its first map is of 2031-03-01; ask for that day or a later one
        """)
  }

  @Test("gains less losses are the difference of what is held, whatever the step")
  func balance() throws {
    let atlas = try Lindmark.atlas()
    let regions = try atlas.regions(country: "XL")
    let east = try regions.ground("the east", groups: atlas.groups, words: atlas.words)
    let held = RegionSeries(try atlas.control(), regions: regions, ground: east)
    for step in [0, 1, 7] {
      let points = held.points(every: step)
      let net = points.reduce(Area.zero) { $0 + $1.gained - $1.lost }
      #expect(net == points[points.count - 1].held - points[0].held)
    }
    #expect(
      SeriesChart(
        title: "", points: held.days.map { ($0.date, $0.held.squareKilometres) },
        credit: ""
      ).line(width: 40) == "▁▃ ▄▆▇██")
  }

  @Test("the last map is as exact as if it stood alone")
  func noDrift() throws {
    let atlas = try Lindmark.atlas()
    let regions = try atlas.regions(country: "XL")
    let series = try atlas.control()
    let last = try #require(series.maps.last)
    let table = regions.shares(of: last, source: series.source)
    #expect(regions.days(of: series.maps).last?.held == table.rows.map(\.held))
  }
}
