internal import Dossier
internal import ParleyModel

extension PageMaker {
  /// How many parties have a column; the others are named below.
  private static let mostColumns = 8

  /// The first page: where each party stands on each issue, what moved lately, and what checks of the
  /// record found and nobody took note of.
  ///
  /// - Parameter findings: what a check of the view found.
  func state(
    parties wantedParties: [String] = [], issues wantedIssues: [String] = [],
    findings: [CheckFinding]
  ) -> Page {
    let state = snapshot.state.only(parties: wantedParties, issues: wantedIssues)
    let parties = Array(state.parties.prefix(Self.mostColumns))
    let movements = snapshot.movements
    let confirmed = state.standings.count { $0.stance.isConfirmed }
    let open = openQuestions()
    let found = findings.filter(\.isOpen).sorted {
      ($0.severity, $0.kind.order, $0.id) < ($1.severity, $1.kind.order, $1.id)
    }
    var fields = Fields([
      "schema": .text("parley/page/state/1"),
      "articles": .integer(state.articles), "origins": .integer(state.origins),
      "parties": .list(
        parties.map { party in
          Fields(["name": .text(party), "_to": .text("parties/" + Slug.of(party))])
        }),
      "others": .list(
        state.parties.dropFirst(Self.mostColumns).map { party in
          Fields(["name": .text(party), "_to": .text("parties/" + Slug.of(party))])
        }),
      "groups": .list(
        groups(state.standings.filter { parties.contains($0.party) }, parties: parties)),
      "moved": .list(movements.prefix(8).map { self.fields($0) }),
      "open": .list(open.prefix(8).map { self.fields($0) }),
      "findings": .list(found.prefix(6).map { self.fields($0) }),
      "counts": .fields(
        Fields([
          "articles": .integer(state.articles), "origins": .integer(state.origins),
          "inForce": .integer(state.standings.count), "confirmed": .integer(confirmed),
          "open": .integer(open.count), "findings": .integer(found.count),
          "movements": .integer(movements.count),
        ])),
      "_isEmpty": .flag(state.standings.isEmpty),
      "_hasOthers": .flag(state.parties.count > Self.mostColumns),
      "_columns": .integer(parties.count + 1),
      "_isWide": .flag(parties.count > 4),
      "_rail": .markup(ArrivalRail(snapshot).markup),
    ])
    if let days = state.days {
      fields["from"] = .text(days.lowerBound.description)
      fields["to"] = .text(days.upperBound.description)
    }
    let days = arrivalDays()
    fields["_days"] = .text(days.map(\.description).joined(separator: " "))
    var page = Page(
      "", place: .state, template: "state", title: "State of the talks", fields: fields)
    page.table = CSV(bytes: state.csv)
    return page
  }

  /// Stances in force that need a person: nobody knows who speaks, or reports exclude each other.
  func openQuestions() -> [Standing] {
    snapshot.state.standings.filter { standing in
      !standing.stance.isConfirmed
        && (standing.stance.unresolved != nil || !standing.rivals.isEmpty)
    }
  }

  /// The days on which something became known.
  func arrivalDays() -> [CalendarDate] {
    Set(snapshot.articles.map(\.knownOn)).sorted()
  }

  private func groups(_ standings: [Standing], parties: [String]) -> [Fields] {
    let byIssue = Dictionary(grouping: standings, by: \.issue)
    let codes = byIssue.keys.sorted {
      (issues.order($0), $0.rawValue) < (issues.order($1), $1.rawValue)
    }
    var groups: [(code: String, rows: [Fields])] = []
    for code in codes {
      let found = byIssue[code] ?? []
      let cells = parties.map { party in
        found.first { $0.party == party }.map { fields($0) }
          ?? Fields(["party": .text(party), "stance": .none])
      }
      let row = Fields([
        "issue": .text(code.rawValue), "name": .text(issues.label(code)), "cells": .list(cells),
        "_to": .text("issues/" + Slug.of(code.rawValue)),
      ])
      if groups.last?.code == code.group {
        groups[groups.count - 1].rows.append(row)
      } else {
        groups.append((code.group, [row]))
      }
    }
    return groups.map { group in
      Fields([
        "group": .text(group.code), "name": .text(issues.label(group: group.code)),
        "issues": .list(group.rows),
      ])
    }
  }

  /// What is told of where a party stands.
  func fields(_ standing: Standing) -> Fields {
    var fields = Fields([
      "party": .text(standing.party), "issue": .text(standing.issue.rawValue),
      "since": .text(standing.since?.description),
      "stance": .fields(self.fields(standing.stance)),
      "support": .fields(self.fields(standing.support)),
      "saying": .list(standing.saying.map(\.id)),
      "rivals": .list(standing.rivals.map { self.fields($0) }),
      "movement": .none,
      "_issueName": .text(issues.label(standing.issue)),
      "_issueTo": .text("issues/" + Slug.of(standing.issue.rawValue)),
      "_partyTo": .text("parties/" + Slug.of(standing.party)),
    ])
    if let movement = standing.movement {
      fields["movement"] = .fields(
        Fields([
          "kind": .text(movement.kind.rawValue), "day": .text(movement.day?.description),
          "why": .text(movement.why),
          "_move": movement.kind == .new ? .none : .fields(move(movement.kind)),
        ]))
    }
    return fields
  }
}
