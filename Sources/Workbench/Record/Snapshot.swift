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
  /// The stances of the view; those that a person rejected are among them, marked.
  public let stances: [Stance]
  /// The stances that stand and speak of the day looked at or an earlier one: those that nobody
  /// rejected.
  public let standing: [Stance]
  /// Where each party stands.
  public let state: TalksState
  /// What moved, the latest first.
  public let movements: [Movement]
  /// All parties that hold a stance, the one with the most first.
  public let parties: [String]
  /// Which articles go back to one report.
  public let origins: OriginGroups

  /// The place in ``articles`` of each slug.
  private let placeOfSlug: [String: Int]
  /// The place in ``articles`` of each name.
  private let placeOfName: [String: Int]
  /// The place in ``articles`` of each version.
  private let placeOfVersion: [Int64: Int]
  /// The places in ``stances`` of each version.
  private let stancesOfVersion: [Int64: [Int]]
  /// The places in ``articles`` of each group of copies.
  private let placesOfGroup: [Int64: [Int]]

  /// Reads a view of the record.
  public init(_ dossier: Dossier, view: View, rules: MovementRules) throws(DossierError) {
    self.dossier = dossier
    self.view = view
    revision = try dossier.revision()
    title = try dossier.title()
    articles = try dossier.articles(view, retracted: true)
    stances = try dossier.stances(view, rejected: true)
    standing = stances.filter { stance in
      guard stance.review?.verdict != .reject else { return false }
      guard let on = view.on, let said = stance.said else { return true }
      return said <= on
    }
    parties = Dictionary(grouping: standing, by: \.holder).sorted {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }.map(\.key)
    state = try dossier.state(view, rules: rules)
    movements = try dossier.changes(view, rules: rules)
    origins = try dossier.origins(view)
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
    ) { [articles, origins] in origins.group(of: articles[$0].version) }
    stancesOfVersion = Dictionary(grouping: stances.indices) { [stances] in stances[$0].version }
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

  /// The other articles that go back to the same report as `entry`.
  public func copies(of entry: ArticleEntry) -> [ArticleEntry] {
    (placesOfGroup[origins.group(of: entry.version)] ?? []).map { articles[$0] }
      .filter { $0.version != entry.version }
  }
}
