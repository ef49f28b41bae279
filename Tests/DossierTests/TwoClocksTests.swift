import Dossier
import ParleyModel
import Testing

@Suite("The two clocks")
struct TwoClocksTests {
  /// A generator of which the same seed always gives the same numbers (SplitMix64).
  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }
  }

  /// Articles over a year by two parties, some with a date of their own.
  static func articles(_ seed: UInt64, count: Int = 18) -> [Entry] {
    var random = Seeded(state: seed)
    return (0..<count).map { number in
      let day = CalendarDate(dayNumber: 22_280 + Int.random(in: 0..<365, using: &random))
      let own = Bool.random(using: &random) ? day.adding(days: -40) : nil
      return MadeDossier.entry(
        "a\(number)-\(seed)",
        outlet: ["The Lantern", "Harbour Wire"].randomElement(using: &random),
        published: day.description, holder: Bool.random(using: &random) ? "Aland" : "Bland",
        act: Act.allCases.randomElement(using: &random) ?? .demand,
        issue: Bool.random(using: &random) ? "ceasefire" : "sanctions",
        words: "the words of number \(number)", asOf: own?.description,
        status: Int.random(in: 0..<5, using: &random) == 0 ? .past : .current,
        confidence: Double.random(in: 0.3...1, using: &random))
    }
  }

  private static func output(_ dossier: Dossier, _ view: View) throws -> [String] {
    var lines = String(
      decoding: try dossier.state(view, rules: MadeDossier.rules()).csv, as: UTF8.self)
    for movement in try dossier.changes(view, rules: MadeDossier.rules()) {
      lines +=
        "\(movement.kind) \(movement.party) \(movement.issue) \(movement.day?.description ?? "")"
        + " \(movement.before?.id ?? "") \(movement.after?.id ?? "")\n"
    }
    return lines.split(separator: "\n").map(String.init)
  }

  @Test("what was known on a day never changes when later articles come in", arguments: 0..<6)
  func knownNeverChanges(seed: Int) throws {
    let all = Self.articles(UInt64(seed))
    let day = CalendarDate(dayNumber: 22_280 + 180)
    let view = View(on: day, known: day)
    let early = all.filter { ($0.reading.article.published ?? day) <= day }
    try MadeDossier.with(early) { dossier in
      let before = try Self.output(dossier, view)
      #expect(!before.isEmpty)
      try dossier.add(all, reader: "test 1", at: Timestamp("2031-05-01")!)
      #expect(try Self.output(dossier, view) == before)
    }
  }

  @Test("what had come in at a moment never changes when more comes in", arguments: 0..<6)
  func receivedNeverChanges(seed: Int) throws {
    let all = Self.articles(UInt64(seed))
    let view = View(received: Timestamp("2031-04-15"))
    try MadeDossier.with(Array(all.prefix(12))) { dossier in
      let before = try Self.output(dossier, view)
      try dossier.add(Array(all.dropFirst(12)), reader: "test 1", at: Timestamp("2031-05-01")!)
      #expect(try Self.output(dossier, view) == before)
      #expect(try Self.output(dossier, View()) != before)
    }
  }

  @Test("the order of adding changes nothing", arguments: 0..<6)
  func orderOfAdding(seed: Int) throws {
    let all = Self.articles(UInt64(seed))
    var random = Seeded(state: UInt64(seed) &* 77)
    let shuffled = all.shuffled(using: &random)
    var results: [[String]] = []
    for entries in [all, shuffled] {
      try MadeDossier.with { dossier in
        for entry in entries {
          try dossier.add([entry], reader: "test 1", at: Timestamp("2031-04-01")!)
        }
        results.append(try Self.output(dossier, View()))
      }
    }
    #expect(results[0] == results[1])
  }

  @Test("adding the same articles again changes nothing")
  func addingAgain() throws {
    let all = Self.articles(5)
    try MadeDossier.with(all) { dossier in
      let before = try Self.output(dossier, View())
      let addition = try dossier.add(all, reader: "test 1", at: Timestamp("2031-06-01")!)
      #expect(addition.known == all.count && addition.new == 0)
      #expect(try Self.output(dossier, View()) == before)
    }
  }
}
