internal import Dossier
internal import ParleyModel
internal import Territory

/// A figure of the record, held against control maps where it is about ground that they know.
struct FigureCheck {
  /// The figure.
  let entry: FigureEntry
  /// What was found; `nil` where the figure is not about ground that the maps know, or has no map.
  let finding: Finding?

  /// Checks figures, in their order.
  static func all(_ entries: [FigureEntry], _ ground: GroundMaps) throws -> [FigureCheck] {
    guard let source = ground.source else {
      return entries.map { FigureCheck(entry: $0, finding: nil) }
    }
    let regions = try ground.regions(source)
    let parser = ClaimParser(ground.atlas.claimWords)
    var checkers: [CalendarDate: ClaimChecker?] = [:]
    return entries.map { entry in
      guard let claim = claim(of: entry, parser), let name = claim.ground,
        (try? regions.ground(name, groups: ground.atlas.groups, words: ground.atlas.words)) != nil
      else { return FigureCheck(entry: entry, finding: nil) }
      let day = entry.asOf.flatMap { CalendarDate(iso: $0) } ?? entry.knownOn
      // A day that no map reaches is left unchecked.
      if checkers[day] == nil { checkers[day] = try? ClaimChecker(ground.atlas, on: day) }
      let holder = [source.holder, source.other].compactMap { $0 }.first {
        $0.lowercased() == entry.holder?.lowercased()
      }
      guard let checker = checkers[day] ?? nil else {
        return FigureCheck(entry: entry, finding: nil)
      }
      return FigureCheck(entry: entry, finding: checker.check(claim, holder: holder, on: day))
    }
  }

  /// The claim that a figure makes; `nil` if it is none about ground.
  private static func claim(of entry: FigureEntry, _ parser: ClaimParser) -> Claim? {
    // The parser takes spans of a text: the figure's words and those of its ground, in one.
    var text = Array(entry.words.utf8)
    let evidence = ByteRange(0, text.count)
    let of = entry.of.map { part in
      let start = text.count
      text += part.utf8
      return ByteRange(start, text.count)
    }
    let figure = Figure(
      value: entry.low == entry.high ? .exact(entry.low) : .range(entry.low, entry.high),
      unit: entry.unit, holder: entry.holder, of: of, evidence: evidence)
    return parser.claim(of: figure) { String(decoding: text[$0.indices], as: UTF8.self) }
  }
}
