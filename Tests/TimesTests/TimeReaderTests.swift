import DataFiles
import ParleyModel
import Testing
import Times

/// What a text of Saturday, 23 August 2025 says: EDTF or duration, bound and words of each time.
private let sentences: [(String, [String])] = [
  ("The talks ended on Friday.", ["2025-08-22 | - | Friday"]),
  ("They will meet on Monday.", ["2025-08-25 | - | Monday"]),
  ("They met on Monday.", ["2025-08-18 | - | Monday"]),
  ("They spoke yesterday.", ["2025-08-22 | - | yesterday"]),
  ("They will speak tomorrow.", ["2025-08-24 | - | tomorrow"]),
  ("The pact was signed today.", ["2025-08-23 | - | today"]),
  ("It began in June.", ["2025-06 | - | June"]),
  ("It will begin in October.", ["2025-10 | - | October"]),
  ("It began last June.", ["2025-06 | - | last June"]),
  ("It will begin next June.", ["2026-06 | - | next June"]),
  ("It began on June 15.", ["2025-06-15 | - | June 15"]),
  ("It began on 15 June 2024.", ["2024-06-15 | - | 15 June 2024"]),
  ("It began on June 15, 2024.", ["2024-06-15 | - | June 15, 2024"]),
  ("It began in June 2024.", ["2024-06 | - | June 2024"]),
  ("It began in 2014.", ["2014 | - | 2014"]),
  ("It began in early June.", ["2025-06-01/2025-06-15 | - | early June"]),
  ("It has held since early June.", ["2025-06-01/.. | since | since early June"]),
  ("It has held since 2014.", ["2014-01-01/.. | since | since 2014"]),
  ("They must leave by 2027.", ["../2027-12-31 | deadline | by 2027"]),
  ("They must leave by Friday.", ["../2025-08-29 | deadline | by Friday"]),
  (
    "They must answer no later than October 1.",
    ["../2025-10-01 | deadline | no later than October 1"]
  ),
  (
    "They may stay until the end of the year.",
    ["../2025-12-31 | until | until the end of the year"]
  ),
  ("The harbour was open before 2010.", ["../2009-12-31 | before | before 2010"]),
  ("The harbour was closed after 2018.", ["2019-01-01/.. | after | after 2018"]),
  ("They fought from 2014 to 2018.", ["2014/2018 | between | from 2014 to 2018"]),
  (
    "They fought between March and May 2022.",
    ["2022-03/2022-05 | between | between March and May 2022"]
  ),
  ("It snowed in mid-November.", ["2024-11-10/2024-11-20 | - | mid-November"]),
  ("It snowed late last year.", ["2024-07/2024-12 | - | late last year"]),
  ("It rained last week.", ["2025-08-11/2025-08-17 | - | last week"]),
  ("It will rain next week.", ["2025-08-25/2025-08-31 | - | next week"]),
  ("It rained this week.", ["2025-08-18/2025-08-24 | - | this week"]),
  ("It rained two weeks ago.", ["2025-08-09 | - | two weeks ago"]),
  ("It will end in two weeks.", ["2025-09-06 | - | in two weeks"]),
  ("It took four years.", ["P4Y | - | four years"]),
  ("They agreed for the first time in over four years.", ["P4Y | - | four years"]),
  ("It lasted an hour and a half.", ["PT1.5H | - | an hour and a half"]),
  ("The truce holds for 30 days.", ["P30D | - | 30 days"]),
  ("They meet every Monday.", ["R/P1W | - | every Monday"]),
  ("It was built in the 1990s.", ["199X | - | the 1990s"]),
  ("It was built in the 19th century.", ["18XX | - | the 19th century"]),
  ("It began at the end of March.", ["2025-03-16/2025-03-31 | - | the end of March"]),
  ("They will decide later this month.", ["2025-08-23/2025-08-31 | - | later this month"]),
  ("They decided earlier this year.", ["2025-01/2025-06 | - | earlier this year"]),
  ("They will meet the week after next.", ["2025-09-01/2025-09-07 | - | the week after next"]),
  ("They met on Christmas Day 2020.", ["2020-12-25 | - | Christmas Day 2020"]),
  ("It fell on Easter 2018.", ["2018-04-01 | - | Easter 2018"]),
  ("It began in the summer of 2023.", ["2023-06/2023-08 | - | the summer of 2023"]),
  ("They must answer within 10 days.", ["2025-08-23/2025-09-01 | deadline | within 10 days"]),
  ("The fair runs November 18-19.", ["2025-11-18/2025-11-19 | - | November 18-19"]),
  ("They met the day before yesterday.", ["2025-08-21 | - | the day before yesterday"]),
  ("They met in the first week of 2015.", ["2014-12-29/2015-01-04 | - | the first week of 2015"]),
  ("They met in the third quarter of 2020.", ["2020-07/2020-09 | - | the third quarter of 2020"]),
  ("It ended on 2021-03-05.", ["2021-03-05 | - | 2021-03-05"]),
  ("It ended on Tuesday, March 4, 2025.", ["2025-03-04 | - | Tuesday, March 4, 2025"]),
  ("It will start three weeks from tomorrow.", ["2025-09-14 | - | three weeks from tomorrow"]),
  ("It sank two days after Christmas 2020.", ["2020-12-27 | - | two days after Christmas 2020"]),
]

/// Texts that tell no time.
private let timeless: [String] = [
  "This may or may not hold.",
  "He said it may rain.",
  "Have a great day.",
  "They march on.",
  "The second boat sank.",
  "It kept up to date.",
  "They want 2000 boats.",
  "Call 138-2010-2015.",
  "May I ask why?",
  "They won 3-1.",
]

@Suite("The reader of times")
struct TimeReaderTests {
  private static let reader = Result { try TimeReader(try DataFolder.locate()) }

  private func lines(_ text: String, on day: String) throws -> [String] {
    let bytes = Array(text.utf8)
    let date = try #require(CalendarDate(iso: day))
    return try Self.reader.get().times(of: bytes, on: date).map { time in
      let words = String(decoding: bytes[time.range.indices], as: UTF8.self)
      return [time.value, time.bound?.rawValue ?? "-", words].joined(separator: " | ")
    }
  }

  @Test("reads dates, bounds and durations", arguments: sentences)
  func reads(_ text: String, _ expected: [String]) throws {
    #expect(try lines(text, on: "2025-08-23") == expected)
  }

  @Test("finds nothing where no time is told", arguments: timeless)
  func findsNothing(_ text: String) throws {
    #expect(try lines(text, on: "2025-08-23") == [])
  }

  @Test("a weekday that is past lies in the seven days up to the article's", arguments: 0..<14)
  func weekdays(_ offset: Int) throws {
    let day = CalendarDate(dayNumber: 20_000 + offset)
    let names = [
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    for (number, name) in names.enumerated() {
      let line = try #require(
        try lines("The parties met on \(name).", on: day.description).first)
      let date = try #require(CalendarDate(iso: line))
      #expect(date.weekday == number + 1)
      #expect((0...6).contains(day.dayNumber - date.dayNumber))
    }
  }

  @Test(
    "Easter falls where the almanac has it",
    arguments: [
      (2000, "2000-04-23"), (2008, "2008-03-23"), (2011, "2011-04-24"), (2019, "2019-04-21"),
      (2024, "2024-03-31"), (2025, "2025-04-20"), (2038, "2038-04-25"),
    ])
  func easter(_ year: Int, _ day: String) throws {
    #expect(try lines("It fell on Easter \(year).", on: "2025-08-23").first?.prefix(10) == day[...])
  }

  @Test("no input crashes it, and times lie in order inside the text", arguments: UInt64(0)..<60)
  func random(_ seed: UInt64) throws {
    let words = [
      "the", "last", "next", "week", "of", "June", "15", "2024", "to", "from", "between", "and",
      "Friday", "in", "two", "years", "ago", "since", "by", "end", "-", ",", "every", "May",
      "first",
      "31", "before", "after", "Easter", "later", "this", "90s", "21st", "century",
    ]
    var state = seed &* 2 &+ 1
    let text = (0..<60).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return words[Int((state >> 33) % UInt64(words.count))]
    }.joined(separator: " ")
    let bytes = Array(text.utf8)
    let date = try #require(CalendarDate(iso: "2025-08-23"))
    var end = 0
    for time in try Self.reader.get().times(of: bytes, on: date) {
      #expect(time.range.lowerBound >= end && time.range.upperBound <= bytes.count)
      end = time.range.upperBound
    }
  }
}
