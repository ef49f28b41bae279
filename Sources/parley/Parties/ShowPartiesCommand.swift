import ArgumentParser
internal import DataFiles
internal import Dossier
internal import JSONBytes
internal import ParleyModel
internal import Parties

/// `parley parties show`: the parties of a dossier.
struct ShowPartiesCommand: ParsableCommand {
  /// How many speakers are offered, and how many of their articles are named.
  private static let most = (speakers: 20, articles: 3)

  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows the parties with their stances and names, and the speakers who belong to none."
  )

  @OptionGroup var dossier: DossierOptions
  @OptionGroup var view: ViewOptions

  @Flag(help: "Show all speakers who belong to no party, not only the most frequent ones.")
  var all = false

  @Flag(help: "Write one JSON document.")
  var json = false

  func run() throws {
    try dossier.run { dossier in
      let register = try dossier.parties(
        view.view, catalogue: try PartyCatalogue(try DataFolder.locate()))
      if json {
        var output = JSONOutput()
        register.write(to: &output)
        output.raw("\n")
        try StandardStreams.write(output.bytes)
      } else {
        try StandardStreams.write(view(register, path: dossier.path))
      }
    }
  }

  private func view(_ register: PartyRegister, path: String) -> [UInt8] {
    var sheet = Sheet(Terminal.current())
    sheet.line(
      StyledText(
        register.entries.count == 1 ? "1 party" : "\(register.entries.count) parties", .heading))
    for entry in register.entries { write(entry, to: &sheet) }
    guard !register.unknown.isEmpty else { return sheet.bytes }
    sheet.gap()
    sheet.line(
      StyledText(counted(register.unknown.count, "speaker") + " of no known party", .heading))
    for speaker in register.unknown.prefix(all ? Int.max : Self.most.speakers) {
      sheet.line(
        StyledText(Columns.pad("\(speaker.times)", to: 6, isRight: true) + "  "),
        StyledText(Columns.plain(speaker.name), .strong),
        StyledText("  \(speaker.kind.rawValue)", .faint))
      var names = speaker.articles.prefix(Self.most.articles).joined(separator: ", ")
      let rest = speaker.articles.count - Self.most.articles
      if rest > 0 { names += " and \(rest) more" }
      sheet.paragraph("in " + Columns.plain(names), indent: 8, style: .faint, lines: 2)
    }
    sheet.gap()
    sheet.paragraph(
      "Say whom one speaks for with: parley parties speaks-for \(path) SPEAKER PARTY",
      style: .faint)
    return sheet.bytes
  }

  private func write(_ entry: PartyRegister.Entry, to sheet: inout Sheet) {
    var facts = [counted(entry.stances, "stance"), counted(entry.articles, "article")]
    facts += [entry.party.kind, entry.party.wikidata].compactMap { $0 }
    if !entry.isShipped { facts.append("not in the shipped lists") }
    sheet.line(
      StyledText(Columns.pad("\(entry.stances)", to: 6, isRight: true) + "  "),
      StyledText(Columns.plain(entry.party.name), .strong),
      StyledText("  " + facts.dropFirst().joined(separator: sheet.signs.dot), .faint))
    if let note = entry.party.note { sheet.paragraph(Columns.plain(note), indent: 8) }
    for alias in entry.aliases {
      let time =
        alias.since == nil && alias.until == nil
        ? "" : ", \(alias.since ?? "always") to \(alias.until ?? "now")"
      sheet.paragraph(
        "\(alias.number): \(alias.kind.label) \(Columns.plain(alias.name))\(time) "
          + "(by \(Columns.plain(alias.by)), \(alias.at.date))", indent: 8, lines: 2)
    }
  }
}

extension PartyAlias.Kind {
  /// What the name is, before the name.
  var label: String {
    switch self {
    case .name: "also named"
    case .speaker: "spoken for by"
    case .merged: "the same as"
    }
  }
}
