internal import Dossier
internal import ParleyModel

extension PageMaker {
  /// Two proposals side by side, issue by issue.
  ///
  /// - Parameters:
  ///   - first: the name of the one; the second latest of the latest's party unless given.
  ///   - second: the name of the other; the latest unless given.
  ///   - rules: what a move means.
  /// - Throws: `.noSuch` if the view has no such proposal.
  func proposals(first: String?, second: String?, rules: MovementRules) throws(PageError) -> Page {
    let all = Proposal.all(snapshot)
    func named(_ name: String) throws(PageError) -> Proposal {
      guard let found = all.first(where: { $0.name == name }) else {
        throw PageError(.noSuch(what: "proposal", name: name))
      }
      return found
    }
    let later = if let second { try named(second) } else { all.first }
    let earlier =
      if let first {
        try named(first)
      } else {
        all.first { $0.party == later?.party && $0.name != later?.name }
          ?? all.first { $0.name != later?.name }
      }
    let issueCodes = Set(earlier.map { Array($0.stances.keys) } ?? [])
      .union(later.map { Array($0.stances.keys) } ?? [])
      .sorted { (issues.order($0), $0.rawValue) < (issues.order($1), $1.rawValue) }
    var table = CSV(["issue", "kind", "why", "first", "second"])
    var tally: [String: Int] = [:]
    let rows = issueCodes.map { issue in
      let (before, after) = (earlier?.stances[issue], later?.stances[issue])
      let (kind, why) = Self.difference(before, after, rules)
      tally[kind, default: 0] += 1
      table.row([issue.rawValue, kind, why, before?.words, after?.words])
      var row = Fields([
        "issue": .text(issue.rawValue), "kind": .text(kind), "why": .text(why),
        "first": .fields(before.map { fields($0) }),
        "second": .fields(after.map { fields($0) }),
        "_issueName": .text(issues.label(issue)),
        "_issueTo": .text("issues/" + Slug.of(issue.rawValue)),
        "_move": Movement.Kind(rawValue: kind).map { .fields(move($0)) } ?? .none,
      ])
      if let before, let after, before.words != after.words {
        row["_redline"] = .markup(Redline(before.words, after.words).markup)
      }
      return row
    }
    // Those that are compared can be chosen even where they are old.
    let choices = all.enumerated().filter { place, proposal in
      place < Self.listLength || proposal.name == earlier?.name || proposal.name == later?.name
    }.map(\.element)
    return Page(
      "proposals", place: .compare, template: "proposals", title: "Compare two proposals",
      fields: Fields([
        "schema": .text("parley/page/proposals/1"), "count": .integer(all.count),
        "first": .fields(earlier.map { fields($0) }), "second": .fields(later.map { fields($0) }),
        "tally": .list(
          tally.sorted { $0.key < $1.key }.map {
            Fields(["kind": .text($0.key), "count": .integer($0.value)])
          }),
        "rows": .list(rows),
        "proposals": .list(
          choices.map { proposal in
            var fields = self.fields(proposal)
            fields["_isFirst"] = .flag(proposal.name == earlier?.name)
            fields["_isSecond"] = .flag(proposal.name == later?.name)
            return fields
          }),
        "_hasTwo": .flag(earlier != nil && later != nil),
      ]), table: table)
  }

  private func fields(_ proposal: Proposal) -> Fields {
    Fields([
      "name": .text(proposal.name), "party": .text(proposal.party),
      "article": .text(proposal.article), "outlet": .text(proposal.outlet),
      "said": .text(proposal.said?.description), "known": .text(proposal.known.description),
      "issues": .integer(proposal.stances.count),
      "_articleTo": .text("articles/" + Slug.of(proposal.article)),
      "_partyTo": .text("parties/" + Slug.of(proposal.party)),
      "_words": .text(
        "\(proposal.party), \((proposal.said ?? proposal.known).description), "
          + Self.counted(proposal.stances.count, "issue")
          + (proposal.outlet.map { " (\($0))" } ?? "")),
    ])
  }

  /// How one proposal differs from another on an issue.
  private static func difference(_ first: Stance?, _ second: Stance?, _ rules: MovementRules) -> (
    kind: String, why: String
  ) {
    guard let first else { return ("only in the second", "the first says nothing on it") }
    guard let second else { return ("only in the first", "the second says nothing on it") }
    guard first.holder == second.holder else {
      return first.act == second.act
        ? ("both", "the same act, of different parties") : ("both", "different acts")
    }
    guard let move = rules.movement(from: first, to: second) else {
      return ("unchanged", first.words == second.words ? "the same words" : "in other words")
    }
    return (move.kind.rawValue, move.why)
  }
}
