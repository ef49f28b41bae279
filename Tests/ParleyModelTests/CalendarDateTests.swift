import ParleyModel
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
  @Test("day numbers run without gaps and read back", arguments: -1000..<1000)
  func roundTrip(step: Int) {
    let number = step * 37
    #expect(CalendarDate(dayNumber: number).dayNumber == number)
  }

  @Test("weekdays are counted from Monday")
  func weekday() throws {
    #expect(try #require(CalendarDate(iso: "2025-08-22")).weekday == 5)
  }

  @Test("there is no 29 February in a common year")
  func noSuchDay() {
    #expect(CalendarDate(year: 2025, month: 2, day: 29) == nil)
    #expect(CalendarDate(iso: "2024-02-29T10:00:00Z")?.description == "2024-02-29")
  }
}
