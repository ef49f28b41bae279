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
    let (last, style) = speaker(attribution)
    let links = linksBeforeSpeaker(attribution).map { Columns.plain($0.name ?? "unknown") }
    let before = prefix + links.map { $0 + sheet.signs.link }.joined()
    let lines = Columns.wrap(before + last, columns: sheet.terminal.width - indent - 2, lines: 3)
    var plainLeft = before.count
    for (index, line) in lines.enumerated() {
      let plain = String(line.prefix(plainLeft))
      // The space where a line was broken is gone.
      plainLeft = max(0, plainLeft - line.count - 1)
      sheet.line(
        StyledText(String(repeating: " ", count: index == 0 ? indent : indent + 2)),
        StyledText(plain), StyledText(String(line.dropFirst(plain.count)), style))
    }
  }

  /// The links of the chain down to the speaker, who is not one of them.
  private func linksBeforeSpeaker(_ attribution: Attribution) -> ArraySlice<ChainLink> {
    switch attribution.speaker {
    case .known: attribution.chain.dropLast()
    case .unresolved:
      attribution.chain.last?.kind == .unresolved
        ? attribution.chain.dropLast() : attribution.chain[...]
    case .narrator: []
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
    let named = speaker(attribution).0.lowercased()
    for (label, range) in [
      ("how many", unnamed.count), ("how close", unnamed.closeness), ("why unnamed", unnamed.why),
    ] {
      // What the heading says is not said again.
      guard let text = range.map({ words([$0]) }), !named.contains(text.lowercased()) else {
        continue
      }
      let lines = Columns.wrap(
        "\"" + text + "\"",
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
    let cue = Columns.wrap(
      words(attribution.cue), columns: Self.cueWidth - 1, lines: 2, ellipsis: sheet.signs.ellipsis)
    let room = sheet.terminal.width - indent - Self.cueWidth - 4
    let content = Columns.wrap(
      words(attribution.content), columns: room, lines: 3, ellipsis: sheet.signs.ellipsis)
    for index in 0..<max(cue.count, content.count) {
      let said = index < cue.count ? cue[index] : ""
      let line = index < content.count ? content[index] : ""
      var parts = [
        StyledText(String(repeating: " ", count: indent)),
        StyledText(said, .faint),
        StyledText(String(repeating: " ", count: Self.cueWidth - Columns.width(said))),
        StyledText(index == 0 ? Columns.pad(line, to: room) : line),
      ]
      if index == 0 { parts.append(address(attribution.content[0])) }
      sheet.line(parts)
    }
  }
}
