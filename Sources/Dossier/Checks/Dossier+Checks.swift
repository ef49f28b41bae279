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
  /// - Parameters:
  ///   - atlas: the maps that figures are held against; what is missing is a finding.
  ///   - memory: what earlier checks of the dossier found in the same texts.
  /// - Complexity: every reading of the view is unpacked once, unless the texts are known.
  public func check(
    _ overview: TalksOverview, rules: CheckRules, atlas: TerritoryAtlas,
    memory: CheckMemory = CheckMemory()
  ) throws(DossierError) -> CheckReport {
    let (view, groups) = (overview.state.view, overview.origins)
    var findings = StanceChecks(
      state: overview.state, stances: overview.standing, origins: groups
    ).findings()
    findings += try memory.findings(
      CheckMemory.Key(view: view, readings: try shownReadings(view))
    ) { () throws(DossierError) in
      try checkTexts(view, groups, rules, atlas) + checkCopies(view, rules) + checkOriginals(view)
    }
    findings += try read { database in
      try records(database, view).retracted()
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

  /// The versions that the view shows, each with the number of its reading.
  private func shownReadings(_ view: View) throws(DossierError) -> [[Int64]] {
    try read { database in
      let shown = try VisibleVersions(database, view: view).facts
      return try Row.fetchAll(
        database, sql: "SELECT version, reading FROM current_reading ORDER BY version"
      ).compactMap { row in
        shown[row[0]].map { _ in [row[0] as Int64, row[1] as Int64] }
      }
    }
  }

  private func records(_ database: Database, _ view: View) throws -> RecordChecks {
    RecordChecks(
      database: database, versions: try VisibleVersions(database, view: view),
      originals: OriginalStore(dossier: path))
  }

  private func checkOriginals(_ view: View) throws(DossierError) -> [CheckFinding] {
    try read { database in try records(database, view).kept() }
  }

  private func checkCopies(_ view: View, _ rules: CheckRules) throws(DossierError)
    -> [CheckFinding]
  {
    var findings: [CheckFinding] = []
    try eachReport(view) { report, readings in
      findings += CopyChecks(report: report, readings: readings, pointing: rules.pointing)
        .findings()
    }
    return findings
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
