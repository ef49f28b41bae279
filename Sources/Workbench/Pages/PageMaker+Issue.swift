internal import Dossier
internal import ParleyModel

extension PageMaker {
  /// All issues on which there is a stance.
  func issueList() -> Page {
    let byIssue = Dictionary(grouping: snapshot.standing, by: \.issue)
    let codes = byIssue.keys.sorted {
      (issues.order($0), $0.rawValue) < (issues.order($1), $1.rawValue)
    }
    var table = CSV(["issue", "name", "stances", "parties", "last said"])
    let rows = codes.map { code in
      let stances = byIssue[code] ?? []
      let parties = Set(stances.map(\.holder)).sorted()
      let last = stances.compactMap(\.said).max()
      table.row([
        code.rawValue, issues.label(code), String(stances.count), parties.joined(separator: "; "),
        last?.description,
      ])
      return Fields([
        "issue": .text(code.rawValue), "name": .text(issues.label(code)),
        "group": .text(issues.label(group: code.group)), "stances": .integer(stances.count),
        "parties": .list(parties), "last": .text(last?.description),
        "_parties": .text(parties.joined(separator: ", ")),
        "_to": .text("issues/" + Slug.of(code.rawValue)),
      ])
    }
    return Page(
      "issues", place: .issues, template: "issues", title: "Issues",
      fields: Fields(["schema": .text("parley/page/issues/1"), "issues": .list(rows)]),
      table: table)
  }

  /// One issue over time: every stance, what moved, and where each party stands.
  ///
  /// - Throws: `.noSuch` if the view has no stance on it.
  func issue(slug: String) throws(PageError) -> Page {
    let stances = snapshot.standing(issue: slug)
    guard let code = stances.first?.issue else {
      throw PageError(.noSuch(what: "issue", name: slug))
    }
    let standings = snapshot.state.standings.filter { $0.issue == code }
    let movements = snapshot.movements.filter { $0.issue == code }
    let byDay = stances.sorted {
      ($0.said?.dayNumber ?? Int.min, $0.article, $0.range, $0.id)
        < ($1.said?.dayNumber ?? Int.min, $1.article, $1.range, $1.id)
    }
    var table = CSV(Self.stanceColumns)
    for stance in byDay { table.row(Self.row(stance)) }
    let parties = Set(stances.map(\.holder)).sorted()
    return Page(
      "issues/" + slug, place: .issues, template: "issue", title: issues.label(code),
      fields: Fields([
        "schema": .text("parley/page/issue/1"), "issue": .text(code.rawValue),
        "name": .text(issues.label(code)), "group": .text(issues.label(group: code.group)),
        "standings": .list(standings.map { fields($0) }),
        "movements": .list(movements.prefix(Self.listLength).map { fields($0) }),
        "count": .integer(byDay.count),
        "stances": .list(byDay.suffix(Self.listLength).map { fields($0) }),
        "_isCut": .flag(byDay.count > Self.listLength),
        "_stances": .text(Self.counted(stances.count, "reported stance")),
        "_parties": .text(
          parties.count == 1 ? "one party" : "\(parties.count) parties"),
        "_timeline": .markup(StanceTimeline(Array(byDay.suffix(Self.listLength))).markup),
      ]), table: table)
  }

  /// All parties that hold a stance.
  func partyList() -> Page {
    let byParty = Dictionary(grouping: snapshot.standing, by: \.holder)
    var table = CSV(["party", "stances", "issues", "last said"])
    let rows = snapshot.parties.map { party in
      let stances = byParty[party] ?? []
      let issueCount = Set(stances.map(\.issue)).count
      let last = stances.compactMap(\.said).max()
      table.row([party, String(stances.count), String(issueCount), last?.description])
      return Fields([
        "party": .text(party), "stances": .integer(stances.count),
        "issues": .integer(issueCount), "last": .text(last?.description),
        "_to": .text("parties/" + Slug.of(party)),
      ])
    }
    return Page(
      "parties", place: .parties, template: "parties", title: "Parties",
      fields: Fields(["schema": .text("parley/page/parties/1"), "parties": .list(rows)]),
      table: table)
  }

  /// One party: where it stands on each issue, what moved, and all that it is reported to want.
  ///
  /// - Throws: `.noSuch` if it holds no stance in the view.
  func party(slug: String) throws(PageError) -> Page {
    let stances = snapshot.standing(party: slug)
    guard let party = stances.first?.holder else {
      throw PageError(.noSuch(what: "party", name: slug))
    }
    let standings = snapshot.state.standings.filter { $0.party == party }.sorted {
      (issues.order($0.issue), $0.issue.rawValue) < (issues.order($1.issue), $1.issue.rawValue)
    }
    let movements = snapshot.movements.filter { $0.party == party }
    var table = CSV(Self.stanceColumns)
    for stance in stances { table.row(Self.row(stance)) }
    return Page(
      "parties/" + slug, place: .parties, template: "party", title: party,
      fields: Fields([
        "schema": .text("parley/page/party/1"), "party": .text(party),
        "standings": .list(standings.map { fields($0) }),
        "movements": .list(movements.prefix(Self.listLength).map { fields($0) }),
        "count": .integer(stances.count),
        "stances": .list(stances.suffix(Self.listLength).map { fields($0) }),
        "_isCut": .flag(stances.count > Self.listLength),
        "_stances": .text(Self.counted(stances.count, "reported stance")),
        "_issues": .text(Self.counted(standings.count, "issue")),
      ]), table: table)
  }

  /// What moved, by day.
  func changes() -> Page {
    var days: [(day: CalendarDate?, moves: [Movement])] = []
    for movement in snapshot.movements.prefix(2 * Self.listLength) {
      if let last = days.last, last.day == movement.day {
        days[days.count - 1].moves.append(movement)
      } else {
        days.append((movement.day, [movement]))
      }
    }
    var table = CSV([
      "day", "party", "kind", "issue", "why", "ground", "before", "after", "told", "article",
    ])
    for movement in snapshot.movements {
      table.row([
        movement.day?.description, movement.party, movement.kind.rawValue,
        movement.issue.rawValue, movement.why, movement.ground.rawValue, movement.before?.words,
        movement.after?.words, movement.told?.words,
        movement.after?.article ?? movement.told?.article,
      ])
    }
    return Page(
      "changes", place: .changes, template: "changes", title: "What moved",
      fields: Fields([
        "schema": .text("parley/page/changes/1"), "count": .integer(snapshot.movements.count),
        "_isCut": .flag(snapshot.movements.count > 2 * Self.listLength),
        "days": .list(
          days.map { day in
            Fields([
              "day": .text(day.day?.description),
              "changes": .list(day.moves.map { fields($0) }),
            ])
          }),
      ]), table: table)
  }
}
