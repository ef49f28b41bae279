public import DataFiles
public import Dossier
internal import ParleyModel
internal import Territory

/// The pages of one dossier.
public final class Site: Sendable {
  /// The dossier, its words and rules.
  public let desk: Desk
  let templates: TemplateLibrary
  /// Control maps and regions, and the public data sets that Parley knows.
  let ground: GroundMaps

  /// Opens the pages of a dossier.
  ///
  /// - Throws: `DataError` if a data file of Parley is missing or malformed; `TerritoryError` if a
  ///   mirror's is.
  public init(_ dossier: Dossier, data: DataFolder) throws {
    desk = try Desk(dossier, data: data)
    templates = try TemplateLibrary(data)
    ground = GroundMaps(try TerritoryAtlas.load(data: data))
  }

  /// All kinds of pages that can be read.
  static let routes: [Route] = [
    Route(
      path: "state", summary: "Where each party stands on each issue, and what moved lately",
      parameters: [
        Route.Parameter(name: "party", meaning: "only this party; may be given several times"),
        Route.Parameter(
          name: "issue", meaning: "only this issue or group of issues; may be given several times"),
      ]
    ) { maker, site, _, query in
      maker.state(
        parties: query.all("party"), issues: query.all("issue"),
        findings: try site.findings(maker))
    },
    Route(
      path: "articles", summary: "The articles, the newest first",
      parameters: [
        Route.Parameter(name: "after", meaning: "the name of the last article of the page before")
      ]
    ) { maker, _, _, query in try maker.articleList(after: query["after"]) },
    Route(
      path: "articles/{article}", summary: "One article, and all that was read in it"
    ) { maker, _, slug, _ in try maker.article(slug: slug) },
    Route(path: "issues", summary: "The issues on which there is a stance") { maker, _, _, _ in
      maker.issueList()
    },
    Route(
      path: "issues/{issue}", summary: "One issue: every stance, and what moved"
    ) { maker, _, slug, _ in try maker.issue(slug: slug) },
    Route(path: "parties", summary: "The parties that hold a stance") { maker, _, _, _ in
      maker.partyList()
    },
    Route(
      path: "parties/{party}", summary: "One party: where it stands, and what moved"
    ) { maker, _, slug, _ in try maker.party(slug: slug) },
    Route(path: "changes", summary: "What moved, the latest first") { maker, _, _, _ in
      maker.changes()
    },
    Route(path: "figures", summary: "The figures of the record, held against control maps") {
      maker, site, _, _ in
      try maker.figures(try site.findings(maker), hasMaps: site.ground.source != nil)
    },
    Route(
      path: "origins", summary: "How many reports stand behind the stances, and their copies"
    ) { maker, _, _, _ in try maker.originList() },
    Route(path: "origins/{report}", summary: "One report: what each copy kept") {
      maker, _, slug, _ in try maker.origin(slug: slug)
    },
    Route(
      path: "territory", summary: "Who holds what on a day, what changed, what terms would mean",
      parameters: [
        Route.Parameter(name: "date", meaning: "the day of the map"),
        Route.Parameter(name: "since", meaning: "show the change from this day"),
        Route.Parameter(
          name: "term",
          meaning: "lay the terms of this stance on the map; may be given several times"),
      ]
    ) { maker, site, _, query in
      try maker.territory(
        site.ground, on: try Site.day("date", query), since: try Site.day("since", query),
        chosen: query.all("term"))
    },
    Route(
      path: "compare", summary: "Where the parties stood on two days",
      parameters: [
        Route.Parameter(name: "from", meaning: "the earlier day"),
        Route.Parameter(name: "to", meaning: "the later day"),
      ]
    ) { maker, site, _, query in
      let days = maker.snapshot.standing.compactMap(\.said)
      let from = try Site.day("from", query) ?? days.min()
      let to = try Site.day("to", query) ?? days.max()
      func snapshot(_ day: CalendarDate?) throws -> Snapshot? {
        var view = maker.snapshot.view
        view.on = day
        return try day.map { _ in try site.desk.snapshot(view) }
      }
      return maker.compare(
        from: from, to: to, earlier: try snapshot(from), later: try snapshot(to),
        rules: site.desk.rules)
    },
    Route(
      path: "proposals", summary: "Two proposals side by side, issue by issue",
      parameters: [
        Route.Parameter(name: "first", meaning: "the name of the one"),
        Route.Parameter(name: "second", meaning: "the name of the other"),
      ]
    ) { maker, site, _, query in
      try maker.proposals(
        first: query["first"], second: query["second"], rules: site.desk.rules)
    },
    Route(
      path: "search", summary: "Articles and stances that have words",
      parameters: [Route.Parameter(name: "q", meaning: "the words; all must be there")],
      isPublished: false
    ) { maker, _, _, query in try maker.search(query["q"] ?? "") },
    Route(
      path: "sources", summary: "Outlets, and the public data sets with their licences"
    ) { maker, site, _, _ in maker.sources(site.ground.atlas.catalogue.entries) },
    Route(
      path: "review", summary: "What to review next, where reviewers differ, how far they agree",
      isPublished: false
    ) { maker, _, _, _ in try maker.review() },
    Route(path: "add", summary: "Where articles are added", hasView: false, isPublished: false) {
      maker, _, _, _ in maker.add()
    },
    Route(path: "help", summary: "How the pages are read and used", hasView: false) {
      maker, _, _, _ in maker.help()
    },
  ]

  /// Returns the page at `path`, whose parts are given without the site's root; the first page where
  /// there are none.
  ///
  /// - Throws: `PageError`, `DossierError`.
  func page(_ parts: [String], _ query: Query) throws -> Page {
    let parts = parts.isEmpty ? ["state"] : parts
    for route in Self.routes {
      guard let found = route.match(parts) else { continue }
      let view = try ViewQuery(query).view
      let maker = PageMaker(try desk.snapshot(view), issues: desk.issues)
      return try route.make(maker, self, found, query)
    }
    throw PageError(.noPage(path: "/" + parts.joined(separator: "/")))
  }

  /// What a check of a page's view finds.
  func findings(_ maker: PageMaker) throws(DossierError) -> [CheckFinding] {
    try desk.findings(maker.snapshot, ground.atlas)
  }

  /// Makes ready what the first page would else wait for.
  public func warm() throws {
    _ = try findings(PageMaker(try desk.snapshot(View()), issues: desk.issues))
  }

  /// The day that `name` asks for; `nil` if it asks for none.
  static func day(_ name: String, _ query: Query) throws(PageError) -> CalendarDate? {
    guard let text = query[name] else { return nil }
    guard text.utf8.count == 10, let date = CalendarDate(iso: text) else {
      throw PageError(.malformed(name: name, found: text, expected: "a date like 2025-08-22"))
    }
    return date
  }
}
