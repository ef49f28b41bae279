internal import Dossier
internal import ParleyModel

/// The state of the talks for a person: a row an issue, a column a party.
struct StateView {
  private static let labelWidth = 22
  private static let leastColumn = 22

  let state: TalksState
  let title: String
  let words: String
  let names: IssueNames
  /// The parties asked for; empty for those with most standings.
  let parties: [String]

  init(
    _ state: TalksState, title: String, words: String, names: IssueNames, parties: [String]
  ) {
    self.state = state
    self.title = title
    self.words = words
    self.names = names
    self.parties = parties
  }

  func write(to sheet: inout Sheet) {
    sheet.line(StyledText(Columns.plain(title), .strong), StyledText("   " + words))
    let confirmed = state.standings.count { $0.stance.isConfirmed }
    sheet.line(
      StyledText(
        [
          counted(state.articles, "article"), counted(state.origins, "original report"),
          "\(counted(state.standings.count, "stance")) in force", "\(confirmed) confirmed",
        ].joined(separator: sheet.signs.dot)))
    guard !state.standings.isEmpty else {
      sheet.gap()
      sheet.line(StyledText("No stance is reported."))
      return
    }
    let room = sheet.terminal.width - Self.labelWidth
    let most = max(1, room / Self.leastColumn)
    let shown = Array(state.parties.prefix(most))
    let width = room / max(1, shown.count)
    sheet.gap()
    sheet.line(
      [StyledText(String(repeating: " ", count: Self.labelWidth))]
        + shown.flatMap { party in heading(party, width) })
    let byIssue = Dictionary(grouping: state.standings) { $0.issue }
    let issues = byIssue.keys.sorted {
      (names.order($0), $0.rawValue) < (names.order($1), $1.rawValue)
    }
    var group = ""
    for issue in issues {
      let standings = byIssue[issue] ?? []
      guard standings.contains(where: { shown.contains($0.party) }) else { continue }
      if issue.group != group {
        group = issue.group
        sheet.line(StyledText(names.label(group: group), .faint))
      }
      write(issue, standings, shown, width, to: &sheet)
    }
    writeLegend(shown, to: &sheet)
  }

  private func heading(_ party: String, _ width: Int) -> [StyledText] {
    let name = Columns.cut(Columns.plain(party).uppercased(), to: width - 2)
    return [
      StyledText(name, .heading),
      StyledText(String(repeating: " ", count: max(0, width - Columns.width(name)))),
    ]
  }

  private func write(
    _ issue: IssueCode, _ standings: [Standing], _ shown: [String], _ width: Int,
    to sheet: inout Sheet
  ) {
    let cells = shown.map { party in
      standings.first { $0.party == party }.map { Cell($0, width: width, signs: sheet.signs) }
    }
    let label = Columns.wrap(names.label(issue), columns: Self.labelWidth - 1, lines: 3)
    let height = max(label.count, cells.map { $0?.lines.count ?? 1 }.max() ?? 1)
    for line in 0..<height {
      var parts = [
        StyledText(
          Columns.pad(line < label.count ? label[line] : "", to: Self.labelWidth))
      ]
      for cell in cells {
        guard let cell else {
          let dash = line == 0 ? sheet.signs.none : ""
          parts.append(StyledText(Columns.pad(dash, to: width)))
          continue
        }
        parts +=
          line < cell.lines.count
          ? cell.lines[line] : [StyledText(String(repeating: " ", count: width))]
      }
      sheet.line(parts)
    }
  }

  private func writeLegend(_ shown: [String], to sheet: inout Sheet) {
    sheet.gap()
    let acts = Act.allCases.map { "\(sheet.signs.sign($0)) \($0.rawValue)" }
    sheet.line(
      StyledText((acts + ["\(sheet.signs.none) none reported"]).joined(separator: "  "), .faint))
    let others = state.parties.filter { !shown.contains($0) }.prefix(40)
    if !others.isEmpty {
      sheet.paragraph(
        "Also with a stance: " + others.map { Columns.plain($0) }.joined(separator: ", ")
          + " (--party NAME shows them).", style: .faint, lines: 3)
    }
  }
}

/// One cell: the act and a few words; the day and what moved; what needs a person.
private struct Cell {
  let lines: [[StyledText]]

  init(_ standing: Standing, width: Int, signs: Signs) {
    let stance = standing.stance
    let words = Columns.wrap(
      Columns.plain(stance.words), columns: width - 4, lines: 2, ellipsis: signs.ellipsis)
    var lines: [[StyledText]] = []
    func add(_ parts: [StyledText]) {
      let used = parts.reduce(0) { $0 + Columns.width($1.text) }
      lines.append(
        parts + [StyledText(String(repeating: " ", count: max(0, width - used)))])
    }
    for (index, line) in words.enumerated() {
      add(
        index == 0
          ? [StyledText(signs.sign(stance.act), .act), StyledText(" " + line)]
          : [StyledText("  " + line)])
    }
    if let condition = standing.terms.condition {
      let text = "if: " + Columns.plain(condition)
      add([
        StyledText("  " + Columns.cut(text, to: width - 4, ellipsis: signs.ellipsis), .faint)
      ])
    }
    let day = stance.said?.description ?? "no date"
    if let movement = standing.movement, movement.kind != .new {
      add([
        StyledText("  \(signs.sign(movement.kind)) \(movement.kind.rawValue) ", .agreement),
        StyledText(day, .faint),
      ])
    } else {
      add([StyledText("  " + day, .faint)])
    }
    if stance.unresolved != nil { add([StyledText("  ? who speaks", .flag)]) }
    if let rival = standing.rivals.first {
      add([StyledText("  ? also reported: \(rival.act.verb)", .flag)])
    }
    self.lines = lines
  }
}

/// Returns a number with its noun.
func counted(_ count: Int, _ noun: String) -> String {
  if count == 1 { return "1 \(noun)" }
  return noun.hasSuffix("y") ? "\(count) \(noun.dropLast())ies" : "\(count) \(noun)s"
}
