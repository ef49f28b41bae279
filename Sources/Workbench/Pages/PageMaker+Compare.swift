internal import Dossier
internal import ParleyModel

extension PageMaker {
  /// Where the parties stood on two days, the later as a correction of the earlier.
  ///
  /// - Parameters:
  ///   - earlier: the record as of the earlier day; `nil` if there is nothing to compare.
  ///   - rules: what a move means.
  func compare(
    from: CalendarDate?, to: CalendarDate?, earlier: Snapshot?, later: Snapshot?,
    rules: MovementRules
  ) -> Page {
    struct Key: Hashable {
      let party: String
      let issue: IssueCode
    }
    func standings(_ snapshot: Snapshot?) -> [Key: Standing] {
      Dictionary(
        (snapshot?.state.standings ?? []).map { (Key(party: $0.party, issue: $0.issue), $0) },
        uniquingKeysWith: { first, _ in first })
    }
    let old = standings(earlier)
    let new = standings(later)
    let keys = Set(old.keys).union(new.keys).sorted {
      (issues.order($0.issue), $0.issue.rawValue, $0.party)
        < (issues.order($1.issue), $1.issue.rawValue, $1.party)
    }
    var tally: [String: Int] = [:]
    var table = CSV(["issue", "party", "kind", "why", "before", "after"])
    let rows = keys.map { key in
      let (before, after) = (old[key]?.stance, new[key]?.stance)
      let (kind, why) = Self.difference(before, after, rules)
      tally[kind, default: 0] += 1
      table.row([key.issue.rawValue, key.party, kind, why, before?.words, after?.words])
      var row = Fields([
        "issue": .text(key.issue.rawValue), "party": .text(key.party), "kind": .text(kind),
        "why": .text(why), "before": .fields(before.map { fields($0) }),
        "after": .fields(after.map { fields($0) }),
        "_issueName": .text(issues.label(key.issue)),
        "_issueTo": .text("issues/" + Slug.of(key.issue.rawValue)),
        "_partyTo": .text("parties/" + Slug.of(key.party)),
        "_move": Movement.Kind(rawValue: kind).map { .fields(move($0)) } ?? .none,
        "_isUnchanged": .flag(kind == "unchanged"),
      ])
      if let before, let after, before.words != after.words {
        row["_redline"] = .markup(Redline(before.words, after.words).markup)
      }
      return row
    }
    let order = ["softened", "hardened", "changed", "new", "dropped", "unchanged"]
    return Page(
      "compare", place: .compare, template: "compare", title: "Compare two days",
      fields: Fields([
        "schema": .text("parley/page/compare/1"), "from": .text(from?.description),
        "to": .text(to?.description),
        "tally": .list(
          order.compactMap { kind in
            tally[kind].map { Fields(["kind": .text(kind), "count": .integer($0)]) }
          }),
        "rows": .list(rows),
      ]), table: table)
  }

  private static func difference(_ before: Stance?, _ after: Stance?, _ rules: MovementRules) -> (
    kind: String, why: String
  ) {
    guard let before else { return ("new", "no stance was reported by the earlier day") }
    guard let after else { return ("dropped", "no stance is in force on the later day") }
    guard let move = rules.movement(from: before, to: after) else {
      return ("unchanged", before.words == after.words ? "the same words" : "in other words")
    }
    return (move.kind.rawValue, move.why)
  }
}
