internal import ParleyModel

/// The origins of the articles of a view.
public struct OriginSurvey: Sendable {
  /// An outlet that is named in articles of which no copy was found.
  public struct Relayed: Sendable, Hashable {
    /// The outlet.
    public let outlet: String
    /// The articles that say they have something from it, by day of publication and name.
    public let articles: [OriginReport.Member]
  }

  /// Articles that the view shows.
  public let articles: Int
  /// Reports that do not go back to one another.
  public let origins: Int
  /// The pairs of articles that share text.
  public let pairs: [CopyPair]
  /// The reports of which there are copies, by day of the first and its name.
  public let reports: [OriginReport]
  /// What else is told on the word of other outlets.
  public let relayed: [Relayed]
  /// The names of the articles by version.
  public let names: [Int64: String]
}

extension Dossier {
  /// Returns which articles of a view go back to one report, which is likely the first, and what each
  /// copy made of it.
  ///
  /// - Parameter article: asks for one article's report only; `nil` for all.
  /// - Throws: `.noSuch` if there is no such article in the view.
  public func originSurvey(_ view: View = View(), article: String? = nil) throws(DossierError)
    -> OriginSurvey
  {
    var reports: [OriginReport] = []
    let (groups, members) = try eachReport(view, article: article) { report, _ in
      reports.append(report)
    }
    let inReports = Set(reports.flatMap { [$0.first.version] + $0.copies.map(\.member.version) })
    var relayed: [String: [OriginReport.Member]] = [:]
    for member in members.values where !inReports.contains(member.version) {
      guard article == nil || member.article == article else { continue }
      for outlet in member.relays { relayed[outlet, default: []].append(member) }
    }
    return OriginSurvey(
      articles: groups.versionCount, origins: groups.count, pairs: groups.pairs,
      reports: reports.sorted {
        ($0.first.published?.dayNumber ?? Int.max, $0.first.article)
          < ($1.first.published?.dayNumber ?? Int.max, $1.first.article)
      },
      relayed: relayed.map { outlet, members in
        OriginSurvey.Relayed(
          outlet: outlet,
          articles: members.sorted {
            ($0.published?.dayNumber ?? Int.max, $0.article)
              < ($1.published?.dayNumber ?? Int.max, $1.article)
          })
      }.sorted { ($1.articles.count, $0.outlet) < ($0.articles.count, $1.outlet) },
      names: members.mapValues(\.article))
  }

  /// Calls `body` with each report of which there are copies, and the readings of its articles by
  /// version; one report's readings are in memory at a time.
  ///
  /// - Returns: the groups, and what is known of each version of the view.
  @discardableResult
  func eachReport(
    _ view: View, article: String? = nil,
    _ body: (OriginReport, [Int64: ArticleReading]) throws -> Void
  ) throws(DossierError) -> (groups: OriginGroups, members: [Int64: OriginReport.Member]) {
    let groups = try origins(view)
    let path = path
    return try read { database in
      let versions = try VisibleVersions(database, view: view)
      let relays = try Relays(database)
      var members: [Int64: OriginReport.Member] = [:]
      for (version, facts) in versions.facts {
        members[version] = OriginReport.Member(
          article: facts.article, version: version, outlet: facts.outlet,
          published: facts.published, words: 0,
          relays: relays.outlets(of: version, outlet: facts.outlet, in: nil))
      }
      let wanted = article.flatMap { name in members.values.first { $0.article == name }?.version }
      if let article, wanted == nil {
        throw DossierError(.noSuch(what: "article", name: article), path: path)
      }
      for group in groups.copies {
        if let wanted, !group.contains(wanted) { continue }
        var readings: [Int64: ArticleReading] = [:]
        for version in group {
          readings[version] = try Document.current(of: version, in: database, path: path)
        }
        let full = group.compactMap { version -> OriginReport.Member? in
          guard let member = members[version], let text = readings[version]?.article else {
            return nil
          }
          return OriginReport.Member(
            article: member.article, version: version, outlet: member.outlet,
            published: member.published, words: ArticleWords(text).all.count,
            relays: relays.outlets(of: version, outlet: member.outlet, in: text))
        }
        if let report = OriginReport(full, articles: readings.mapValues(\.article)) {
          try body(report, readings)
        }
      }
      return (groups, members)
    }
  }
}
