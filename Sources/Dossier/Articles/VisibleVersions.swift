internal import GRDB
internal import ParleyModel

/// The versions of articles that a view shows: of each article the latest that is not retracted.
struct VisibleVersions {
  /// What is known of a version.
  struct Facts {
    let article: String
    let outlet: String?
    let published: CalendarDate?
    let received: Timestamp

    /// The day by which the public knew it.
    var knownOn: CalendarDate { published ?? received.date }
  }

  /// The facts by version.
  private(set) var facts: [Int64: Facts] = [:]
  /// The version shown of each article.
  let byArticle: [Int64: Int64]

  init(_ database: Database, view: View) throws {
    var latest: [Int64: (version: Int64, order: (Int, Int, String))] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT v.id, v.article, a.name, v.outlet, v.published, v.received, v.original
        FROM version AS v JOIN article AS a ON a.id = v.article
        WHERE v.id NOT IN (\(Self.retracted))
        """)
    while let row = try rows.next() {
      let published = (row[4] as String?).flatMap { CalendarDate(iso: $0) }
      guard let received = Timestamp(row[5] as String),
        view.shows(published: published, received: received)
      else { continue }
      let version: Int64 = row[0]
      let article: Int64 = row[1]
      // The same whatever the order in which the versions came in.
      let order = (received.seconds, published?.dayNumber ?? 0, row[6] as String)
      if let other = latest[article] {
        if other.order > order { continue }
        facts[other.version] = nil
      }
      latest[article] = (version, order)
      facts[version] = Facts(
        article: row[2], outlet: row[3], published: published, received: received)
    }
    byArticle = latest.mapValues(\.version)
  }

  /// A query for the versions that are retracted.
  static let retracted = """
    SELECT version FROM retraction WHERE lifted IS NULL
      AND id NOT IN (SELECT lifted FROM retraction WHERE lifted IS NOT NULL)
    """
}
