import ParleyModel
import Testing

@testable import Assist

@Suite("Invented evidence")
struct InventedEvidenceTests {
  private static let sides = ["Peru", "Ecuador", "Brazil", "Chile", "Bolivia", "Colombia"]
  private static let things = [
    "withdraw from post %", "leave the camp at kilometre %", "free % prisoners",
    "end the “exercise” on hill %", "open road % to traders", "lift the tariff on tin of type %",
  ]

  /// A sentence of the article with the evidence in it.
  private struct Fact {
    let holder: String
    let evidence: String
    let sentence: String

    init(_ number: Int) {
      holder = InventedEvidenceTests.sides[number % 6]
      let other = InventedEvidenceTests.sides[(number + 1 + number / 6 % 5) % 6]
      let thing = InventedEvidenceTests.things[number * 7 % 6].replacing("%", with: "\(number)")
      evidence = "\(holder) demands that \(other) \(thing)"
      sentence = evidence + " by the end of June."
    }
  }

  private static let facts = (1...120).map(Fact.init)
  private static let strangers = (500...620).map(Fact.init)
  private static let text = facts.map(\.sentence).joined(separator: "\n")
  private static let read = Result {
    let article = try LoadedAssist.assistant.read(LoadedAssist.article(text))
    return (article, try LoadedAssist.window(of: article))
  }
  private static let plainText = plain(text)

  /// The text without the differences that are forgiven.
  private static func plain(_ text: String) -> String {
    var text = text
    for mark in ["“", "”", "\"", "‘", "’"] { text = text.replacing(mark, with: "'") }
    return text.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// The evidence as a model may copy it without harm.
  private static func copied(_ evidence: String, _ numbers: inout SeededNumbers) -> String {
    switch numbers.below(4) {
    case 0: evidence.replacing("“", with: "\"").replacing("”", with: "\"")
    case 1: evidence.replacing(" that ", with: "  that\n")
    case 2: evidence + " by the end of June"
    default: evidence
    }
  }

  /// The evidence as a model may falsify it.
  private static func falsified(_ fact: Fact, _ numbers: inout SeededNumbers) -> String {
    var words = fact.evidence.split(separator: " ").map(String.init)
    let index = 1 + numbers.below(words.count - 2)
    switch numbers.below(9) {
    case 0: words.swapAt(index, index - 1)
    case 1: words[index] += "s"
    case 2: words.insert("never", at: index)
    case 3: words.remove(at: index)
    case 4: words[index] = words[index].uppercased() + "!"
    case 5: words = [strangers[numbers.below(strangers.count)].evidence]
    case 6: words = ["It", "is", "said", "that"] + words
    case 7: words = words.map { String($0.reversed()) }
    default: words = [String(fact.evidence.dropFirst().dropLast())]
    }
    return words.joined(separator: " ")
  }

  @Test(
    "of 500 answers of which 30% are falsified, none that is not in the article is accepted, and no true one is lost",
    arguments: UInt64(0)..<6)
  func fiveHundred(_ seed: UInt64) throws {
    var numbers = SeededNumbers(seed)
    let (article, window) = try Self.read.get()
    let plainText = Self.plainText
    var falsified = 0
    for _ in 0..<500 {
      let fact = Self.facts[numbers.below(Self.facts.count)]
      let isFalse = numbers.below(10) < 3
      let evidence =
        isFalse ? Self.falsified(fact, &numbers) : Self.copied(fact.evidence, &numbers)
      // Whether it is false is decided here by other means than the verifier's.
      let isThere = (" " + plainText).contains(" " + Self.plain(evidence) + " ")
      falsified += isFalse && !isThere ? 1 : 0
      var answer = AssistAnswer()
      answer.stances = [
        .changed {
          ($0.holder, $0.evidence, $0.addressee, $0.places) = (fact.holder, evidence, nil, [])
        }
      ]
      let result = try LoadedAssist.verify(answer, of: article, window: window)
      #expect(result.positions.count == (isThere || !isFalse ? 1 : 0), "\(evidence)")
      for position in result.positions {
        let words = article.reading.article.words(position.evidence)
        #expect(Self.plain(words) == Self.plain(evidence))
        #expect(plainText.contains(Self.plain(words)))
      }
    }
    #expect((100...200).contains(falsified))
  }
}
