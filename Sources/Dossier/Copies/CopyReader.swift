internal import ParleyModel

/// Reads two copies of one report against each other.
struct CopyReader {
  private let a: ArticleReading
  private let b: ArticleReading
  private let comparison: CopyComparison
  private let pointing: PointingWords
  /// Whether the first is the fuller text as a whole.
  private let isFirstFuller: Bool

  init(
    _ a: ArticleReading, _ b: ArticleReading, _ comparison: CopyComparison,
    _ pointing: PointingWords
  ) {
    self.a = a
    self.b = b
    self.comparison = comparison
    self.pointing = pointing
    isFirstFuller = comparison.first.words.all.count >= comparison.second.words.all.count
  }

  /// What is read differently, in the order of the first.
  func differences() -> [ReadingDifference] {
    var found: [ReadingDifference] = []
    for (index, place) in comparison.places.enumerated() {
      guard let place else { continue }
      found += speakers(index, place) + terms(index, place)
      let isChanged = comparison.first.all[index].words != comparison.second.all[place].words
      if isChanged { found += figures(index, place) + conditions(index, place) }
    }
    return found
  }

  /// Attributions of the same words.
  private func speakers(_ index: Int, _ place: Int) -> [ReadingDifference] {
    let first = attributions(a, comparison.first, index)
    let second = attributions(b, comparison.second, place)
    return first.compactMap { one -> ReadingDifference? in
      let words = comparison.first.words.hashes(in: one.content[0])
      let same = second.first { comparison.second.words.hashes(in: $0.content[0]) == words }
      guard words.count >= 3, let other = same else { return nil }
      func side(_ attribution: Attribution, isFirst: Bool) -> ReadingDifference.Side {
        ReadingDifference.Side(
          range: attribution.content[0],
          context: isFirst
            ? naming(attribution.speaker.name, comparison.first, index)
            : naming(attribution.speaker.name, comparison.second, place),
          reading: attribution.speaker.name)
      }
      switch (one.speaker, other.speaker) {
      case (.known, .unresolved):
        return ReadingDifference(
          kind: .speakerUnknown, fuller: side(one, isFirst: true),
          doubted: side(other, isFirst: false), isFirstFuller: true)
      case (.unresolved, .known):
        return ReadingDifference(
          kind: .speakerUnknown, fuller: side(other, isFirst: false),
          doubted: side(one, isFirst: true), isFirstFuller: false)
      case (.known(let name), .known(let another)) where !SpeakerNames.mayBeOne(name, another):
        return made(
          .speakerDiffers, side(one, isFirst: true), side(other, isFirst: false))
      default: return nil
      }
    }
  }

  /// The last sentence up to the one at `index` that has the last word of a name.
  private func naming(_ name: String?, _ text: Sentences, _ index: Int) -> ByteRange? {
    guard let last = name?.split(separator: " ").last else { return nil }
    let hash = ArticleWords.hash(of: last.utf8)
    return text.all[...index].last { $0.words.contains(hash) }?.range
  }

  /// Acceptances and rejections that point back: "Bland turned down that offer".
  private func terms(_ index: Int, _ place: Int) -> [ReadingDifference] {
    guard pointing.point(comparison.first.all[index].words),
      pointing.point(comparison.second.all[place].words)
    else { return [] }
    let one = answer(a, comparison.first, index)
    let other = answer(b, comparison.second, place)
    guard one != nil || other != nil else { return [] }
    let before = antecedent(a, comparison.first, index)
    let then = antecedent(b, comparison.second, place)
    guard before != nil || then != nil, before.map({ comparison.places[$0] }) != .some(then) else {
      return []
    }
    return [
      made(
        .otherTerms,
        ReadingDifference.Side(
          range: one ?? comparison.first.all[index].range,
          context: before.map { comparison.first.all[$0].range }, reading: nil),
        ReadingDifference.Side(
          range: other ?? comparison.second.all[place].range,
          context: then.map { comparison.second.all[$0].range }, reading: nil))
    ]
  }

  /// The words that accept or reject in a sentence; `nil` if none do, or if the terms stand before
  /// them in the same sentence.
  private func answer(_ reading: ArticleReading, _ text: Sentences, _ index: Int) -> ByteRange? {
    let range = text.all[index].range
    let inside = reading.positions.filter { range.overlaps($0.evidence) }
    guard let answer = inside.first(where: { $0.act == .reject || $0.act == .accept }) else {
      return nil
    }
    let isToldHere = inside.contains { position in
      Self.isTerms(position.act)
        && position.evidence.upperBound <= answer.evidence.lowerBound
    }
    return isToldHere ? nil : answer.evidence
  }

  /// The last sentence with terms before the one at `index`.
  private func antecedent(_ reading: ArticleReading, _ text: Sentences, _ index: Int) -> Int? {
    let limit = text.all[index].range.lowerBound
    return reading.positions.filter { $0.evidence.lowerBound < limit && Self.isTerms($0.act) }
      .compactMap { text.index(at: $0.evidence.lowerBound) }.filter { $0 < index }.max()
  }

  private static func isTerms(_ act: Act) -> Bool {
    act == .demand || act == .propose || act == .offer
  }

  private func figures(_ index: Int, _ place: Int) -> [ReadingDifference] {
    let first = figures(a, comparison.first, index)
    let second = figures(b, comparison.second, place)
    return first.compactMap { one -> ReadingDifference? in
      let alike = second.filter { $0.unit == one.unit }
      guard alike.count == 1, first.count(where: { $0.unit == one.unit }) == 1,
        alike[0].value != one.value
      else { return nil }
      return made(
        .figureDiffers,
        ReadingDifference.Side(
          range: one.evidence, context: nil, reading: a.article.words(one.evidence)),
        ReadingDifference.Side(
          range: alike[0].evidence, context: nil, reading: b.article.words(alike[0].evidence)))
    }
  }

  private func conditions(_ index: Int, _ place: Int) -> [ReadingDifference] {
    let first = positions(a, comparison.first, index)
    let second = positions(b, comparison.second, place)
    return first.compactMap { one -> ReadingDifference? in
      let same = second.filter {
        $0.holder == one.holder && $0.act == one.act && $0.issue == one.issue
      }
      guard same.count == 1, (one.condition == nil) != (same[0].condition == nil) else {
        return nil
      }
      func side(_ position: Position, _ reading: ArticleReading) -> ReadingDifference.Side {
        ReadingDifference.Side(
          range: position.evidence, context: position.condition,
          reading: position.condition.map(reading.article.words))
      }
      let isFirst = one.condition != nil
      return ReadingDifference(
        kind: .conditionMissing, fuller: isFirst ? side(one, a) : side(same[0], b),
        doubted: isFirst ? side(same[0], b) : side(one, a), isFirstFuller: isFirst)
    }
  }

  private func made(
    _ kind: ReadingDifference.Kind, _ one: ReadingDifference.Side, _ other: ReadingDifference.Side
  ) -> ReadingDifference {
    ReadingDifference(
      kind: kind, fuller: isFirstFuller ? one : other, doubted: isFirstFuller ? other : one,
      isFirstFuller: isFirstFuller)
  }

  private func attributions(_ reading: ArticleReading, _ text: Sentences, _ index: Int)
    -> [Attribution]
  {
    let range = text.all[index].range
    return reading.attributions.filter { range.contains($0.content[0].lowerBound) }
  }

  private func figures(_ reading: ArticleReading, _ text: Sentences, _ index: Int) -> [Figure] {
    reading.figures.filter { text.all[index].range.contains($0.evidence.lowerBound) }
  }

  private func positions(_ reading: ArticleReading, _ text: Sentences, _ index: Int) -> [Position] {
    reading.positions.filter { text.all[index].range.contains($0.evidence.lowerBound) }
  }
}
