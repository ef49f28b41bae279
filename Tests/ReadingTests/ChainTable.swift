import DataFiles
import Language
import ParleyModel
import Parties
import Reading
import Testing

/// One attribution of the table of constructions, as it should be read.
struct ChainCase: CustomTestStringConvertible, Sendable {
  /// The heading that the row stands under.
  let section: String
  let outlet: String?
  let marked: String
  let number: Int
  /// Type, speaker, chain and details, as the table writes them.
  let expected: String

  var testDescription: String { "\(marked) #\(number)" }

  /// The cases of `Fixtures/chains.txt`.
  static let all: [ChainCase] = {
    var cases: [ChainCase] = []
    var section = ""
    var outlet: String?
    var marked = ""
    for line in Loaded.fixture("chains.txt").split(separator: "\n") {
      if line.hasPrefix("## ") { section = String(line.dropFirst(3)) }
      if line.hasPrefix("#") { continue }
      if let number = line.first?.wholeNumberValue, line.dropFirst().first == " " {
        cases.append(
          ChainCase(
            section: section, outlet: outlet, marked: marked, number: number,
            expected: String(line.dropFirst(2))))
      } else if let bar = line.firstIndex(of: "|") {
        let name = line[..<bar].dropLast()
        outlet = name == "-" ? nil : String(name)
        marked = String(line[line.index(bar, offsetBy: 2)...])
      }
    }
    return cases
  }()

  /// What is read, as the table writes it.
  func read(_ reader: Loaded) -> String {
    let made = MarkedText(marked)
    let article = Article(
      id: ArticleID("case"), outlet: outlet, text: made.text,
      paragraphs: Article.paragraphs(of: made.text))
    let text = reader.language.annotate(article)
    let found = reader.speakers.resolved(
      made.attributions, parties: ArticleParties(text, catalogue: reader.parties))
    let wanted = made.parts[number]?["q"] ?? []
    // What stands before the words that are said may have been taken off.
    guard
      let attribution = found.first(where: { $0.content == wanted })
        ?? found.first(where: {
          !wanted.isEmpty && $0.content.last?.upperBound == wanted.last?.upperBound
        })
    else { return "nothing" }
    var chain = attribution.chain.map { $0.name ?? "" }
    if outlet != nil, !chain.isEmpty { chain.removeFirst() }
    if chain.isEmpty, attribution.speaker.name == outlet, let outlet { chain = [outlet] }
    var fields = [
      attribution.sourceType.rawValue, attribution.speaker.name ?? "?",
      chain.joined(separator: " > "),
    ]
    if let unnamed = attribution.unnamed {
      let parts = [unnamed.count, unnamed.closeness, unnamed.why].map {
        $0.map(article.words) ?? "-"
      }
      if parts != ["-", "-", "-"] { fields.append(parts.joined(separator: " / ")) }
    }
    return fields.joined(separator: " | ")
  }

  /// Whether `found` is what the table expects; lines without details do not ask for them.
  func accepts(_ found: String) -> Bool {
    let wanted = Self.fields(expected)
    let given = Self.fields(found)
    return wanted.indices.allSatisfy { $0 < given.count && wanted[$0] == given[$0] }
  }

  private static func fields(_ line: String) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).map {
      String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }
}

/// The models and lists, loaded once for all tests.
struct Loaded: Sendable {
  let language: LanguageModel
  let parties: PartyCatalogue
  let speakers: SpeakerReader

  private static let result = Result {
    let data = try DataFolder.locate()
    return Loaded(
      language: try LanguageModel(data), parties: try PartyCatalogue(data),
      speakers: try SpeakerReader(data, cues: try CueLexicon(data)))
  }

  static func get() throws -> Loaded { try result.get() }

  /// The text of a file beside the tests.
  static func fixture(_ name: String) -> String {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let file = try? MappedFile(path: "/" + folder + "/Fixtures/" + name)
    return file.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }
}
