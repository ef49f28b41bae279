internal import GRDB
internal import ParleyModel

/// The outlets that articles say they have something from: "Reuters reported".
struct Relays {
  private var counts: [Int64: [String: Int]] = [:]

  /// Takes what the chains of stances and figures name.
  init(_ database: Database) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT t.version, t.chain, v.outlet FROM
          (SELECT version, reading, chain FROM stance UNION ALL
            SELECT version, reading, chain FROM figure) AS t
          JOIN current_reading AS c ON c.reading = t.reading JOIN version AS v ON v.id = t.version
        WHERE t.chain LIKE '%outlet%'
        """)
    while let row = try rows.next() {
      let own = (row[2] as String?)?.lowercased()
      for link in StanceLoader.chain(row[1]) where link.kind == .outlet {
        guard let name = link.name, name.lowercased() != own else { continue }
        counts[row[0], default: [:]][name, default: 0] += 1
      }
    }
  }

  /// The outlets that a version names, with those of its dateline and of the brackets in the name of
  /// its own outlet ("Daily Post (AP)"); most often named first.
  func outlets(of version: Int64, outlet: String?, in article: Article?) -> [String] {
    var counts = counts[version] ?? [:]
    if let article, let range = article.dateline?.outlet {
      let name = article.words(range)
      if name.lowercased() != outlet?.lowercased() { counts[name, default: 0] += 1000 }
    }
    if let outlet, outlet.hasSuffix(")"), let start = outlet.lastIndex(of: "(") {
      counts[String(outlet[outlet.index(after: start)...].dropLast()), default: 0] += 1000
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// The versions that name an outlet.
  var versions: [Int64] { counts.keys.sorted() }
}
