internal import Dossier
internal import ParleyModel

extension PageMaker {
  /// How many stances are put forward for review.
  private static let suggestions = 50

  /// What to review next, where reviewers differ, and how far they agree.
  ///
  /// - Throws: what the dossier throws.
  func review() throws -> Page {
    let log = try snapshot.dossier.reviewLog()
    let open = uncertain()
    let disputed = self.disputed
    let agreements = Agreement.all(log)
    let counts = Dictionary(grouping: log, by: \.by)
    var table = CSV(Self.stanceColumns)
    for stance in open { table.row(Self.row(stance)) }
    let contents = Fields([
      "schema": .text("parley/page/review/1"),
      "counts": .fields(
        Fields([
          "stances": .integer(snapshot.stances.count),
          "reviewed": .integer(snapshot.stances.count { $0.review != nil }),
          "open": .integer(open.count), "disputed": .integer(disputed.count),
        ])),
      "reviewers": .list(
        counts.sorted { $0.key < $1.key }.map { name, entries in
          Fields(["by": .text(name), "reviews": .integer(entries.count)])
        }),
      "agreement": .list(
        agreements.map { agreement in
          Fields([
            "first": .text(agreement.first), "second": .text(agreement.second),
            "both": .integer(agreement.both), "same": .integer(agreement.same),
            "kappa": agreement.kappa.map { .number(Self.hundredths($0)) } ?? .none,
            "spanF1": agreement.spanF1.map { .number(Self.hundredths($0)) } ?? .none,
          ])
        }),
      "disputed": .list(try disputed.map { try difference($0) }),
      "suggestions": .list(open.prefix(Self.suggestions).map { fields($0) }),
      "_hasAgreement": .flag(!agreements.isEmpty), "_isDisputed": .flag(!disputed.isEmpty),
    ])
    return Page(
      "review", place: .review, template: "review", title: "Review", fields: contents, table: table)
  }

  /// The stances that nobody looked at, the most uncertain first.
  ///
  /// A reader that is half sure is most uncertain; an unknown speaker counts as a quarter more.
  func uncertain() -> [Stance] {
    func doubt(_ stance: Stance) -> Double {
      1 - abs(2 * stance.confidence - 1) + (stance.unresolved != nil ? 0.25 : 0)
    }
    return snapshot.stances.filter { $0.review == nil }.sorted {
      (doubt($1), $0.article, $0.range, $0.id) < (doubt($0), $1.article, $1.range, $1.id)
    }
  }

  private static func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
