import Intake
import ParleyModel
import Testing

@Suite("Datelines")
struct DatelineTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let place: String?
    let date: String?
    let outlet: String?
    let rest: String
    var testDescription: String { text }
  }

  static let rows = [
    Row(
      text: "KYIV, Aug 21 (Reuters) - The president said no.", place: "KYIV", date: "Aug 21",
      outlet: "Reuters", rest: "The president said no."),
    Row(
      text: "WASHINGTON (AP) — Senators met.", place: "WASHINGTON", date: nil, outlet: "AP",
      rest: "Senators met."),
    Row(
      text: "Geneva, 3 May 2019 - Envoys met.", place: "Geneva", date: "3 May 2019", outlet: nil,
      rest: "Envoys met."),
    Row(
      text: "MOSCOW, May 26. /TASS/. The envoy left.", place: "MOSCOW", date: "May 26",
      outlet: "TASS", rest: "The envoy left."),
    Row(
      text: "TEHRAN, May 20 (MNA) – Talks go on.", place: "TEHRAN", date: "May 20",
      outlet: "MNA", rest: "Talks go on."),
    Row(
      text: "ST. PETERSBURG, Russia (AP) — It rained.", place: "ST. PETERSBURG, Russia", date: nil,
      outlet: "AP", rest: "It rained."),
    Row(
      text: "WASHINGTON/NEW YORK, Aug. 21, 2025 (Reuters) -- Shares fell.",
      place: "WASHINGTON/NEW YORK", date: "Aug. 21, 2025", outlet: "Reuters", rest: "Shares fell."),
    Row(
      text: "(Reuters) - A court ruled.", place: nil, date: nil, outlet: "Reuters",
      rest: "A court ruled."),
    Row(
      text: "LOS ANGELES No one was hurt.", place: "LOS ANGELES", date: nil, outlet: nil,
      rest: "No one was hurt."),
    Row(
      text: "MANILA/HANOI A court ruled.", place: "MANILA/HANOI", date: nil, outlet: nil,
      rest: "A court ruled."),
    Row(
      text: "SANTO DOMINGO U.S. officials met.", place: "SANTO DOMINGO", date: nil, outlet: nil,
      rest: "U.S. officials met."),
    Row(
      text: "BEIJING, Thursday, July 4 (Xinhua) -- Trade grew.", place: "BEIJING",
      date: "Thursday, July 4", outlet: "Xinhua", rest: "Trade grew."),
    Row(
      text: "London — British officials met.", place: "London", date: nil, outlet: nil,
      rest: "British officials met."),
    Row(
      text: "Paris (AFP) - The minister resigned.", place: "Paris", date: nil, outlet: "AFP",
      rest: "The minister resigned."),
    Row(
      text: "Tehran, IRNA – Ministers met.", place: "Tehran", date: nil, outlet: "IRNA",
      rest: "Ministers met."),
    Row(
      text: "NEW DELHI: The two sides met.", place: "NEW DELHI", date: nil, outlet: nil,
      rest: "The two sides met."),
    Row(
      text: "HARTWELL, Ga. (WXYZ) — A bridge fell.", place: "HARTWELL, Ga.", date: nil,
      outlet: "WXYZ", rest: "A bridge fell."),
  ]

  @Test("give place, date and outlet as written", arguments: rows)
  func read(row: Row) throws {
    let intake = try LoadedIntake.get()
    let article = intake.article(Array(row.text.utf8), id: ArticleID("a"))
    let line = try #require(article.dateline)
    #expect(line.place.map(article.words) == row.place)
    #expect(line.date.map(article.words) == row.date)
    #expect(line.outlet.map(article.words) == row.outlet)
    let rest = ByteRange(line.range.upperBound, article.text.count)
    #expect(article.words(rest).drop { $0 == " " } == row.rest)
  }

  @Test(
    "are not seen in the opening of a sentence",
    arguments: [
      "NATO Secretary-General spoke on Monday.", "Russia - which denies it - said no.",
      "BREAKING: The talks failed.", "Moscow — which rejects the plan — said no.",
      "Ukraine's president said on Aug 21 that it would not.", "The U.S. (and others) - refused.",
      "Kyiv on Thursday said no.", "Iran: what comes next", "A", "", "May 26 was a Monday.",
      "Pakistan (PTI) has grown.",
    ])
  func none(text: String) throws {
    let intake = try LoadedIntake.get()
    #expect(intake.article(Array(text.utf8), id: ArticleID("a")).dateline == nil)
  }

  @Test("give the outlet and the full date where nothing else does")
  func metadata() throws {
    let intake = try LoadedIntake.get()
    let text = Array("TEHRAN, May 20, 2025 (MNA) – Talks go on.".utf8)
    let plain = intake.article(text, id: ArticleID("a"))
    #expect(plain.outlet == "Mehr News")
    #expect(plain.published == CalendarDate(year: 2025, month: 5, day: 20))
    let known = intake.article(
      text, id: ArticleID("a"), metadata: ArticleMetadata(outlet: "The Daily"))
    #expect(known.outlet == "The Daily")
  }
}
