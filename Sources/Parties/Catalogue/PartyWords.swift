internal import DataFiles
internal import Language

/// What common words say about who speaks for whom.
struct PartyWords: Sendable {
  /// The kinds of `words.tsv`; the file's head tells what each means.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt16
    static let office = Kinds(rawValue: 1)
    static let post = Kinds(rawValue: 2)
    static let institution = Kinds(rawValue: 4)
    static let apart = Kinds(rawValue: 8)
    static let group = Kinds(rawValue: 16)
    static let collective = Kinds(rawValue: 32)
    static let former = Kinds(rawValue: 64)
    static let honorific = Kinds(rawValue: 128)
    static let descriptor = Kinds(rawValue: 256)
    static let never = Kinds(rawValue: 512)
    static let vague = Kinds(rawValue: 1024)
    /// Any word that names a role and can stand before or after a person's name.
    static let role: Kinds = [.office, .post, .institution, .apart]

    fileprivate static let named: [String: Kinds] = [
      "office": office, "post": post, "institution": institution, "apart": apart, "group": group,
      "collective": collective, "former": former, "honorific": honorific, "descriptor": descriptor,
      "never": never,
      "vague": vague,
    ]
  }

  private var kinds: [UInt64: Kinds] = [:]
  /// Endings of plural nouns for people.
  private var agentive: [[UInt8]] = []
  /// Phrases that stand for all sides.
  private(set) var both = NameTable<Bool>()

  init(_ data: DataFolder) throws(DataError) {
    for line in try data.lines("parties/words.tsv") {
      let fields = line.fields
      guard fields.count == 2 else {
        throw DataError(line, found: "\(fields.count) fields instead of 2")
      }
      if fields[0] == "both" {
        for phrase in DataLine.items(of: fields[1]) { both.add(phrase, true) }
        continue
      }
      if fields[0] == "agentive" {
        agentive = DataLine.items(of: fields[1]).map { Array($0.utf8.dropFirst()) }
        continue
      }
      guard let kind = Kinds.named[fields[0]] else {
        throw DataError(line, found: "no kind '\(fields[0])'")
      }
      for word in DataLine.items(of: fields[1]) {
        // Of a phrase, the last word carries the kind.
        if let last = word.split(separator: " ").last {
          kinds[WordHash.of(last), default: []].insert(kind)
        }
      }
    }
  }

  /// Whether a noun that no list knows looks like one for people ("dockers").
  func isAgentive(_ noun: ArraySlice<UInt8>) -> Bool {
    agentive.contains { noun.count > $0.count + 2 && noun.suffix($0.count).elementsEqual($0) }
  }

  /// Returns the kinds of the word with this hash; empty if it is of none.
  func kinds(of word: UInt64) -> Kinds { kinds[word] ?? [] }
}
