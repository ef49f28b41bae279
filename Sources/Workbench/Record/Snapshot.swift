public import Dossier
internal import ParleyModel

/// All that pages of one view are made from, read once from one state of the record.
public struct Snapshot: Sendable {
  /// The dossier.
  public let dossier: Dossier
  /// Which state of the record this is.
  public let revision: String
  /// The title of the dossier.
  public let title: String
  /// What is looked at.
  public let view: View
  /// The articles of the view, by day of publication; retracted ones are among them, marked.
  public let articles: [ArticleEntry]
  /// What the view shows of the stances, as the dossier gave it.
  let overview: TalksOverview
  /// All parties that hold a stance, the one with the most first.
  public let parties: [String]

  private let survey = Kept<OriginSurvey>()
  /// What a check of the view finds, once somebody asked for it.
  let findings = Kept<[CheckFinding]>()
  /// The place in ``articles`` of each slug.
  private let placeOfSlug: [String: Int]
  /// The place in ``articles`` of each name.
  private let placeOfName: [String: Int]
  /// The place in ``articles`` of each version.
  private let placeOfVersion: [Int64: Int]
  /// The places in ``stances`` of each version.
  private let stancesOfVersion: [Int64: [Int]]
  /// The places in ``standing`` of each party's and each issue's slug.
  private let standingOfParty: [String: [Int]]
  private let standingOfIssue: [String: [Int]]
  /// The places in ``articles`` of each group of copies.
  private let placesOfGroup: [Int64: [Int]]

  /// Reads a view of the record.
  public init(_ dossier: Dossier, view: View, rules: MovementRules) throws(DossierError) {
    self.dossier = dossier
    self.view = view
    revision = try dossier.revision()
    title = try dossier.title()
    articles = try dossier.articles(view, retracted: true)
    overview = try dossier.overview(view, rules: rules)
    let places = overview.standing.indices
    let byParty = Dictionary(grouping: places) { [overview] in overview.standing[$0].holder }
    let byIssue = Dictionary(grouping: places) { [overview] in overview.standing[$0].issue }
    parties = byParty.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.key)
    standingOfParty = Dictionary(
      byParty.map { (Slug.of($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    standingOfIssue = Dictionary(
      byIssue.map { (Slug.of($0.key.rawValue), $0.value) }, uniquingKeysWith: { first, _ in first })
    placeOfSlug = Dictionary(
      articles.enumerated().map { (Slug.of($0.element.name), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    placeOfName = Dictionary(
      articles.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    placeOfVersion = Dictionary(
      articles.enumerated().map { ($0.element.version, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    placesOfGroup = Dictionary(
      grouping: articles.indices.filter { [articles] in articles[$0].retracted == nil }
    ) { [articles, overview] in overview.origins.group(of: articles[$0].version) }
    stancesOfVersion = Dictionary(grouping: overview.stances.indices) { [overview] in
      overview.stances[$0].version
    }
  }

  /// The stances of the view; those that a person rejected are among them, marked.
  public var stances: [Stance] { overview.stances }
  /// The stances that stand and speak of the day looked at or an earlier one: those that nobody
  /// rejected.
  public var standing: [Stance] { overview.standing }
  /// Where each party stands.
  public var state: TalksState { overview.state }
  /// What moved, the latest first.
  public var movements: [Movement] { overview.movements }
  /// Which articles go back to one report.
  public var origins: OriginGroups { overview.origins }

  /// The reports of which there are copies, and what each copy made of them; made when it is first
  /// asked for.
  func originSurvey() throws(DossierError) -> OriginSurvey {
    try survey.value { () throws(DossierError) in try dossier.originSurvey(view) }
  }

  /// The article whose slug is `slug`; `nil` if the view has none.
  public func article(slug: String) -> ArticleEntry? { placeOfSlug[slug].map { articles[$0] } }

  /// The article named `name`; `nil` if the view has none.
  public func article(named name: String) -> ArticleEntry? {
    placeOfName[name].map { articles[$0] }
  }

  /// The place of the article named `name` in ``articles``; `nil` if the view has none.
  public func place(of name: String) -> Int? { placeOfName[name] }

  /// The article of a version; `nil` if the view does not show it.
  public func article(version: Int64) -> ArticleEntry? {
    placeOfVersion[version].map { articles[$0] }
  }

  /// The stances of one version, in the order of its text.
  public func stances(of version: Int64) -> [Stance] {
    (stancesOfVersion[version] ?? []).map { stances[$0] }
  }

  /// The stances that stand of the party whose slug is `slug`.
  func standing(party slug: String) -> [Stance] {
    (standingOfParty[slug] ?? []).map { overview.standing[$0] }
  }

  /// The stances that stand on the issue whose slug is `slug`.
  func standing(issue slug: String) -> [Stance] {
    (standingOfIssue[slug] ?? []).map { overview.standing[$0] }
  }

  /// The other articles that go back to the same report as `entry`.
  public func copies(of entry: ArticleEntry) -> [ArticleEntry] {
    (placesOfGroup[origins.group(of: entry.version)] ?? []).map { articles[$0] }
      .filter { $0.version != entry.version }
  }
}
