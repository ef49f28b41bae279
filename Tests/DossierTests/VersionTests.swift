import Dossier
import ParleyModel
import Testing

@Suite("Versions of an article")
struct VersionTests {
  @Test("are compared paragraph by paragraph and word by word")
  func difference() {
    let difference = TextDifference(
      from: ["The first stays.", "They must leave four valleys now.", "This goes entirely away."],
      to: [
        "The first stays.", "They must leave two valleys now.",
        "Something else was put here instead.",
      ])
    #expect(difference.counts == (removed: 5, added: 7))
    #expect(difference.paragraphs[0].isKept)
    #expect(
      difference.paragraphs[1].pieces == [
        .kept("They must leave"), .removed("four"), .added("two"), .kept("valleys now."),
      ])
    #expect(difference.paragraphs.count == 4)
  }

  @Test("put together again give both texts", arguments: UInt64(0)..<60)
  func property(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    func text() -> [String] {
      (0..<next(6)).map { _ in
        (0...next(7)).map { _ in ["a", "b", "c", "d"][next(4)] }.joined(separator: " ")
      }
    }
    let (old, new) = (text(), text())
    let difference = TextDifference(from: old, to: new)
    var before: [String] = []
    var after: [String] = []
    for paragraph in difference.paragraphs {
      var sides = (old: [String](), new: [String]())
      for piece in paragraph.pieces {
        switch piece {
        case .kept(let words):
          sides.old.append(words)
          sides.new.append(words)
        case .removed(let words): sides.old.append(words)
        case .added(let words): sides.new.append(words)
        }
      }
      if !sides.old.isEmpty { before.append(sides.old.joined(separator: " ")) }
      if !sides.new.isEmpty { after.append(sides.new.joined(separator: " ")) }
    }
    #expect(before == old)
    #expect(after == new)
  }

  @Test("are kept and listed; a retraction takes all of them out and can be lifted")
  func retraction() throws {
    let first = MadeDossier.entry("one", published: "2025-06-02", words: "leave four valleys")
    let second = MadeDossier.entry("one", published: "2025-06-02", words: "leave two valleys")
    let time = Timestamp(seconds: 1_932_768_100)
    try MadeDossier.with([first]) { dossier throws in
      try dossier.add([second], reader: "test 1", at: time)
      let history = try dossier.history(of: "one", withDifferences: true)
      #expect(history.versions.count == 2)
      #expect(history.differences.first?.counts.removed == 1)
      try dossier.retract("one", reason: "withdrawn", by: "ann", at: time)
      #expect(try dossier.stances().isEmpty)
      #expect(try dossier.versions(of: "one").map(\.retracted) == ["withdrawn", "withdrawn"])
      #expect(throws: DossierError.self) {
        try dossier.retract("one", reason: "again", by: "ann", at: time)
      }
      try dossier.liftRetraction(of: "one", reason: "it stands", by: "ann", at: time)
      #expect(try dossier.stances().map(\.words) == ["leave two valleys"])
      #expect(throws: DossierError.self) {
        try dossier.liftRetraction(of: "one", reason: "again", by: "ann", at: time)
      }
      #expect(throws: DossierError.self) { try dossier.versions(of: "nine") }
    }
  }

  @Test("have quotations at one place, or an error says why not")
  func quotations() throws {
    let entry = MadeDossier.entry(
      "one", published: nil, words: "leave", text: "They leave. We leave – “now”.")
    try MadeDossier.with([entry]) { dossier throws in
      #expect(try dossier.range(of: "“now”", in: "one") == ByteRange(25, 34))
      let twice = #expect(throws: DossierError.self) { try dossier.range(of: "leave", in: "one") }
      #expect(twice?.description.contains("stand at 2 places") == true)
      #expect(throws: DossierError.self) { try dossier.range(of: "Leave", in: "one") }
      #expect(throws: DossierError.self) { try dossier.range(of: "", in: "one") }
    }
  }
}
