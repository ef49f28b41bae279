internal import Language
internal import ParleyModel
internal import Parties
internal import Quantities

/// What tells whether a quantity bears on the negotiation, and what a count is of.
struct FigureFeatures: Sendable {
  private let text: AnnotatedText
  private let parties: ArticleParties
  private let stems: [UInt64]
  private let candidates: [FigureCandidate]
  private let units: FigureUnits
  private let taxonomy: Taxonomy
  private let vectors: TextVectors
  /// The number of candidates in each sentence.
  private var perSentence: [Int: Int] = [:]
  private var partiesIn: [Int: Int] = [:]

  init(
    _ parties: ArticleParties, candidates: [FigureCandidate], units: FigureUnits,
    taxonomy: Taxonomy, vectors: WordVectors
  ) {
    text = parties.text
    self.parties = parties
    stems = Stem.all(parties.text)
    self.candidates = candidates
    self.units = units
    self.taxonomy = taxonomy
    self.vectors = TextVectors(parties.text, vectors)
    for candidate in candidates { perSentence[candidate.sentence, default: 0] += 1 }
    for mention in parties.mentions {
      partiesIn[text.sentence(ofToken: mention.tokens.lowerBound), default: 0] += 1
    }
  }

  /// The features of candidate `index` for its selection.
  func selection(_ index: Int) -> FeatureList {
    let candidate = candidates[index]
    let quantity = candidate.quantity
    var list = FeatureList()
    let kind = UInt64(Quantity.Kind.allCases.firstIndex(of: quantity.kind) ?? 0)
    list.add("bias")
    list.add("kind", kind)
    let unit = quantity.kind == .count ? 0 : WordHash.of(quantity.unit ?? "")
    list.add("unit", unit)
    list.add("per", kind, WordHash.of(quantity.per ?? ""))
    list.add("hedge", UInt64(quantity.hedge.flatMap(Hedge.allCases.firstIndex) ?? 9))
    list.add("size", kind, size(quantity))
    let isWord = text.tokens.shapes[candidate.tokens.lowerBound].contains(.digit) ? 0 : 1
    list.add("written", UInt64(isWord), size(quantity))
    list.add("repeated", candidate.isRepeated ? 1 : 0)
    list.add("sentence", UInt64(min(candidate.sentence, 12) / 2))
    list.add("numbers", UInt64(min(perSentence[candidate.sentence] ?? 0, 5)))
    list.add("all", UInt64(min(candidates.count, 24) / 4))
    list.add("parties", UInt64(min(partiesIn[candidate.sentence] ?? 0, 3)))
    list.add("attributed", candidate.attribution == nil ? 0 : 1)
    list.add("bracketed", isBracketed(candidate) ? 1 : 0)
    list.add("follows", isBracketed(candidate) && isConversion(index) ? 1 : 0)
    list.add("paragraph", UInt64(min(candidate.paragraph, 15) / 3))
    if quantity.kind == .count {
      let listed = quantity.unit.flatMap(units.counted)?.rawValue ?? (quantity.unit == nil ? 8 : 9)
      list.add("class", UInt64(listed), size(quantity))
    }
    for match in taxonomy.matches(stems, in: text.sentences[candidate.sentence]) {
      list.add("issue", UInt64(match.issue))
    }
    context(candidate, kind, &list)
    return list
  }

  /// What the words around candidate `index` are about, for its selection: the near ones, the noun,
  /// the word above it, the sentence.
  func directions(_ index: Int) -> [Float] {
    let candidate = candidates[index]
    let sentence = text.sentences[candidate.sentence]
    var numbers: [Float] = []
    numbers.reserveCapacity(4 * vectors.width)
    let near = max(sentence.lowerBound, candidate.tokens.lowerBound - 8)
    let end = max(near, min(sentence.upperBound, candidate.tokens.upperBound + 8))
    vectors.append(near..<end, less: candidate.tokens.clamped(to: near..<end), to: &numbers)
    vectors.append(candidate.noun..<candidate.noun + 1, to: &numbers)
    let governor = max(0, candidate.governor)
    vectors.append(governor..<(candidate.governor < 0 ? 0 : governor + 1), to: &numbers)
    vectors.append(sentence, to: &numbers)
    return numbers
  }

  /// The features of candidate `index`, a count, for what it counts.
  func counted(_ index: Int) -> FeatureList {
    let candidate = candidates[index]
    var list = FeatureList()
    list.add("bias")
    list.add("noun?", candidate.quantity.nounRange == nil ? 0 : 1)
    if let unit = candidate.quantity.unit {
      list.add("listed", UInt64(units.counted(unit)?.rawValue ?? 9))
      list.add("ending", WordHash.of(String(unit.suffix(4))))
      list.add("ending3", WordHash.of(String(unit.suffix(3))))
      if candidate.quantity.nounRange != nil {
        list.add("capital", text.tokens.shapes[candidate.noun].contains(.capitalized) ? 1 : 0)
      }
    }
    context(candidate, candidate.quantity.nounRange == nil ? 1 : 0, &list)
    return list
  }

  private func context(_ candidate: FigureCandidate, _ kind: UInt64, _ list: inout FeatureList) {
    let sentence = text.sentences[candidate.sentence]
    let first = candidate.tokens.lowerBound
    let next = candidate.tokens.upperBound
    func stem(_ token: Int) -> UInt64 { sentence.contains(token) ? stems[token] : 1 }
    list.add("before", stem(first - 1))
    list.add("before+", kind, stem(first - 1))
    list.add("before2", stem(first - 2), stem(first - 1))
    list.add("after", stem(next))
    list.add("after+", kind, stem(next))
    list.add("after2", stem(next), stem(next + 1))
    list.add("noun", stem(candidate.noun))
    list.add("noun+", kind, stem(candidate.noun))
    let governor = candidate.governor
    if governor >= 0 {
      list.add("governor", stems[governor])
      list.add("governor+", kind, stems[governor])
      list.add("relation", kind, UInt64(text.relations[candidate.noun].rawValue))
      list.add("governor tag", kind, UInt64(text.tags[governor].rawValue))
      let over = Int(text.heads[governor])
      if over >= 0 { list.add("over", stems[over]) }
    }
    for token in max(sentence.lowerBound, first - 10)..<min(sentence.upperBound, next + 10)
    where !candidate.tokens.contains(token) && isContent(token) {
      list.add("near", stems[token])
      if abs(token - first) < 5 || abs(token - next) < 5 { list.add("nearer", kind, stems[token]) }
    }
  }

  /// Whether candidate `index` is one of two bare numbers with a dash between ("272-219").
  func isPair(_ index: Int) -> Bool {
    func joins(_ first: Int, _ second: Int) -> Bool {
      guard first >= 0, second < candidates.count, candidates[first].quantity.unit == nil,
        candidates[second].quantity.unit == nil
      else { return false }
      let end = candidates[first].quantity.range.upperBound
      let start = candidates[second].quantity.range.lowerBound
      guard start > end, start - end <= 3 else { return false }
      return text.article.text[end..<start].allSatisfy { $0 == 0x2D || $0 >= 0x80 }
    }
    return joins(index - 1, index) || joins(index, index + 1)
  }

  /// The words of a range.
  func words(_ range: ByteRange) -> String { text.article.words(range) }

  /// Whether an opening bracket stands right before the quantity.
  private func isBracketed(_ candidate: FigureCandidate) -> Bool {
    let start = candidate.quantity.range.lowerBound
    return start > 0 && text.article.text[start - 1] == 0x28
  }

  /// Whether the quantity follows another one closely, as "$21bn (£10.8bn)".
  private func isConversion(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = candidates[index - 1].quantity.range.upperBound
    return candidates[index].quantity.range.lowerBound - before < 4
  }

  private func isContent(_ token: Int) -> Bool {
    switch text.tags[token] {
    case .noun, .verb, .adj, .propn: true
    default: false
    }
  }

  private func size(_ quantity: Quantity) -> UInt64 {
    let value: Double
    switch quantity.value {
    case .exact(let number): value = number
    case .range(let low, _): value = low
    }
    var bucket: UInt64 = 0
    var limit = 1.0
    while bucket < 14, value > limit {
      bucket += 1
      limit *= bucket < 4 ? 2.5 : 10
    }
    return bucket
  }
}
