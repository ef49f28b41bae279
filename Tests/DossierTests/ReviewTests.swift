import Dossier
import Foundation
import ParleyModel
import Testing

@Suite("A review")
struct ReviewTests {
  private static let entry = MadeDossier.entry(
    "one", published: "2031-01-05", words: "leave the valley")
  private static let time = Timestamp(seconds: 1_932_854_400)

  private func reread(_ holder: String, words: String = "leave the valley") -> Entry {
    MadeDossier.entry(
      "one", published: "2031-01-05", holder: holder, words: words,
      text: "Report one from the talks. leave the valley.")
  }

  @Test("that rejects takes a stance out of the state, and undoing brings it back")
  func rejecting() throws {
    try MadeDossier.with([Self.entry]) { dossier in
      let id = try #require(try dossier.stances().first?.id)
      let number = try dossier.review(id, .reject, reason: "a question", by: "A", at: Self.time)
      #expect(try dossier.stances().isEmpty)
      #expect(try dossier.stances(rejected: true).first?.review?.reason == "a question")
      try dossier.undoReview(number, by: "A", at: Self.time)
      #expect(try dossier.stances().first?.id == id)
      #expect(throws: DossierError.self) {
        try dossier.undoReview(number, by: "A", at: Self.time)
      }
    }
  }

  @Test("that corrects changes what it names and nothing else")
  func correcting() throws {
    try MadeDossier.with([Self.entry]) { dossier in
      let id = try #require(try dossier.stances().first?.id)
      var correction = Correction()
      correction.holder = "Bland"
      try dossier.review(id, .correct, correction: correction, by: "A", at: Self.time)
      let stance = try #require(try dossier.stances().first)
      #expect(stance.holder == "Bland" && stance.act == .demand && stance.isConfirmed)
      #expect(stance.id == id)
    }
  }

  @Test("stays with its stance when a better reader reads the same")
  func rereading() throws {
    try MadeDossier.with([Self.entry]) { dossier in
      let id = try #require(try dossier.stances().first?.id)
      try dossier.review(id, .accept, by: "A", at: Self.time)
      let addition = try dossier.add([reread("Aland")], reader: "test 2", at: Self.time)
      #expect(addition.readAgain == 1)
      #expect(try dossier.stances().map(\.isConfirmed) == [true])
    }
  }

  @Test("keeps an accepted stance that a better reader no longer reads")
  func noLongerRead() throws {
    try MadeDossier.with([Self.entry]) { dossier in
      let id = try #require(try dossier.stances().first?.id)
      try dossier.review(id, .accept, by: "A", at: Self.time)
      try dossier.add(
        [reread("Bland", words: "Report one")], reader: "test 2", at: Self.time)
      let stances = try dossier.stances()
      #expect(stances.map(\.holder).sorted() == ["Aland", "Bland"])
      #expect(stances.first { $0.holder == "Aland" }?.words == "leave the valley")
    }
  }

  @Test("goes with its words into a later version of the article, and not without them")
  func editedArticle() throws {
    try MadeDossier.with([Self.entry]) { dossier in
      let id = try #require(try dossier.stances().first?.id)
      try dossier.review(id, .accept, by: "A", at: Self.time)
      let edited = MadeDossier.entry(
        "one", published: "2031-01-05", words: "leave the valley",
        text: "Correction: the report came late. It must leave the valley.")
      let addition = try dossier.add([edited], reader: "test 1", at: Self.time)
      #expect(addition.changed == 1)
      #expect(try dossier.stances().map(\.isConfirmed) == [true])
      let without = MadeDossier.entry(
        "one", published: "2031-01-05", words: "stay", text: "Correction: it may stay.")
      try dossier.add([without], reader: "test 1", at: Timestamp(seconds: Self.time.seconds + 1))
      #expect(try dossier.stances().map(\.isConfirmed) == [false])
    }
  }

  @Test("of a stance that is not there says so, and a correction of nothing is refused")
  func refusing() throws {
    try MadeDossier.with([Self.entry]) { dossier in
      let missing = #expect(throws: DossierError.self) {
        try dossier.review("0000000000", .accept, by: "A", at: Self.time)
      }
      #expect(missing?.kind == .noSuch(what: "stance", name: "0000000000"))
      let id = try #require(try dossier.stances().first?.id)
      #expect(throws: DossierError.self) {
        try dossier.review(id, .correct, by: "A", at: Self.time)
      }
    }
  }
}

@Suite("A correction")
struct CorrectionTests {
  private static let entry = MadeDossier.entry(
    "one", published: "2031-01-05", words: "leave the valley")
  private static let time = Timestamp(seconds: 1_932_854_400)

  /// The range of words in the text of the entry.
  private static func range(_ words: String) throws -> ByteRange {
    let text = String(decoding: entry.reading.article.text, as: UTF8.self)
    let found = try #require(text.range(of: words))
    let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    return ByteRange(start, start + words.utf8.count)
  }

  private static func moved(_ words: String) throws -> Correction {
    var correction = Correction()
    correction.range = try range(words)
    return correction
  }

  @Test("of the words moves the stance to them, and undoing moves it back")
  func moving() throws {
    try MadeDossier.with([Self.entry]) { dossier in
      let id = try #require(try dossier.stances().first?.id)
      let number = try dossier.review(
        id, .correct, correction: try Self.moved("the valley"), by: "A", at: Self.time)
      let stance = try #require(try dossier.stances().first)
      let place = try Self.range("the valley")
      #expect(stance.words == "the valley" && stance.range == place)
      #expect(stance.id == id)
      try dossier.undoReview(number, by: "A", at: Self.time)
      #expect(try dossier.stances().map(\.words) == ["leave the valley"])
    }
  }

  @Test("holds when somebody accepts it, and counts as no difference")
  func accepting() throws {
    try MadeDossier.with([Self.entry]) { dossier in
      let id = try #require(try dossier.stances().first?.id)
      var correction = try Self.moved("leave")
      correction.holder = "Bland"
      correction.asOf = "2031-01-02"
      try dossier.review(id, .correct, correction: correction, by: "A", at: Self.time)
      try dossier.review(id, .accept, by: "B", at: Self.time)
      let stances = try dossier.stances()
      #expect(stances.count == 1)
      #expect(stances.first?.words == "leave" && stances.first?.holder == "Bland")
      #expect(stances.first?.asOf == "2031-01-02")
      #expect(stances.first?.review?.verdict == .accept)
      #expect(stances.first?.review?.dissent == [])
    }
  }

  @Test("of the words goes with them into a later version of the article")
  func editedArticle() throws {
    try MadeDossier.with([Self.entry]) { dossier in
      let id = try #require(try dossier.stances().first?.id)
      try dossier.review(
        id, .correct, correction: try Self.moved("the valley"), by: "A", at: Self.time)
      let edited = MadeDossier.entry(
        "one", published: "2031-01-05", words: "leave the valley",
        text: "Correction: the report came late. It must leave the valley.")
      try dossier.add([edited], reader: "test 1", at: Self.time)
      #expect(try dossier.stances().map(\.words) == ["the valley"])
    }
  }

  @Test("stays with a party that was given another name before or since")
  func renamed() throws {
    try MadeDossier.with([Self.entry]) { dossier in
      let id = try #require(try dossier.stances().first?.id)
      try dossier.review(id, .accept, by: "A", at: Self.time)
      try dossier.name(
        "Aland", standsFor: "The Alandic Union", as: .merged, by: "A", at: Self.time)
      #expect(try dossier.stances().map(\.isConfirmed) == [true])
      try dossier.review(id, .reject, by: "A", at: Self.time)
      #expect(try dossier.stances().isEmpty)
    }
  }

  @Test("that differs from another's is told, until somebody settles it")
  func settling() throws {
    try MadeDossier.with([Self.entry]) { dossier in
      let id = try #require(try dossier.stances().first?.id)
      try dossier.review(id, .accept, by: "A", at: Self.time)
      try dossier.review(
        id, .correct, correction: try Self.moved("the valley"), by: "B", at: Self.time)
      let dissent = try #require(try dossier.stances().first?.review?.dissent)
      #expect(dissent.map(\.by) == ["A"] && dissent.map(\.verdict) == [.accept])
      let first = try #require(dissent.first?.number)
      try dossier.settle(first, reason: "as read", by: "C", at: Self.time)
      let stance = try #require(try dossier.stances().first)
      #expect(stance.words == "leave the valley")
      #expect(stance.review?.by == "C" && stance.review?.isSettled == true)
      #expect(stance.review?.dissent == [])
      #expect(throws: DossierError.self) { try dossier.settle(99, by: "C", at: Self.time) }
      try dossier.review(id, .reject, by: "B", at: Self.time)
      #expect(try dossier.stances(rejected: true).first?.review?.dissent.map(\.by) == ["C"])
    }
  }
}
