import ParleyModel
import Testing

@testable import Assist

@Suite("Sides that are taken for each other")
struct SwappedSidesTests {
  /// Sentences in which Peru holds the stance and Ecuador is the other side.
  private static let forms: [(String, String)] = [
    ("Peru demands that Ecuador withdraw from the valley.", "demand"),
    ("Peru demanded on Monday that Ecuador withdraw from the valley.", "demand"),
    ("Peru urged Ecuador to withdraw from the valley.", "demand"),
    ("Peru called on Ecuador to withdraw from the valley.", "demand"),
    ("Peru wants Ecuador to withdraw from the valley.", "demand"),
    ("Peru insists that Ecuador withdraw from the valley.", "demand"),
    ("Peru is demanding that Ecuador leave the valley.", "demand"),
    ("Peru asked Ecuador to leave the valley.", "demand"),
    ("Peru's demand that Ecuador leave the valley stands.", "demand"),
    ("The Peruvian government demanded that Ecuador leave the valley.", "demand"),
    ("Peruvian officials demanded that Ecuador leave the valley.", "demand"),
    ("Ecuador was urged by Peru to leave the valley.", "demand"),
    ("Ecuador must leave the valley, Peru said.", "demand"),
    ("Peru said Ecuador must leave the valley.", "demand"),
    ("Peru said that Ecuador should leave the valley.", "demand"),
    ("Peru offered Ecuador a ceasefire of 30 days.", "offer"),
    ("Peru offered a ceasefire to Ecuador.", "offer"),
    ("Peru is ready to give Ecuador a ceasefire of 30 days.", "offer"),
    ("Peru proposed to Ecuador a ceasefire of 30 days.", "propose"),
    ("Peru proposed a ceasefire with Ecuador.", "propose"),
    ("Peru suggested that Ecuador join a ceasefire of 30 days.", "propose"),
    ("Peru rejected Ecuador's call for a ceasefire.", "reject"),
    ("Peru rejected a ceasefire proposed by Ecuador.", "reject"),
    ("Ecuador's call for a ceasefire was rejected by Peru.", "reject"),
    ("Peru refused to accept the ceasefire that Ecuador wants.", "reject"),
    ("Peru will not give Ecuador a ceasefire.", "reject"),
    ("Peru turned down a ceasefire with Ecuador.", "reject"),
    ("Peru accepted Ecuador's proposal of a ceasefire.", "accept"),
    ("Peru threatened Ecuador with new tariffs.", "threaten"),
    ("Peru threatened to impose tariffs on Ecuador.", "threaten"),
    ("Peru warned Ecuador that it would impose new tariffs.", "threaten"),
  ]

  private func verify(
    _ row: (text: String, act: String), holder: String, addressee: String?
  ) throws -> Verification {
    let article = try LoadedAssist.assistant.read(LoadedAssist.article(row.text))
    var answer = AssistAnswer()
    answer.stances = [
      .changed {
        ($0.holder, $0.addressee, $0.act) = (holder, addressee, row.act)
        ($0.evidence, $0.places) = (String(row.text.dropLast()), [])
      }
    ]
    return try LoadedAssist.verify(answer, of: article)
  }

  @Test(
    "none enters that the sentence gives to the other side, and none is lost", arguments: forms)
  func sentences(_ text: String, _ act: String) throws {
    let row = (text, act)
    #expect(try verify(row, holder: "Peru", addressee: "Ecuador").positions.count == 1)
    for addressee in ["Peru", nil] {
      let result = try verify(row, holder: "Ecuador", addressee: addressee)
      #expect(result.positions.isEmpty)
      #expect(result.drops == [.holderContradicted: 1])
      // For a person to look at.
      #expect(result.findings.map(\.kind).contains(.holder))
      #expect(result.findings.first { $0.kind == .holder }?.builtIn == "Peru")
    }
  }

  @Test("where Parley only thinks otherwise, the stance stands with less confidence, as a finding")
  func disputed() throws {
    let row = ("Peru has told Ecuador to leave the valley.", "demand")
    let result = try verify(row, holder: "Ecuador", addressee: "Peru")
    #expect(result.positions.map(\.confidence) == [AssistedConfidence.disputed])
    #expect(result.findings.map(\.builtIn) == ["Peru"])
    let right = try verify(row, holder: "Peru", addressee: "Ecuador")
    #expect(right.positions.map(\.confidence) == [AssistedConfidence.usual])
    #expect(right.findings.isEmpty)
  }
}
