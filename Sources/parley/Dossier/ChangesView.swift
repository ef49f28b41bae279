internal import Dossier
internal import ParleyModel

/// What moved, for a person: by day, with both stances and their words.
struct ChangesView {
  let movements: [Movement]
  let title: String
  let words: String
  let names: IssueNames
  /// How many are shown.
  let most: Int

  init(
    _ movements: [Movement], title: String, words: String, names: IssueNames, most: Int
  ) {
    self.most = most
    self.movements = movements
    self.title = title
    self.words = words
    self.names = names
  }

  func write(to sheet: inout Sheet) {
    sheet.line(
      StyledText("What moved: " + Columns.plain(title), .strong), StyledText("   " + words))
    let counts = Movement.Kind.allCases.compactMap { kind -> String? in
      let count = movements.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(kind.rawValue)"
    }
    sheet.line(StyledText(counts.isEmpty ? "nothing" : counts.joined(separator: sheet.signs.dot)))
    var day: CalendarDate??
    for movement in movements.prefix(most) {
      if day != .some(movement.day) {
        day = .some(movement.day)
        sheet.gap()
        sheet.line(StyledText(movement.day?.description ?? "no date", .heading))
      }
      write(movement, to: &sheet)
    }
    if movements.count > most {
      sheet.gap()
      sheet.line(
        StyledText(
          "\(movements.count - most) earlier ones are not shown (--most 0 shows all)", .faint))
    }
  }

  private func write(_ movement: Movement, to sheet: inout Sheet) {
    sheet.line(
      StyledText(sheet.signs.sign(movement.kind) + " ", .agreement),
      StyledText(Columns.plain(movement.party), .strong),
      StyledText(" \(movement.kind.rawValue): "), StyledText(names.label(movement.issue)))
    if movement.kind == .new {
      if let after = movement.after { line("now", after, to: &sheet) }
      return
    }
    sheet.line(StyledText("    why     ", .faint), StyledText(movement.why))
    if let before = movement.before { line("before", before, to: &sheet) }
    if let after = movement.after { line("now", after, to: &sheet) }
    if let told = movement.told {
      let copies = told.copies.isEmpty ? "" : ", also in \(counted(told.copies.count, "copy"))"
      quote("told", told.words, "\(told.article), \(told.knownOn)\(copies)", to: &sheet)
    }
  }

  private func line(_ label: String, _ stance: Stance, to sheet: inout Sheet) {
    let chain = stance.chain.map { Columns.plain($0.name ?? "unknown") }
      .joined(separator: sheet.signs.link)
    let date = stance.said.map { "\($0), " } ?? ""
    quote(
      label, "\(sheet.signs.sign(stance.act)) \(stance.words)",
      date + (chain.isEmpty ? stance.article : chain), to: &sheet)
  }

  private func quote(_ label: String, _ words: String, _ source: String, to sheet: inout Sheet) {
    let room = sheet.terminal.width - 12
    let lines = Columns.wrap(
      Columns.plain(words), columns: room, lines: 3, ellipsis: sheet.signs.ellipsis)
    for (index, text) in lines.enumerated() {
      sheet.line(
        StyledText("    " + Columns.pad(index == 0 ? label : "", to: 8), .faint), StyledText(text))
    }
    for text in Columns.wrap(source, columns: room, lines: 2, ellipsis: sheet.signs.ellipsis) {
      sheet.line(StyledText(String(repeating: " ", count: 12)), StyledText(text, .source))
    }
  }
}
