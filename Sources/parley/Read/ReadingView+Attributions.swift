internal import ParleyModel

extension ReadingView {
  private static let cueWidth = 13

  /// Writes who says what: one heading for neighbours on the same word, then cue, content and
  /// paragraph.
  func writeAttributions(to sheet: inout Sheet) {
    guard !reading.attributions.isEmpty else { return }
    sheet.gap()
    sheet.line(StyledText("ATTRIBUTIONS", .heading))
    var shown: Attribution?
    for attribution in reading.attributions {
      if shown.map({ !Self.sameWord($0, attribution) }) ?? true {
        write(chain: attribution, indent: 0, to: &sheet)
        writeNotes(attribution, to: &sheet)
      }
      shown = attribution
      write(content: attribution, to: &sheet)
    }
  }

  /// Whether two attributions rest on the word of the same speaker by the same way.
  private static func sameWord(_ a: Attribution, _ b: Attribution) -> Bool {
    a.speaker == b.speaker && a.sourceType == b.sourceType && a.unnamed == b.unnamed
      && a.chain.map(\.name) == b.chain.map(\.name)
  }

  /// Writes the chain of an attribution, outlet first, the speaker last and marked.
  func write(
    chain attribution: Attribution, indent: Int, prefix: String = "", to sheet: inout Sheet
  ) {
    var links = attribution.chain.dropLast().map { link in
      Columns.plain(link.name ?? "unknown")
    }
    links.append("")
    let before = prefix + links.joined(separator: sheet.signs.link)
    let (last, style) = speaker(attribution)
    let room = sheet.terminal.width - indent - Columns.width(before)
    let margin = StyledText(String(repeating: " ", count: indent))
    if Columns.width(last) <= room {
      sheet.line(margin, StyledText(before), StyledText(last, style))
    } else {
      if !before.isEmpty { sheet.line(margin, StyledText(before)) }
      sheet.paragraph(last, indent: indent + 2, style: style, lines: 2)
    }
  }

  private func speaker(_ attribution: Attribution) -> (String, Style) {
    switch attribution.speaker {
    case .narrator: ("the article itself", .source)
    case .unresolved: ("speaker unknown", .flag)
    case .known(let name):
      (
        Columns.plain(attribution.chain.last?.name ?? name)
          + (attribution.sourceType == .unnamed ? ", unnamed" : ""), .source
      )
    }
  }

  /// Writes why a speaker is unknown, and what is said about unnamed ones.
  private func writeNotes(_ attribution: Attribution, to sheet: inout Sheet) {
    if case .unresolved(let reason) = attribution.speaker {
      let source = words(attribution.source)
      let question = source.isEmpty ? "? who speaks" : "? who is \"\(source)\""
      let start = Columns.pad("  " + Columns.cut(question, to: 24) + "  ", to: 18)
      let lines = Columns.wrap(
        Columns.plain(reason), columns: sheet.terminal.width - Columns.width(start))
      for (index, line) in lines.enumerated() {
        let margin = index == 0 ? start : String(repeating: " ", count: Columns.width(start))
        sheet.line(StyledText(margin, .flag), StyledText(line))
      }
    }
    guard let unnamed = attribution.unnamed else { return }
    for (label, range) in [
      ("how many", unnamed.count), ("how close", unnamed.closeness), ("why unnamed", unnamed.why),
    ] {
      guard let range else { continue }
      let lines = Columns.wrap(
        "\"" + Columns.plain(reading.article.words(range)) + "\"",
        columns: sheet.terminal.width - 18, lines: 2, ellipsis: sheet.signs.ellipsis)
      for (index, line) in lines.enumerated() {
        sheet.line(
          StyledText("  " + Columns.pad(index == 0 ? label : "", to: 16), .faint),
          StyledText(line, .faint))
      }
    }
  }

  private func write(content attribution: Attribution, to sheet: inout Sheet) {
    let indent = attribution.parent == nil ? 2 : 4
    let cue = Columns.cut(
      words(attribution.cue), to: Self.cueWidth - 1, ellipsis: sheet.signs.ellipsis)
    let room = sheet.terminal.width - indent - Self.cueWidth - 4
    let lines = Columns.wrap(
      words(attribution.content), columns: room, lines: 3, ellipsis: sheet.signs.ellipsis)
    for (index, line) in lines.enumerated() {
      var parts = [
        StyledText(String(repeating: " ", count: indent)),
        StyledText(Columns.pad(index == 0 ? cue : "", to: Self.cueWidth), .faint),
        StyledText(index == 0 ? Columns.pad(line, to: room) : line),
      ]
      if index == 0 { parts.append(address(attribution.content[0])) }
      sheet.line(parts)
    }
  }
}
