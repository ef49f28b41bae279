public import Language
internal import ParleyModel

/// One sentence of a treebank: its words with their tags, heads and relations.
public struct TreebankSentence: Sendable {
  /// The sentence's words as they are written, with the spaces between them.
  public var text: [UInt8] = []
  /// The words.
  public var tokens = TokenTable()
  /// The part of speech of each word.
  public var tags: [Tag] = []
  /// The head of each word as an index into the sentence; -1 for the root.
  public var heads: [Int32] = []
  /// The relation of each word to its head.
  public var relations: [Relation] = []
  /// The dictionary form of each word.
  public var lemmas: [String] = []
  /// What stands in the last column: `Entity=...` and the like.
  public var notes: [String] = []
  /// Whether a document begins with this sentence.
  public var beginsDocument = false
}

/// Reads treebanks in the CoNLL-U format of Universal Dependencies.
public enum Treebank {
  /// Returns the sentences of a CoNLL-U file.
  ///
  /// Empty nodes are left out; the words of a multiword token are joined without a space.
  public static func sentences(_ content: [UInt8]) -> [TreebankSentence] {
    var sentences: [TreebankSentence] = []
    var current = TreebankSentence()
    var joinedUntil = 0
    var spaceBefore = false
    for line in content.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.isEmpty {
        if current.tokens.count > 0 { sentences.append(current) }
        current = TreebankSentence()
        joinedUntil = 0
        spaceBefore = false
        continue
      }
      if line.first == 0x23 {
        if line.starts(with: "# newdoc".utf8) { current.beginsDocument = true }
        continue
      }
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard fields.count == 10 else { continue }
      let name = String(decoding: fields[0], as: UTF8.self)
      if name.contains(".") { continue }
      if let dash = name.firstIndex(of: "-") {
        joinedUntil = Int(name[name.index(after: dash)...]) ?? 0
        continue
      }
      guard let number = Int(name) else { continue }
      let notes = String(decoding: fields[9], as: UTF8.self)
      if spaceBefore { current.text.append(0x20) }
      current.append(fields[1], joined: !spaceBefore && number > 1)
      current.tags.append(Self.tag(String(decoding: fields[3], as: UTF8.self)))
      current.heads.append(Int32(String(decoding: fields[6], as: UTF8.self)).map { $0 - 1 } ?? -1)
      current.relations.append(Relation(treebank: String(decoding: fields[7], as: UTF8.self)))
      current.lemmas.append(String(decoding: fields[2], as: UTF8.self))
      current.notes.append(notes)
      spaceBefore = number >= joinedUntil && !notes.contains("SpaceAfter=No")
    }
    if current.tokens.count > 0 { sentences.append(current) }
    return sentences
  }

  private static let tags = Dictionary(uniqueKeysWithValues: Tag.allCases.map { ($0.name, $0) })
  private static func tag(_ name: String) -> Tag { tags[name] ?? .x }
}

extension TreebankSentence {
  /// Appends a word as it is written, looked at the way the tokenizer looks at it.
  fileprivate mutating func append(_ form: some Sequence<UInt8>, joined: Bool) {
    let start = text.count
    text.append(contentsOf: form)
    tokens.appendGiven(start..<text.count, of: text, joined: joined)
  }
}
