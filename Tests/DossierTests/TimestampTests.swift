import Dossier
import ParleyModel
import Testing

@Suite("A timestamp")
struct TimestampTests {
  @Test(
    "is written as it is read",
    arguments: ["2025-08-22T07:30:59Z", "1969-12-31T23:59:59Z", "2000-02-29T00:00:00Z"])
  func roundTrip(text: String) {
    #expect(Timestamp(text)?.description == text)
  }

  @Test("of a day alone is its start")
  func day() {
    #expect(Timestamp("2025-08-22")?.description == "2025-08-22T00:00:00Z")
  }

  @Test(
    "is not read from anything else",
    arguments: ["", "2025-08", "2025-02-30T00:00:00Z", "2025-08-22T24:00:00Z", "2025-08-22T07:30"])
  func malformed(text: String) {
    #expect(Timestamp(text) == nil)
  }
}
