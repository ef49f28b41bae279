internal import ParleyModel

extension FieldParser {
  /// Takes an element of `attributions`.
  mutating func attribution(in article: Article) throws(ReadingFormatError) -> Attribution {
    var source: [ByteRange] = []
    var cue: [ByteRange] = []
    var content: [ByteRange] = []
    var kind: Attribution.Kind?
    var sourceType: Attribution.SourceType?
    var speaker: Speaker?
    var chain: [ChainLink] = []
    var unnamed: [String: String]?
    var parent: Int?
    try object { key, fields throws(ReadingFormatError) in
      switch key {
      case "source": source = try fields.spans()
      case "cue": cue = try fields.spans()
      case "content": content = try fields.spans()
      case "kind": kind = try fields.choice(Attribution.Kind.self)
      case "sourceType": sourceType = try fields.choice(Attribution.SourceType.self)
      case "speaker": speaker = try fields.speaker()
      case "chain":
        chain = try fields.list { fields throws(ReadingFormatError) in try fields.link() }
      case "unnamed":
        unnamed = try fields.optional { fields throws(ReadingFormatError) in
          try fields.words()
        }
      case "parent": parent = try fields.optionalInteger()
      default: try fields.skip()
      }
    }
    guard !content.isEmpty else { throw ReadingFormatError(.missing(key: "content")) }
    let search = Search(article.text, near: source.first ?? content[0])
    return Attribution(
      source: source, cue: cue, content: content, kind: try required(kind, "kind"),
      sourceType: try required(sourceType, "sourceType"),
      speaker: try required(speaker, "speaker"), chain: chain,
      unnamed: unnamed.map { words in
        UnnamedSource(
          count: words["count"].flatMap(search.find),
          closeness: words["closeness"].flatMap(search.find), why: words["why"].flatMap(search.find)
        )
      }, parent: parent)
  }

  private mutating func speaker() throws(ReadingFormatError) -> Speaker {
    var name: String?
    var isUnresolved = false
    var reason: String?
    try object { key, fields throws(ReadingFormatError) in
      switch key {
      case "name": name = try fields.optionalString()
      case "unresolved": isUnresolved = try fields.boolean()
      case "reason": reason = try fields.optionalString()
      default: try fields.skip()
      }
    }
    if isUnresolved { return .unresolved(reason: try required(reason, "reason")) }
    return name.map { .known(name: $0) } ?? .narrator
  }

  private mutating func link() throws(ReadingFormatError) -> ChainLink {
    var link = ChainLink(name: nil, kind: .unresolved)
    try object { key, fields throws(ReadingFormatError) in
      switch key {
      case "name": link.name = try fields.optionalString()
      case "type": link.kind = try fields.choice(ChainLink.Kind.self)
      case "words": link.words = try fields.optionalSpan()
      default: try fields.skip()
      }
    }
    return link
  }

  /// Takes an object of words, without those that are `null`.
  private mutating func words() throws(ReadingFormatError) -> [String: String] {
    var words: [String: String] = [:]
    try object { key, fields throws(ReadingFormatError) in
      words[key] = try fields.optionalString()
    }
    return words
  }
}

/// Finds words in a text: the place that is nearest to a span.
private struct Search {
  let text: [UInt8]
  let center: ByteRange

  init(_ text: [UInt8], near center: ByteRange) {
    self.text = text
    self.center = center
  }

  func find(_ words: String) -> ByteRange? {
    let pattern = Array(words.utf8)
    guard !pattern.isEmpty, pattern.count <= text.count else { return nil }
    var best: ByteRange?
    for start in 0...(text.count - pattern.count)
    where text[start] == pattern[0] && text[start...].starts(with: pattern) {
      let range = ByteRange(start, start + pattern.count)
      if distance(range) < best.map(distance) ?? .max { best = range }
    }
    return best
  }

  private func distance(_ range: ByteRange) -> Int {
    max(0, center.lowerBound - range.upperBound, range.lowerBound - center.upperBound)
  }
}
