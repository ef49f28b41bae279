import ParleyModel
import Quantities
import Testing

/// What a text says: number, unit, hedge and words of each quantity.
private let sentences: [(String, [String])] = [
  ("The river town lost 88% of its trade.", ["88 | percent | - | 88%"]),
  ("Some 88 percent of homes were hit.", ["88 | percent | about | Some 88 percent"]),
  ("Forty-two per cent of farmers agreed.", ["42 | percent | - | Forty-two per cent"]),
  ("Support rose by six percentage points.", ["6 | percent | - | six percentage points"]),
  ("About two-thirds of the valley is flooded.", ["0.666667 | - | about | About two-thirds"]),
  ("Nearly three quarters of the members left.", ["0.75 | - | nearly | Nearly three quarters"]),
  ("A fifth of the harbour is closed.", ["0.2 | - | - | A fifth"]),
  ("Half of the fund is frozen.", ["0.5 | - | - | Half"]),
  ("More than half the villages are empty.", ["0.5 | - | more than | More than half"]),
  ("Just under half of the road is open.", ["0.5 | - | less than | Just under half"]),
  ("One in five fishermen stayed.", ["0.2 | - | - | One in five"]),
  ("Seven out of ten said no.", ["0.7 | - | - | Seven out of ten"]),
  ("Only one in three houses stands.", ["0.333333 | - | - | one in three"]),
  ("They freed 1,500 prisoners.", ["1500 | prisoners | - | 1,500"]),
  ("At least 1,500 prisoners were freed.", ["1500 | prisoners | at least | At least 1,500"]),
  ("As many as 40 hostages may go home.", ["40 | hostages | at most | As many as 40"]),
  ("No more than 800 guards may stay.", ["800 | guards | at most | No more than 800"]),
  ("Fewer than 100 trucks crossed.", ["100 | trucks | less than | Fewer than 100"]),
  ("Up to 12 ships wait outside.", ["12 | ships | at most | Up to 12"]),
  ("Over 3,000 sailors went home.", ["3000 | sailors | more than | Over 3,000"]),
  ("Roughly 250 delegates came.", ["250 | delegates | about | Roughly 250"]),
  ("Close to 90 nurses signed.", ["90 | nurses | about | Close to 90"]),
  ("Some 40 buses left.", ["40 | buses | about | Some 40"]),
  (
    "An estimated 3.7 million people fled.",
    ["3700000 | people | about | An estimated 3.7 million"]
  ),
  ("Around 12,000 hectares burned.", ["12000 | ha | about | Around 12,000 hectares"]),
  ("They hold 4,168 sq km.", ["4168 | km2 | - | 4,168 sq km"]),
  ("It covers 365 square kilometres.", ["365 | km2 | - | 365 square kilometres"]),
  ("It covers 140 square miles.", ["140 | mi2 | - | 140 square miles"]),
  ("The zone is 10 to 15 kilometres deep.", ["10..15 | km | - | 10 to 15 kilometres"]),
  ("A 20-mile strip was cleared.", ["20 | mi | - | 20-mile"]),
  ("Troops pulled back 30 km.", ["30 | km | - | 30 km"]),
  ("The wall is 4 metres high.", ["4 | m | - | 4 metres"]),
  ("The plane flew at 9,000 feet.", ["9000 | ft | - | 9,000 feet"]),
  ("The ship sailed 12 nautical miles.", ["12 | nmi | - | 12 nautical miles"]),
  ("They shipped 2.5 million tonnes of grain.", ["2500000 | t | - | 2.5 million tonnes"]),
  ("It needs 450 kg of fuel.", ["450 | kg | - | 450 kg"]),
  ("They pump 1.2 million barrels a day.", ["1200000 | barrel/day | - | 1.2 million barrels"]),
  ("Output is 11 million bpd.", ["11000000 | barrels per day | - | 11 million bpd"]),
  ("The tank holds 500 litres.", ["500 | l | - | 500 litres"]),
  ("It ran at 80 km/h.", ["80 | km/h | - | 80 km/h"]),
  ("It reached 2 degrees Celsius.", ["2 | degC | - | 2 degrees Celsius"]),
  ("The dam gives 300 megawatts.", ["300 | MW | - | 300 megawatts"]),
  ("The port cost $524 million.", ["524000000 | USD | - | $524 million"]),
  ("The port cost US$5bn.", ["5000000000 | USD | - | US$5bn"]),
  ("They paid €210bn.", ["210000000000 | EUR | - | €210bn"]),
  ("They pledged £3 billion.", ["3000000000 | GBP | - | £3 billion"]),
  ("They asked for 90 billion euros.", ["90000000000 | EUR | - | 90 billion euros"]),
  ("They asked for 400 million dollars.", ["400000000 | USD | - | 400 million dollars"]),
  ("It costs $5-6 billion.", ["5000000000..6000000000 | USD | - | $5-6 billion"]),
  (
    "It costs between $5 and $6 billion.",
    ["5000000000..6000000000 | USD | - | between $5 and $6 billion"]
  ),
  ("It is worth close to $1.3tn.", ["1300000000000 | USD | about | close to $1.3tn"]),
  ("The toll is 50 cents.", ["50 | cent | - | 50 cents"]),
  ("Wages are $15 an hour.", ["15 | USD/hour | - | $15"]),
  ("Rent is £700 a month.", ["700 | GBP/month | - | £700"]),
  ("Oil costs $80 a barrel.", ["80 | USD/barrel | - | $80"]),
  ("They paid 10,000 Swiss francs.", ["10000 | CHF | - | 10,000 Swiss francs"]),
  ("They paid USD 200.", ["200 | USD | - | USD 200"]),
  ("They paid 12 million roubles.", ["12000000 | RUB | - | 12 million roubles"]),
  ("They paid 30 million hryvnias.", ["30000000 | UAH | - | 30 million hryvnias"]),
  ("They paid 5,000 rupees.", ["5000 | INR | - | 5,000 rupees"]),
  ("They paid 3 dollars 50 cents.", ["3.5 | USD | - | 3 dollars 50 cents"]),
  ("They paid C$40 million.", ["40000000 | CAD | - | C$40 million"]),
  ("They paid ¥500 million.", ["500000000 | JPY | - | ¥500 million"]),
  ("They paid ₪20.", ["20 | ILS | - | ₪20"]),
  ("The truce lasts 60 days.", ["60 | day | - | 60 days"]),
  ("The truce lasts sixty days.", ["60 | day | - | sixty days"]),
  ("A 30-day truce began.", ["30 | day | - | 30-day"]),
  ("It took three and a half years.", ["3.5 | year | - | three and a half years"]),
  ("It took two weeks.", ["2 | week | - | two weeks"]),
  ("It took half an hour.", ["0.5 | hour | - | half an hour"]),
  ("It ends within a week.", ["1 | week | - | a week"]),
  ("They will stay for more than five years.", ["5 | year | more than | more than five years"]),
  ("The pause lasts up to 72 hours.", ["72 | hour | at most | up to 72 hours"]),
  (
    "Between 20,000 and 30,000 troops would go.",
    ["20000..30000 | troops | - | Between 20,000 and 30,000"]
  ),
  (
    "Some 20,000 to 30,000 troops would go.",
    ["20000..30000 | troops | about | Some 20,000 to 30,000"]
  ),
  ("They hold 70-75% of the port.", ["70..75 | percent | - | 70-75%"]),
  ("Two or three ships sank.", ["2..3 | ships | - | Two or three"]),
  (
    "The tax rose from 10 to 25 percent.",
    ["10 | percent | - | 10", "25 | percent | - | 25 percent"]
  ),
  ("The tax, ranging from 10 to 25 percent, stays.", ["10..25 | percent | - | 10 to 25 percent"]),
  (
    "They swapped 100-for-100 prisoners.",
    ["100 | prisoners | - | 100", "100 | prisoners | - | 100"]
  ),
  ("The house voted 272-219.", ["272 | - | - | 272", "219 | - | - | 219"]),
  ("The 28-point plan has 19 points.", ["28 | point | - | 28-point", "19 | points | - | 19"]),
  (
    "Twenty-eight of the 32 members came.",
    ["28 | members | - | Twenty-eight", "32 | members | - | 32"]
  ),
  ("A hundred and ninety states signed.", ["190 | states | - | A hundred and ninety"]),
  ("Two hundred and six boats left.", ["206 | boats | - | Two hundred and six"]),
  (
    "Three thousand five hundred soldiers left.",
    ["3500 | soldiers | - | Three thousand five hundred"]
  ),
  ("Two and a half million people live there.", ["2500000 | people | - | Two and a half million"]),
  ("Half a million people live there.", ["500000 | people | - | Half a million"]),
  ("A quarter of a million people live there.", ["250000 | people | - | A quarter of a million"]),
  ("Two dozen ships wait.", ["24 | ships | - | Two dozen"]),
  ("A dozen ships wait.", ["12 | ships | - | A dozen"]),
  ("5m people live there.", ["5000000 | people | - | 5m"]),
  ("10k runners came.", ["10000 | runners | - | 10k"]),
  ("The pier is 10 1/2 miles long.", ["10.5 | mi | - | 10 1/2 miles"]),
  ("It is ¾ full.", ["0.75 | - | - | ¾"]),
  ("The force is 40,000 strong.", ["40000 | - | - | 40,000"]),
  ("The catch fell by one and a half times.", ["1.5 | times | - | one and a half times"]),
  ("The island is about the size of Malta.", ["1 | times | about | about the size of Malta"]),
  ("The park is twice the size of Monaco.", ["2 | times | - | twice the size of Monaco"]),
  ("Exports grew tenfold.", ["10 | times | - | tenfold"]),
  ("Prices are twice as high.", ["2 | times | - | twice as"]),
  ("200 people or more came.", ["200 | people | at least | 200 people or more"]),
  ("There were 200 or so boats.", ["200 | boats | about | 200 or so"]),
  ("They need 12 crore rupees.", ["120000000 | INR | - | 12 crore rupees"]),
  ("They need 35 lakh rupees.", ["3500000 | INR | - | 35 lakh rupees"]),
  ("It weighs 20 (kg).", ["20 | kg | - | 20 (kg)"]),
  ("It fell to minus five degrees Celsius.", ["-5 | degC | - | minus five degrees Celsius"]),
  ("Of 1 414 021 people, most left.", ["1414021 | people | - | 1 414 021"]),
  ("The pool is 12 ft 2 in long.", ["12.166667 | ft | - | 12 ft 2 in"]),
  ("He is 61 years old.", ["61 | year | - | 61 years old"]),
  ("The envoy, 61, resigned.", ["61 | year | - | 61"]),
  ("A 12-year-old boy spoke.", ["12 | year | - | 12-year-old"]),
  ("500 others stayed.", ["500 | people | - | 500"]),
  ("25,000 fled the island.", ["25000 | people | - | 25,000"]),
  ("The ridge lies 1.6 km west.", ["1.6 | km | - | 1.6 km"]),
  ("They asked for a third of the aid.", ["0.333333 | - | - | a third"]),
  ("They want 0.5 percent.", ["0.5 | percent | - | 0.5 percent"]),
  ("It is worth $5m.", ["5000000 | USD | - | $5m"]),
  ("It is 5 m long.", ["5 | m | - | 5 m"]),
  ("The bridge took 7.62mm rounds.", ["7.62 | mm | - | 7.62mm"]),
  ("The line is 1.8m wide.", ["1.8 | m | - | 1.8m"]),
  ("More than 10 percent of it sank.", ["10 | percent | more than | More than 10 percent"]),
  ("Well over 500 cows drowned.", ["500 | cows | more than | Well over 500"]),
  ("It needs at most 40 guards.", ["40 | guards | at most | at most 40"]),
  ("Not more than three boats may dock.", ["3 | boats | at most | Not more than three"]),
  ("Upwards of 70 cars burned.", ["70 | cars | at least | Upwards of 70"]),
  ("It holds as much as 500 kg.", ["500 | kg | at most | as much as 500 kg"]),
  ("They offered $2 per share.", ["2 | USD/share | - | $2"]),
  ("They sold 200,000 tonnes a year.", ["200000 | t/year | - | 200,000 tonnes"]),
  ("There are 5 boats per family.", ["5 | boats | - | 5"]),
]

/// Texts with digits and number words that count or measure nothing.
private let bare: [String] = [
  "Article 5 of the charter was read out.",
  "Resolution 2202 was cited.",
  "The M4 highway is closed.",
  "A Boeing 737 landed in the rain.",
  "The G7 met again.",
  "He took office in 2019.",
  "The accord of 2015 is dead.",
  "They met on June 15.",
  "They met on 15 June 2024.",
  "The 1990s were calm.",
  "Call 555-222-2222 for help.",
  "The shop opens at 10:30.",
  "Doors open at 5 p.m. sharp.",
  "No one was hurt.",
  "The one they chose left.",
  "One of them left.",
  "Phase two begins soon.",
  "Paragraph 12 was struck out.",
  "The T-72 was old.",
  "COVID-19 spread.",
  "Dozens of boats left.",
  "Tens of thousands marched.",
  "A few hundred stayed.",
  "This is the first half.",
  "A third round failed.",
  "The Group of Seven met.",
  "Version 2.0.1 is out.",
  "He lives in Room 101.",
  "It happened on 9/11.",
  "Between 2002 and 2013 it rained.",
  "From 2010 to 2014 it rained.",
  "The second boat sank.",
  "In May 2024 it rained.",
  "See page 12.",
  "No. 10 said nothing.",
]

@Suite("The reader of quantities")
struct QuantityReaderTests {
  @Test("reads numbers with unit and hedge", arguments: sentences)
  func reads(_ text: String, _ expected: [String]) throws {
    #expect(try LoadedQuantities.lines(text) == expected)
  }

  @Test("finds nothing where nothing is counted or measured", arguments: bare)
  func findsNothing(_ text: String) throws {
    #expect(try LoadedQuantities.lines(text) == [])
  }

  @Test("reads the same in other surroundings", arguments: sentences)
  func isStable(_ text: String, _ expected: [String]) throws {
    #expect(try LoadedQuantities.lines("Rain fell. " + text + "\nThe sea was calm.") == expected)
  }

  @Test(
    "keeps apart what is compared with",
    arguments: [("The lake is half the size of Corsica.", "Corsica")])
  func comparison(_ text: String, _ name: String) throws {
    let bytes = Array(text.utf8)
    let quantity = try #require(try LoadedQuantities.quantities(bytes).first)
    let compared = try #require(quantity.comparedWith)
    #expect(quantity.kind == .multiple && quantity.value == .exact(0.5))
    #expect(String(decoding: bytes[compared.indices], as: UTF8.self) == name)
  }

  @Test("reads every whole number in words up to 9,999", arguments: [0, 2500, 5000, 7500])
  func everyNumber(_ start: Int) throws {
    for number in stride(from: max(2, start), to: start + 2500, by: 7) {
      let text = NumberWords.spelled(number) + " boats"
      #expect(
        try LoadedQuantities.lines(text).first?.hasPrefix("\(number) | boats") == true, "\(text)")
    }
  }

  @Test("no input crashes it, and ranges lie in order inside the text", arguments: UInt64(0)..<60)
  func random(_ seed: UInt64) throws {
    var generator = Lehmer(seed: seed)
    let alphabet = Array("0123456789 .,-/$%€½()ab million and a half to two fifth 's\n".utf8)
    let bytes = (0..<400).map { _ in
      Int.random(in: 0..<12, using: &generator) == 0
        ? UInt8.random(in: 0...255, using: &generator)
        : alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
    }
    var end = 0
    for quantity in try LoadedQuantities.quantities(bytes) {
      #expect(quantity.range.lowerBound >= end && quantity.range.upperBound <= bytes.count)
      #expect(!quantity.range.isEmpty)
      end = quantity.range.upperBound
    }
  }
}

/// Spells whole numbers from 1 to 9,999.
private enum NumberWords {
  static let small = [
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  static let tens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  static func spelled(_ number: Int) -> String {
    var words: [String] = []
    if number >= 1000 { words.append(small[number / 1000] + " thousand") }
    if number / 100 % 10 > 0 { words.append(small[number / 100 % 10] + " hundred") }
    let rest = number % 100
    if rest > 0 {
      if !words.isEmpty { words.append("and") }
      words.append(
        rest < 20
          ? small[rest]
          : rest % 10 == 0 ? tens[rest / 10] : tens[rest / 10] + "-" + small[rest % 10])
    }
    return words.joined(separator: " ")
  }
}

/// A small generator for repeatable random input.
struct Lehmer: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 2 &+ 0x9E37_79B9_7F4A_7C15 }
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
