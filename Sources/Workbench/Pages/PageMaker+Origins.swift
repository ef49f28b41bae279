internal import Dossier
internal import ParleyModel

extension PageMaker {
  /// How many reports stand behind the stances in force, and which articles are copies of one.
  ///
  /// - Parameter hasDetails: whether there are pages that say what each copy kept.
  func originList(hasDetails: Bool = true) -> Page {
    let groups = copyGroups()
    var table = CSV(["party", "issue", "words", "origins", "outlets", "articles"])
    let claims = snapshot.state.standings.sorted {
      ($1.support.outlets, $0.support.origins, $0.party, $0.issue.rawValue)
        < ($0.support.outlets, $1.support.origins, $1.party, $1.issue.rawValue)
    }
    for claim in claims {
      table.row([
        claim.party, claim.issue.rawValue, claim.stance.words, String(claim.support.origins),
        String(claim.support.outlets), String(claim.support.articles),
      ])
    }
    return Page(
      "origins", place: .origins, template: "origins", title: "Origins",
      fields: Fields([
        "schema": .text("parley/page/origins/1"),
        "reports": .list(
          groups.map { group in
            Fields([
              "first": .fields(fields(group[0])), "articles": .list(group.map { fields($0) }),
              "outlets": .integer(Set(group.map { $0.outlet ?? $0.name }).count),
              "_articles": .text(Self.counted(group.count, "article")),
              "_detailsTo": hasDetails ? .text("origins/" + Slug.of(group[0].name)) : .none,
            ])
          }),
        "claims": .list(claims.prefix(Self.listLength).map { fields($0) }),
      ]), table: table)
  }

  /// One report and its copies: what each kept.
  ///
  /// - Throws: `.noSuch` if the article is not the first of several.
  func origin(slug: String) throws -> Page {
    guard let group = copyGroups().first(where: { Slug.of($0[0].name) == slug }) else {
      throw PageError(.noSuch(what: "report", name: slug))
    }
    let texts = try group.map { entry in
      try snapshot.dossier.reading(of: entry.name, version: entry.version).article
    }
    let compared = CopiedSentences(texts[0], copies: Array(texts.dropFirst()))
    var table = CSV(["sentence"] + group.dropFirst().map(\.name))
    for row in compared.rows { table.row([row.sentence] + row.fates.map(\.rawValue)) }
    return Page(
      "origins/" + slug, place: .origins, template: "origin",
      title: group[0].title ?? group[0].name,
      fields: Fields([
        "schema": .text("parley/page/origin/1"), "report": .fields(fields(group[0])),
        "copies": .list(group.dropFirst().map { fields($0) }),
        "sentences": .list(
          compared.rows.map { row in
            Fields([
              "sentence": .text(Self.short(row.sentence, words: TextShown.quotedWords)),
              "fates": .list(
                row.fates.map { fate in
                  Fields([
                    "fate": .text(fate.rawValue), "_isKept": .flag(fate == .kept),
                    "_isChanged": .flag(fate == .changed),
                  ])
                }),
            ])
          }),
      ]), table: table)
  }

  /// The groups of articles that go back to one report, each with the earliest first.
  func copyGroups() -> [[ArticleEntry]] {
    snapshot.origins.copies.map { versions in
      versions.compactMap { snapshot.article(version: $0) }.sorted {
        ($0.published?.dayNumber ?? Int.max, -$0.words, $0.name)
          < ($1.published?.dayNumber ?? Int.max, -$1.words, $1.name)
      }
    }.filter { $0.count > 1 }.sorted { ($1.count, $0[0].name) < ($0.count, $1[0].name) }
  }
}
