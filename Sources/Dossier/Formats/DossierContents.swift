internal import GRDB

/// Everything that a dossier holds in a view, loaded once for an export.
struct DossierContents {
  let title: String
  let view: View
  let articles: [ArticleEntry]
  /// The stances, those that a person rejected among them, marked.
  let stances: [Stance]
  let figures: [FigureEntry]
  let reviews: [ReviewLine]
  let parties: [PartyRecord]
  let names: [PartyAlias]
  let origins: OriginGroups
  /// The reader of each version's current reading.
  let readers: [Int64: String]

  init(_ dossier: Dossier, view: View) throws(DossierError) {
    title = try dossier.title()
    self.view = view
    articles = try dossier.articles(view, retracted: false)
    stances = try dossier.stances(view, rejected: true).filter { stance in
      guard let on = view.on, let said = stance.said else { return true }
      return said <= on
    }
    figures = try dossier.figures(view)
    reviews = try dossier.reviewHistory()
    parties = try dossier.partyRecords()
    names = try dossier.partyAliases()
    origins = try dossier.origins(view)
    readers = try dossier.read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT c.version, r.reader FROM current_reading AS c JOIN reading AS r ON r.id = c.reading
          """)
      return Dictionary(
        rows.map { ($0[0] as Int64, $0[1] as String) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The stances that nobody rejected.
  var standing: [Stance] { stances.filter { $0.review?.verdict != .reject } }

  /// The article that stands for the report which others go back to; itself if none does.
  func origin(of article: ArticleEntry) -> String {
    let group = origins.group(of: article.version)
    return articles.first { $0.version == group }?.name ?? article.name
  }
}
