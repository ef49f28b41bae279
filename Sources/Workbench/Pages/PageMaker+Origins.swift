internal import Dossier
internal import ParleyModel

extension PageMaker {
  /// How many reports stand behind the stances in force, and which articles are copies of one.
  ///
  /// - Parameter hasDetails: whether there are pages that say what each copy kept.
  /// - Throws: what the dossier throws.
  func originList(hasDetails: Bool = true) throws -> Page {
    let survey = try snapshot.originSurvey()
    let reports = survey.reports.sorted {
      ($1.copies.count, $0.first.article) < ($0.copies.count, $1.first.article)
    }
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
        "reports": .list(reports.map { fields($0, hasDetails: hasDetails) }),
        "relayed": .list(
          survey.relayed.prefix(Self.listLength).map { relayed in
            Fields([
              "outlet": .text(relayed.outlet),
              "articles": .list(relayed.articles.map(\.article)),
              "_articles": .text(Self.counted(relayed.articles.count, "article")),
            ])
          }),
        "claims": .list(claims.prefix(Self.listLength).map { fields($0) }),
        "_hasRelayed": .flag(!survey.relayed.isEmpty),
      ]), table: table)
  }

  private func fields(_ report: OriginReport, hasDetails: Bool) -> Fields {
    let entries = ([report.first] + report.copies.map(\.member)).compactMap {
      snapshot.article(version: $0.version)
    }
    return Fields([
      "first": .fields(entries.first.map { fields($0) }),
      "articles": .list(entries.map { fields($0) }), "outlets": .integer(report.outlets),
      "ground": .text(report.ground.rawValue), "source": .text(report.source),
      "_articles": .text(Self.counted(entries.count, "article")),
      "_detailsTo": hasDetails ? .text("origins/" + Slug.of(report.first.article)) : .none,
    ])
  }

  /// One report and its copies: what each kept.
  ///
  /// - Throws: `.noSuch` if the article is not the first of several; what the dossier throws.
  func origin(slug: String) throws -> Page {
    let reports = try snapshot.originSurvey().reports
    guard let report = reports.first(where: { Slug.of($0.first.article) == slug }),
      let first = snapshot.article(version: report.first.version)
    else { throw PageError(.noSuch(what: "report", name: slug)) }
    let text = try snapshot.dossier.reading(of: first.name, version: first.version).article
    let fates = report.copies.map { Self.fates(of: $0.comparison) }
    let sentences = Set(fates.flatMap(\.keys)).sorted()
    var table = CSV(["sentence"] + report.copies.map(\.member.article))
    for sentence in sentences {
      table.row([text.words(sentence)] + fates.map { $0[sentence]?.rawValue })
    }
    return Page(
      "origins/" + slug, place: .origins, template: "origin", title: first.title ?? first.name,
      fields: Fields([
        "schema": .text("parley/page/origin/1"), "report": .fields(fields(first)),
        "ground": .text(report.ground.rawValue), "source": .text(report.source),
        "copies": .list(
          report.copies.compactMap { copy in
            snapshot.article(version: copy.member.version).map { entry in
              var fields = self.fields(entry)
              fields["added"] = .integer(copy.comparison.added.count)
              fields["_added"] = .text(Self.counted(copy.comparison.added.count, "sentence"))
              return fields
            }
          }),
        "sentences": .list(
          sentences.map { sentence in
            Fields([
              "sentence": .text(
                Self.short(text.words(sentence), words: TextShown.quotedWords)),
              "fates": .list(
                fates.map { fates in
                  let fate = fates[sentence] ?? .dropped
                  return Fields([
                    "fate": .text(fate.rawValue), "_isKept": .flag(fate == .kept),
                    "_isChanged": .flag(fate == .changed),
                  ])
                }),
            ])
          }),
      ]), table: table)
  }

  /// What became of a sentence of a report in a copy.
  private enum Fate: String {
    case kept, changed, dropped
  }

  /// The fate of each sentence of the first.
  private static func fates(of comparison: CopyComparison) -> [ByteRange: Fate] {
    var fates: [ByteRange: Fate] = [:]
    for pair in comparison.pairs { fates[pair.a] = pair.isChanged ? .changed : .kept }
    for range in comparison.dropped { fates[range] = .dropped }
    return fates
  }
}
