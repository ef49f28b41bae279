import Dossier
import ParleyModel
import Testing

@Suite("The state of the talks")
struct StateTests {
  private func state(_ entries: [Entry], on: String? = nil) throws -> TalksState {
    var result: TalksState?
    try MadeDossier.with(entries) { dossier in
      let view = View(on: on.flatMap { CalendarDate(iso: $0) })
      result = try dossier.state(view, rules: MadeDossier.rules())
    }
    return try #require(result)
  }

  @Test("has the stance of the last day in force, since the first day without a break")
  func inForce() throws {
    let entries = [
      MadeDossier.entry("one", published: "2031-01-05", act: .reject, words: "it said no"),
      MadeDossier.entry("two", published: "2031-02-05", words: "leave the valley"),
      MadeDossier.entry("three", published: "2031-03-05", words: "it must leave the valley"),
    ]
    let standing = try #require(try state(entries).standings.first)
    #expect(standing.stance.article == "three")
    #expect(standing.since?.description == "2031-02-05")
    #expect(standing.saying.map(\.article) == ["two", "three"])
    #expect(try state(entries, on: "2031-01-31").standings.first?.stance.act == .reject)
    #expect(try state(entries, on: "2030-12-31").standings.isEmpty)
  }

  @Test("never has in force what was held once")
  func past() throws {
    let entries = [
      MadeDossier.entry(
        "one", published: "2031-01-05", words: "leave the valley", asOf: "2030-06", status: .past)
    ]
    #expect(try state(entries).standings.isEmpty)
  }

  @Test("shows reports of the same days that exclude each other side by side")
  func rivals() throws {
    let entries = [
      MadeDossier.entry(
        "one", published: "2031-01-05", act: .accept, issue: "ceasefire", words: "it agreed"),
      MadeDossier.entry(
        "two", outlet: "Harbour Wire", published: "2031-01-06", act: .reject, issue: "ceasefire",
        words: "it refused"),
    ]
    let standing = try #require(try state(entries).standings.first)
    #expect(standing.stance.act == .reject)
    #expect(standing.rivals.map(\.article) == ["one"])
    #expect(standing.movement?.kind == .contradicted)
  }

  @Test("has no rivals in copies of one report, which may tell of two things")
  func sameReport() throws {
    let report =
      "The envoy of Aland told reporters after the third round that his side accepts the first of the"
      + " two texts, and that it refuses the second as long as the rivers are closed to its boats."
    let entries = [
      MadeDossier.entry(
        "one", published: "2031-01-05", act: .accept, issue: "ceasefire",
        words: "accepts the first", text: "Lantern. \(report)"),
      MadeDossier.entry(
        "two", outlet: "Harbour Wire", published: "2031-01-05", act: .reject, issue: "ceasefire",
        words: "refuses the second", text: "Wire. \(report)"),
    ]
    #expect(try state(entries).standings.first?.rivals.isEmpty == true)
  }

  @Test(
    "tells by when terms are to be met",
    arguments: [
      ("it must leave by 1 July 2031", "2031-07-01", "by 1 July 2031"),
      ("it must leave before it rains", nil, nil),
    ] as [(String, String?, String?)])
  func until(words: String, day: String?, told: String?) throws {
    let entry = MadeDossier.entry("one", published: "2031-01-05", words: words)
    let terms = try state([entry]).standings.first?.terms
    #expect(terms?.until?.day.description == day && terms?.until?.words == told)
  }

  @Test("counts copies of one report as one origin")
  func copies() throws {
    let report =
      "The envoy of Aland told reporters after the third round that the army must leave the valley"
      + " before the rivers freeze, or the talks would end without a result for either side."
    let entries = ["The Lantern", "Harbour Wire", "Evening Post"].map { outlet in
      MadeDossier.entry(
        outlet, outlet: outlet, published: "2031-01-05", words: "the army must leave the valley",
        text: "\(outlet). \(report)")
    }
    let standing = try #require(try state(entries).standings.first)
    #expect(standing.support == Support(articles: 3, outlets: 3, origins: 1))
  }

  @Test(
    "tells softer from harder",
    arguments: [
      (Act.demand, Act.propose, Movement.Kind.softened), (.reject, .accept, .softened),
      (.threaten, .offer, .softened), (.offer, .demand, .hardened), (.accept, .reject, .hardened),
      (.demand, .threaten, .hardened), (.demand, .reject, .changed),
    ])
  func acts(before: Act, after: Act, kind: Movement.Kind) throws {
    let entries = [
      MadeDossier.entry("one", published: "2031-01-05", act: before, words: "the first words"),
      MadeDossier.entry("two", published: "2031-02-05", act: after, words: "the second words"),
    ]
    let movement = try #require(try state(entries).standings.first?.movement)
    #expect(movement.kind == kind)
    #expect(movement.before?.article == "one" && movement.after?.article == "two")
  }

  @Test(
    "finds a demand for fewer places softer and an offer of fewer harder",
    arguments: [
      (Act.demand, ["Upper Vale", "Lower Vale"], ["Lower Vale"], Movement.Kind.softened),
      (.demand, ["Lower Vale"], ["Lower Vale", "Upper Vale"], .hardened),
      (.offer, ["Upper Vale", "Lower Vale"], ["Lower Vale"], .hardened),
      (.offer, ["Lower Vale"], ["Upper Vale", "Lower Vale"], .softened),
    ])
  func places(act: Act, before: [String], after: [String], kind: Movement.Kind) throws {
    func entry(_ name: String, _ day: String, _ places: [String]) -> Entry {
      MadeDossier.entry(
        name, published: day, act: act, words: "about " + places.joined(separator: " and "),
        places: places)
    }
    let entries = [entry("one", "2031-01-05", before), entry("two", "2031-02-05", after)]
    #expect(try state(entries).standings.first?.movement?.kind == kind)
  }

  @Test("has no stance in force that an article tells was dropped, until it is held again")
  func dropped() throws {
    let demand = MadeDossier.entry("one", published: "2031-01-05", words: "leave the valley")
    let drop = MadeDossier.entry(
      "two", published: "2031-02-05", words: "Aland has dropped its demand", told: .softened)
    let again = MadeDossier.entry("three", published: "2031-03-05", words: "leave it after all")
    #expect(try state([demand, drop]).standings.isEmpty)
    #expect(try state([demand, drop], on: "2031-01-31").standings.count == 1)
    #expect(try state([demand, drop, again]).standings.first?.stance.article == "three")
  }

  @Test("keeps a stance that is only told to be softer")
  func toldSofter() throws {
    let entries = [
      MadeDossier.entry("one", published: "2031-01-05", words: "leave the valley"),
      MadeDossier.entry(
        "two", published: "2031-02-05", words: "Aland has eased its demand", told: .softened),
    ]
    #expect(try state(entries).standings.count == 1)
  }

  @Test("tells once of a movement that copies of one report carry, with the stance before it")
  func toldByCopies() throws {
    let report =
      "The army should leave only the lower part of the valley, because Aland has eased its demand"
      + " after the third round of talks in the harbour city, two envoys of the League said there."
    var entries = [MadeDossier.entry("one", published: "2031-01-05", words: "leave the valley")]
    for (name, day) in [("two", "2031-02-05"), ("three", "2031-02-06")] {
      entries.append(
        MadeDossier.entry(
          name, outlet: name, published: day, words: "Aland has eased its demand", text: report,
          told: .softened))
    }
    try MadeDossier.with(entries) { dossier in
      let movements = try dossier.changes(View(), rules: MadeDossier.rules())
      let told = try #require(movements.first { $0.ground == .told })
      #expect(movements.count { $0.ground == .told } == 1)
      #expect(told.told?.article == "two" && told.told?.copies == ["three"])
      #expect(told.before?.article == "one")
    }
  }
}
