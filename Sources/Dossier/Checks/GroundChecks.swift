internal import ParleyModel
internal import Territory

/// Holds figures about ground against control maps.
///
/// A figure is checked if it is a share or an area, stands in a sentence about holding ground, and is
/// of ground that the outlines know by name.
struct GroundChecks {
  private let atlas: TerritoryAtlas
  private let parser: ClaimParser

  init(_ atlas: TerritoryAtlas) {
    self.atlas = atlas
    parser = ClaimParser(atlas.claimWords)
  }

  /// A figure, and the claim that it makes.
  private struct Candidate {
    let fact: FigureFact
    let claim: Claim
    let day: CalendarDate
  }

  func findings(_ facts: [FigureFact]) -> [CheckFinding] {
    let candidates = facts.compactMap { fact -> Candidate? in
      guard fact.isAboutGround, let day = fact.day,
        let claim = parser.claim(of: fact.figure, words: fact.words), claim.ground != nil
      else { return nil }
      return Candidate(fact: fact, claim: claim, day: day)
    }
    guard !candidates.isEmpty else { return [] }
    let outlines: RegionSet
    let source: MapSource
    do throws(TerritoryError) {
      let entry = try atlas.controlEntry()
      source = entry.mapSource
      outlines = try atlas.regions(level: 1, country: entry.country)
      _ = try ClaimChecker(atlas, on: candidates[0].day)
    } catch {
      return [Self.missing(candidates.map(\.fact), error)]
    }
    var checkers: [CalendarDate: ClaimChecker] = [:]
    return candidates.compactMap { candidate in
      guard let name = candidate.claim.ground,
        (try? outlines.ground(name, groups: atlas.groups, words: atlas.words)) != nil
          || source.country?.lowercased() == name.lowercased()
        // Ground of another country, or no ground at all: maps have nothing to say.
      else { return nil }
      if checkers[candidate.day] == nil {
        // A day without a map: the finding says so.
        checkers[candidate.day] = try? ClaimChecker(atlas, on: candidate.day)
      }
      guard let checker = checkers[candidate.day] else { return Self.withoutMap(candidate.fact) }
      return Self.finding(candidate, checker, source)
    }
  }

  private static func finding(
    _ candidate: Candidate, _ checker: ClaimChecker, _ source: MapSource
  ) -> CheckFinding? {
    let holder = candidate.fact.figure.holder
    let isKnown = holder.map {
      [source.holder, source.other].map { $0.lowercased() }.contains($0.lowercased())
    }
    var result = checker.check(
      candidate.claim, holder: isKnown == true ? holder : nil, on: candidate.day)
    var doubt: String?
    if isKnown == true, result.result == .inconsistent {
      // A reading may take the country of the ground for its holder.
      let other = checker.check(
        candidate.claim,
        holder: holder?.lowercased() == source.other.lowercased() ? source.holder : source.other,
        on: candidate.day)
      if let claimed = candidate.claim.value, let found = other.computed,
        let first = result.computed, 4 * abs(found - claimed) < abs(first - claimed)
      {
        doubt =
          "it is near what \(other.holder) holds, not \(result.holder) as it was read; "
          + other.reason
        result = other
      }
    }
    guard result.result != .cannotBeChecked || result.computed != nil else {
      // The ground is known: without a number there is nothing to check, else there is no map.
      return candidate.claim.value == nil ? nil : withoutMap(candidate.fact)
    }
    let severity: CheckFinding.Severity =
      switch result.result {
      case .inconsistent: .high
      case .dependsOnDefinition, .cannotBeChecked: .low
      case .consistent: doubt == nil ? .settled : .low
      }
    return CheckFinding(
      .figuresOnMaps, severity, key: key(candidate.fact),
      summary: "\(result.ground) held by \(result.holder): \(candidate.fact.evidence.words)",
      reason: doubt ?? result.reason, evidence: [candidate.fact.evidence],
      settle: settle(result.result, doubt), ground: result)
  }

  private static func settle(_ result: Finding.Result, _ doubt: String?) -> String {
    if doubt != nil { return "say whose ground the sentence speaks of" }
    return switch result {
    case .consistent: "nothing is left to settle"
    case .inconsistent: "see what the report counts as held, of which day and by whose estimate"
    case .dependsOnDefinition: "say which outline, divisor, map and day the report goes by"
    case .cannotBeChecked: "ask for the number behind the words"
    }
  }

  private static func withoutMap(_ fact: FigureFact) -> CheckFinding {
    CheckFinding(
      .mapsMissing, .low, key: key(fact), summary: "no map of the day: \(fact.evidence.words)",
      reason: "no control map that is here reaches back to the day of the figure",
      evidence: [fact.evidence], settle: "list what can be had with 'parley sources'")
  }

  private static func missing(_ facts: [FigureFact], _ error: TerritoryError) -> CheckFinding {
    let lines = error.description.split(separator: "\n").map {
      $0.trimmingPrefix(while: { $0 == " " })
    }
    return CheckFinding(
      .mapsMissing, .low, key: [],
      summary: "\(facts.count) \(facts.count == 1 ? "figure" : "figures") of ground not checked",
      reason: String(lines.first ?? ""), evidence: facts.map(\.evidence),
      settle: lines.dropFirst().joined(separator: "; "))
  }

  private static func key(_ fact: FigureFact) -> [String] {
    [
      fact.evidence.article, String(fact.evidence.range?.lowerBound ?? 0),
      String(fact.evidence.range?.upperBound ?? 0),
    ]
  }
}
