public import DataFiles
public import Language

/// The frames of `language/frames.tsv`, looked up by written form.
public struct FrameLexicon: Sendable {
  private struct Entry: Sendable {
    let frame: Frame
    let base: UInt64
    /// The words that must follow, as hashes.
    let tail: [UInt64]
  }

  private var entries: [UInt64: [Entry]] = [:]
  private var bases: [UInt64: UInt64] = [:]

  /// Loads the lexicon.
  ///
  /// - Throws: `DataError` if a file is missing or malformed.
  public init(_ data: DataFolder) throws(DataError) {
    let inflections = try Inflections(data)
    for line in try data.lines("language/frames.tsv") {
      let fields = line.fields
      guard fields.count == 4 else {
        throw DataError(line, found: "\(fields.count) fields instead of 4")
      }
      guard let frame = Frame(fields) else {
        throw DataError(line, found: "no frame '\(fields[0]) \(fields[1]) \(fields[2])'")
      }
      for item in DataLine.items(of: fields[3]) { add(item, frame, inflections) }
    }
  }

  private mutating func add(_ item: String, _ frame: Frame, _ inflections: Inflections) {
    let words = item.split(separator: " ").map(String.init)
    guard let first = words.first else { return }
    let tail = words.dropFirst().map { WordHash.of($0) }
    let base = WordHash.of(item)
    let forms =
      switch frame.word {
      case .verb: inflections.forms(of: first)
      case .noun: tail.isEmpty ? [first, Inflections.plural(first)] : [first]
      case .adjective, .adverb: [first]
      }
    for form in forms {
      let hash = WordHash.of(form)
      let entry = Entry(frame: frame, base: base, tail: Array(tail))
      entries[hash, default: []].append(entry)
      if frame.word == .verb || frame.word == .noun { bases[hash] = WordHash.of(first) }
    }
  }

  /// Returns the base form of the verb or noun with this hash, else the hash itself.
  func base(of word: UInt64) -> UInt64 { bases[word] ?? word }

  /// A frame found at a token: the frame, and the hash of its base form.
  public struct Match: Sendable {
    /// The frame.
    public let frame: Frame
    /// The hash of the base form with its particle.
    public let base: UInt64
  }

  /// Returns the frames of `token`, those with the longest tail first; only these if there are any.
  public func frames(at token: Int, in text: AnnotatedText) -> [Match] {
    guard let entries = entries[text.tokens.words[token]] else { return [] }
    var best = 0
    var matches: [Match] = []
    for entry in entries where fits(entry, token, text) {
      if entry.tail.count > best {
        best = entry.tail.count
        matches.removeAll()
      }
      if entry.tail.count == best {
        matches.append(Match(frame: entry.frame, base: entry.base))
      }
    }
    return matches
  }

  private func fits(_ entry: Entry, _ token: Int, _ text: AnnotatedText) -> Bool {
    switch (entry.frame.word, text.tags[token]) {
    case (.verb, .verb), (.verb, .aux), (.noun, .noun), (.noun, .propn), (.adjective, .adj),
      (.adjective, .verb), (.adjective, .adv), (.adverb, _), (.verb, .adj):
      break
    default: return false
    }
    var position = token + 1
    for (index, word) in entry.tail.enumerated() {
      // The object may stand before the first particle: "turn the offer down".
      let reach = index == 0 && entry.tail.count == 1 ? 3 : 0
      guard
        let found = (position...position + reach).first(where: {
          $0 < text.tokens.count && text.tokens.words[$0] == word
        })
      else { return false }
      position = found + 1
    }
    return true
  }
}

extension Frame {
  /// Reads the first three fields of a line of `frames.tsv`.
  fileprivate init?(_ fields: [String]) {
    let word: Word? =
      switch fields[1] {
      case "verb": .verb
      case "noun": .noun
      case "adjective": .adjective
      case "adverb": .adverb
      default: nil
      }
    let control: Control? =
      switch fields[2] {
      case "subject": .subject
      case "object": .object
      case "content": .content
      case "-": Control.none
      default: nil
      }
    let force = Force.allCases.first { String(describing: $0) == fields[0] }
    guard let word, let control, let force else { return nil }
    self.init(force: force, word: word, control: control)
  }
}
