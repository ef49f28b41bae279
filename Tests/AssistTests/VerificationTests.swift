import ParleyModel
import Testing

@testable import Assist

@Suite("Verification")
struct VerificationTests {
  private func verify(_ stances: [AssistAnswer.Stance]) throws -> Verification {
    var answer = AssistAnswer()
    answer.stances = stances
    return try LoadedAssist.verify(answer)
  }

  @Test("lets a true stance pass with all its fields, and leaves who says it to Parley")
  func whole() throws {
    let result = try verify([.demand])
    let article = LoadedAssist.article()
    let position = try #require(result.positions.first)
    #expect(result.drops == [:])
    #expect(position.holder == "Peru" && position.addressee == "Ecuador")
    #expect(position.act == .demand && position.issue == IssueCode("territory.withdrawal"))
    #expect(article.words(position.evidence) == AssistAnswer.Stance.demand.evidence)
    #expect(position.places.map(article.words) == ["Cenepa valley"])
    #expect(position.readers == [.assisted])
  }

  @Test(
    "finds evidence with other white space and quotation marks",
    arguments: [
      "Peru  demands\nthat Ecuador withdraw", " Peru demands that Ecuador withdraw ",
      "Peru demands that\u{A0}Ecuador withdraw",
    ])
  func whiteSpace(_ evidence: String) throws {
    let result = try verify([.changed { $0.evidence = evidence }])
    #expect(
      result.positions.map { LoadedAssist.article().words($0.evidence) } == [
        "Peru demands that Ecuador withdraw"
      ])
  }

  @Test(
    "finds quoted evidence whatever the marks",
    arguments: [
      "\"Ecuador will not leave a single post", "“Ecuador will not leave a single post",
      "'Ecuador will not leave a single post", "«Ecuador will not leave a single post",
      "Ecuador will not leave a single post,”", "Ecuador will not leave a single post,\"",
    ])
  func marks(_ evidence: String) throws {
    let stance = AssistAnswer.Stance.changed {
      $0.holder = "Ecuador"
      $0.act = "reject"
      $0.addressee = nil
      $0.places = []
      $0.evidence = evidence
      $0.source = "the foreign ministry in Quito"
    }
    let result = try verify([stance])
    #expect(result.positions.count == 1 && result.drops == [:])
    #expect(result.positions.first?.attribution != nil)
    #expect(result.findings.isEmpty)
  }

  @Test(
    "drops what is wrong, and says why",
    arguments: [
      ("act", DropReason.unknownAct), ("issue", .unknownIssue), ("group", .unknownIssue),
      ("status", .unknownStatus), ("invented", .evidenceNotFound), ("altered", .evidenceNotFound),
      ("folded", .evidenceNotFound), ("halfWord", .evidenceNotFound), ("empty", .evidenceNotFound),
      ("two", .evidenceAcrossSentences), ("single", .evidenceTooShort),
      ("turned", .evidenceTurned), ("stranger", .holderUnknown), ("nobody", .holderUnknown),
      ("swapped", .holderContradicted), ("condition", .conditionNotFound),
    ])
  func drops(_ fault: String, _ reason: DropReason) throws {
    let stance = AssistAnswer.Stance.changed { stance in
      switch fault {
      case "act": stance.act = "want"
      case "issue": stance.issue = "territory.theft"
      case "group": stance.issue = "territory"
      case "status": stance.status = "old"
      case "invented": stance.evidence = "Peru demands the whole of the Cenepa valley"
      case "altered":
        stance.evidence = "Peru demands that Ecuador withdraw from the lower Cenepa valley"
      case "folded": stance.evidence = "peru demands that ecuador withdraw"
      case "halfWord": stance.evidence = "eru demands that Ecuador withdr"
      case "empty": stance.evidence = " "
      case "two": stance.evidence = "held by Peru. Peru would free the prisoners"
      case "single": stance.evidence = "demands"
      case "turned": stance.evidence = "leave a single post"
      case "stranger": stance.holder = "Ruritania"
      case "nobody": stance.holder = " "
      case "swapped": (stance.holder, stance.addressee) = ("Ecuador", "Peru")
      default: stance.condition = "if Chile agrees"
      }
    }
    let result = try verify([stance, .demand])
    #expect(result.drops == [reason: 1])
    #expect(result.positions.count == 1)
    #expect(result.proposedPositions == 2)
  }

  @Test(
    "leaves out fields that do not hold, and keeps the stance",
    arguments: [
      ("addressee", DropReason.addresseeUnknown), ("place", .placeNotFound),
      ("date", .dateMalformed),
    ])
  func fields(_ field: String, _ reason: DropReason) throws {
    let stance = AssistAnswer.Stance.changed { stance in
      switch field {
      case "addressee": stance.addressee = "Ruritania"
      case "place": stance.places = ["Cenepa valley", "Tiwinza"]
      default: stance.asOf = "next June"
      }
    }
    let result = try verify([stance])
    #expect(result.drops == [reason: 1])
    let position = try #require(result.positions.first)
    if field == "addressee" { #expect(position.addressee == nil) }
    if field == "place" { #expect(position.places.count == 1) }
    if field == "date" { #expect(position.asOf == nil) }
  }

  @Test(
    "takes dates of the calendar as years, months and days",
    arguments: [
      ("2024", true), ("2024-06", true), ("2024-06-30", true), ("2024-13", false),
      ("2024-06-31", false), ("24", false), ("2024/06", false),
    ])
  func dates(_ date: String, _ holds: Bool) throws {
    let result = try verify([.changed { $0.asOf = date }])
    #expect(result.positions.map(\.asOf) == [holds ? date : nil])
  }

  @Test(
    "knows no holder of whom the brackets say something else",
    arguments: ["Ruritania (Peru)", "Peru (Ruritania)", "("])
  func brackets(_ given: String) throws {
    let result = try verify([.changed { $0.holder = given }])
    #expect(result.positions.isEmpty && result.drops == [.holderUnknown: 1])
  }

  @Test(
    "knows holders by any name of the lists, or by words of the article",
    arguments: [
      ("Peru", "Peru"), ("the Peruvians", "Peru"), ("Lima", "Peru"), ("a statement", "a statement"),
      ("The foreign ministry in Quito", "foreign ministry in Quito"),
      ("Ecuadorian foreign ministry", "Ecuadorian foreign ministry"), ("Peru (Lima)", "Peru"),
    ])
  func holders(_ given: String, _ name: String) throws {
    let stance = AssistAnswer.Stance.changed {
      $0.holder = given
      $0.act = "offer"
      $0.evidence = "would free the prisoners if Ecuador signs"
      $0.addressee = nil
    }
    #expect(try verify([stance]).positions.map(\.holder) == [name])
  }

  @Test(
    "finds the two sides swapped where the words leave no doubt",
    arguments: [
      ("Peru urged Ecuador to leave the valley.", "demand", "urged Ecuador to leave the valley"),
      ("Peru rejected the map of Ecuador.", "reject", "Peru rejected the map of Ecuador"),
      (
        "Peru threatened Ecuador with new tariffs.", "threaten",
        "threatened Ecuador with new tariffs"
      ),
      ("Peru offered Ecuador free passage.", "offer", "Peru offered Ecuador free passage"),
      ("Peru said Ecuador must leave the valley.", "demand", "Ecuador must leave the valley"),
    ])
  func swapped(_ text: String, _ act: String, _ evidence: String) throws {
    let article = try LoadedAssist.assistant.read(LoadedAssist.article(text))
    func verified(_ holder: String) throws -> Verification {
      var answer = AssistAnswer()
      answer.stances = [
        .changed {
          ($0.holder, $0.act, $0.evidence) = (holder, act, evidence)
          ($0.addressee, $0.places) = (nil, [])
        }
      ]
      return try LoadedAssist.verify(answer, of: article)
    }
    #expect(try verified("Peru").positions.count == 1)
    #expect(try verified("Ecuador").drops == [.holderContradicted: 1])
  }

  @Test("finds where the readers differ on who says it")
  func speakers() throws {
    func finding(_ source: String?, _ evidence: String) throws -> [Assistance.Finding] {
      try verify([
        .changed {
          ($0.holder, $0.act, $0.evidence) = ("Ecuador", "reject", evidence)
          ($0.addressee, $0.places, $0.source) = (nil, [], source)
        }
      ]).findings
    }
    let quoted = "Ecuador will not leave a single post"
    #expect(try finding("the foreign ministry in Quito", quoted) == [])
    let other = try finding("Brazil", quoted)
    #expect(other.map(\.kind) == [.speaker])
    #expect(other.map(\.assisted) == ["Brazil"])
    #expect(other.map(\.builtIn) == ["the foreign ministry in Quito"])
    #expect(try finding(nil, quoted).map(\.builtIn) == ["the foreign ministry in Quito"])
  }

  @Test(
    "lets a figure pass only if it stands in its evidence with its unit",
    arguments: [
      ([40.0], "percent", "About 40 percent of the valley", [DropReason: Int]()),
      ([4.0], "percent", "About 40 percent of the valley", [.valueNotInEvidence: 1]),
      ([30.0], "percent", "About 40 percent of the valley", [.valueNotInEvidence: 1]),
      ([40.0], "USD", "About 40 percent of the valley", [.unitNotInEvidence: 1]),
      ([40.0, 50.0], "percent", "About 40 percent of the valley", [.valueNotInEvidence: 1]),
      ([], "percent", "About 40 percent of the valley", [.malformedNumber: 1]),
      ([30.0], "days", "a ceasefire of 30 days", [:]),
      ([30.0], "days", "a truce of 30 days", [.evidenceNotFound: 1]),
    ])
  func figures(
    _ values: [Double], _ unit: String, _ evidence: String, _ drops: [DropReason: Int]
  ) throws {
    var number = AssistAnswer.Number()
    (number.values, number.unit, number.evidence) = (values, unit, evidence)
    var answer = AssistAnswer()
    answer.numbers = [number]
    let result = try LoadedAssist.verify(answer)
    #expect(result.drops == drops)
    #expect(result.figures.count == (drops.isEmpty ? 1 : 0))
  }

  @Test("takes nothing from text that was set aside")
  func boilerplate() throws {
    var article = LoadedAssist.article("Peru and Ecuador talk.\nPeru demands that you subscribe.")
    article.boilerplate = [article.paragraphs[1]]
    var answer = AssistAnswer()
    answer.stances = [
      .changed {
        $0.evidence = "Peru demands that you subscribe"
        $0.places = []
      }
    ]
    let result = try LoadedAssist.verify(
      answer, of: try LoadedAssist.assistant.read(article))
    #expect(result.drops == [.evidenceSetAside: 1])
  }
}
