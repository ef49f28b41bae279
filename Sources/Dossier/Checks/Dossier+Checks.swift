internal import GRDB
internal import ParleyModel
public import Territory

/// What a check of the record found.
public struct CheckReport: Sendable {
  /// What was looked at.
  public let view: View
  /// Articles that the view shows.
  public let articles: Int
  /// Reports that do not go back to one another.
  public let origins: Int
  /// The findings, those that weigh most first in each kind.
  public let findings: [CheckFinding]

  /// Returns the report with findings of these kinds only; an empty list leaves all.
  public func only(_ kinds: [CheckFinding.Kind]) -> CheckReport {
    CheckReport(
      view: view, articles: articles, origins: origins,
      findings: kinds.isEmpty ? findings : findings.filter { kinds.contains($0.kind) })
  }

  /// Whether a strict check fails: a finding of high or medium severity that nobody took note of.
  public var hasOpenFindings: Bool { findings.contains(where: \.isOpen) }
}

extension Dossier {
  /// Checks what the record says in a view.
  ///
  /// - Parameter atlas: the maps that figures are held against; what is missing is a finding.
  /// - Complexity: every reading of the view is unpacked once.
  public func check(_ view: View = View(), rules: CheckRules, atlas: TerritoryAtlas)
    throws(DossierError) -> CheckReport
  {
    try check(try overview(view, rules: rules.movement), rules: rules, atlas: atlas)
  }

  /// Checks what the record says in the view that was looked at.
  ///
  /// - Parameter atlas: the maps that figures are held against; what is missing is a finding.
  /// - Complexity: every reading of the view is unpacked once.
  public func check(_ overview: TalksOverview, rules: CheckRules, atlas: TerritoryAtlas)
    throws(DossierError) -> CheckReport
  {
    let (view, groups) = (overview.state.view, overview.origins)
    var findings = StanceChecks(
      state: overview.state, stances: overview.standing, origins: groups
    ).findings()
    findings += try checkTexts(view, groups, rules, atlas)
    try eachReport(view) { report, readings in
      findings += CopyChecks(report: report, readings: readings, pointing: rules.pointing)
        .findings()
    }
    let originals = OriginalStore(dossier: path)
    findings += try read { database in
      try RecordChecks(
        database: database, versions: try VisibleVersions(database, view: view),
        originals: originals
      ).findings()
    }
    let notes = try acknowledgements()
    for index in findings.indices { findings[index].acknowledgement = notes[findings[index].id] }
    return CheckReport(
      view: view, articles: groups.versionCount, origins: groups.count,
      findings: findings.sorted { a, b in
        (a.kind.order, a.severity, a.evidence.first?.article ?? "", a.id)
          < (b.kind.order, b.severity, b.evidence.first?.article ?? "", b.id)
      })
  }

  /// What the texts themselves give: figures, quotations, speakers.
  private func checkTexts(
    _ view: View, _ groups: OriginGroups, _ rules: CheckRules, _ atlas: TerritoryAtlas
  ) throws(DossierError) -> [CheckFinding] {
    var findings: [CheckFinding] = []
    var facts: [FigureFact] = []
    var quotes: [Quote] = []
    var evidence: [[CheckFinding.Evidence]] = []
    let path = path
    try read { database in
      let versions = try VisibleVersions(database, view: view)
      let shown = versions.facts.sorted { ($0.value.article, $0.key) < ($1.value.article, $1.key) }
      for (version, about) in shown {
        if let on = view.on, let published = about.published, published > on { continue }
        guard let reading = try Document.current(of: version, in: database, path: path) else {
          continue
        }
        let article = CheckedArticle(
          name: about.article, version: version, outlet: about.outlet, published: about.published,
          origin: groups.group(of: version), reading: reading,
          sentences: Sentences(reading.article))
        findings += SpeakerChecks.findings(article)
        facts += FigureFact.all(in: article, number: evidence.count, rules: rules)
        let own = Quote.all(in: article, number: evidence.count)
        quotes += own
        evidence.append(own.map { article.evidence($0.range) })
      }
    }
    findings += GroundChecks(atlas).findings(facts)
    findings += FigureChecks(facts: facts, hedges: rules.hedges).findings()
    findings += QuoteChecks(quotes, evidence: evidence.flatMap { $0 }).findings()
    return findings
  }
}

extension CheckFinding.Kind {
  /// The place of the kind in reports.
  public var order: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
