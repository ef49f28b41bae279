internal import ParleyModel

extension ReadingView {
  /// Writes who wants what: by party, with the chain under the stances that rest on it.
  func writeStances(to sheet: inout Sheet) {
    guard !reading.positions.isEmpty else { return }
    sheet.gap()
    sheet.line(StyledText("STANCES", .heading))
    var holders: [String] = []
    for position in reading.positions where !holders.contains(position.holder) {
      holders.append(position.holder)
    }
    for holder in holders {
      sheet.line(StyledText(Columns.plain(holder), .strong))
      let positions = reading.positions.filter { $0.holder == holder }
      for (index, position) in positions.enumerated() {
        write(position, to: &sheet)
        let next = index + 1 < positions.count ? positions[index + 1] : nil
        if next?.attribution != position.attribution || next?.addressee != position.addressee {
          writeWord(of: position, to: &sheet)
        }
      }
    }
  }

  private func write(_ position: Position, to sheet: inout Sheet) {
    let code = position.issue.rawValue
    let room = sheet.terminal.width - 14 - Columns.width(code) - 5
    let lines = Columns.wrap(
      words([position.evidence]), columns: room, lines: 2, ellipsis: sheet.signs.ellipsis)
    for (index, line) in lines.enumerated() {
      guard index == 0 else {
        sheet.line(StyledText(String(repeating: " ", count: 14) + line))
        continue
      }
      sheet.line(
        StyledText("  "), StyledText(sheet.signs.sign(position.act), .act), StyledText(" "),
        StyledText(Columns.pad(position.act.verb, to: 10)), StyledText(Columns.pad(line, to: room)),
        StyledText(" " + code), address(position.evidence))
    }
    if let condition = position.condition {
      note("condition", "\"" + words([condition]) + "\"", to: &sheet)
    }
    switch (position.status, position.asOf) {
    case (.past, let date?): note("then", date, to: &sheet)
    case (.past, nil): note("then", "an earlier stance", to: &sheet)
    case (.current, let date?): note("as of", date, to: &sheet)
    case (.current, nil): break
    }
    if let seen = seen(by: position.readers) { note("seen by", seen, to: &sheet) }
  }

  /// Writes to whom a stance is put and on whose word it is known.
  private func writeWord(of position: Position, to sheet: inout Sheet) {
    let addressee = position.addressee.map { "to " + Columns.plain($0) }
    if let index = position.attribution, reading.attributions.indices.contains(index) {
      write(
        chain: reading.attributions[index], indent: 6, prefix: addressee.map { $0 + ": " } ?? "",
        to: &sheet)
    } else if let addressee {
      sheet.line(StyledText("      " + addressee))
    }
  }

  /// Writes one more fact under a stance or a figure.
  func note(_ label: String, _ text: String, to sheet: inout Sheet) {
    sheet.line(
      StyledText("      " + Columns.pad(label, to: 16), .faint),
      StyledText(
        Columns.cut(text, to: sheet.terminal.width - 22, ellipsis: sheet.signs.ellipsis)))
  }
}
