import ArgumentParser
internal import Dossier
internal import JSONBytes
internal import ParleyModel

/// `parley articles`: what the record was made from.
struct ArticlesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "articles",
    abstract: "Lists the articles of a dossier, or the versions of one and their differences.",
    discussion: """
      With a name, the versions of the article are listed; --diff shows what was changed from each \
      to the next, paragraph by paragraph and word by word.

      Example: parley articles talks report-7 --diff
      """)

  @OptionGroup var dossier: DossierOptions
  @OptionGroup var view: ViewOptions

  @Argument(help: ArgumentHelp("The name of an article.", valueName: "name"))
  var name: String?

  @Flag(help: "Show what was changed from version to version.")
  var diff = false

  @Flag(help: "Also list retracted articles, marked.")
  var retracted = false

  @Flag(help: "Write one JSON document.")
  var json = false

  func validate() throws {
    if diff, name == nil { throw ValidationError("--diff needs the name of an article") }
  }

  func run() throws {
    try dossier.run { dossier in
      if let name {
        let history = try dossier.history(of: name, withDifferences: diff)
        try StandardStreams.write(json ? Self.document { history.write(to: &$0) } : view(history))
      } else {
        let articles = try dossier.articles(view.view, retracted: retracted)
        try StandardStreams.write(
          json
            ? Self.document { output in
              output.raw("{\"schema\":\"parley/articles/1\",\"articles\":")
              output.array(articles) { $1.write(to: &$0) }
              output.raw("}")
            } : view(articles))
      }
    }
  }

  private static func document(_ write: (inout JSONOutput) -> Void) -> [UInt8] {
    var output = JSONOutput()
    write(&output)
    output.raw("\n")
    return output.bytes
  }

  private func view(_ articles: [ArticleEntry]) -> [UInt8] {
    var sheet = Sheet(Terminal.current())
    sheet.line(StyledText(counted(articles.count, "article"), .strong))
    for article in articles {
      var head = [
        StyledText((article.published?.description ?? "no date   ") + "  "),
        StyledText(Columns.plain(article.name), .strong),
      ]
      if let outlet = article.outlet {
        head.append(StyledText("  " + Columns.plain(outlet), .source))
      }
      if article.versions > 1 { head.append(StyledText("  \(article.versions) versions", .flag)) }
      sheet.line(head)
      if let title = article.title {
        sheet.paragraph(Columns.plain(title), indent: 12, style: .faint, lines: 2)
      }
      if let reason = article.retracted {
        sheet.paragraph("retracted: " + Columns.plain(reason), indent: 12, style: .flag, lines: 2)
      }
    }
    return sheet.bytes
  }

  private func view(_ history: ArticleHistory) -> [UInt8] {
    var sheet = Sheet(Terminal.current())
    sheet.line(
      StyledText(Columns.plain(history.article), .strong),
      StyledText("  " + counted(history.versions.count, "version")))
    for (index, version) in history.versions.enumerated() {
      sheet.gap()
      sheet.line(
        StyledText("version \(index + 1)", .heading),
        StyledText(
          "  came in \(version.received), published \(version.published?.description ?? "on no date given"), "
            + counted(version.words, "word")))
      sheet.line(StyledText("  SHA-256 \(version.checksum)", .faint))
      for reader in version.readers { sheet.line(StyledText("  read by \(reader)", .faint)) }
      if let reason = version.retracted {
        sheet.line(StyledText("  retracted: " + Columns.plain(reason), .flag))
      }
      if index > 0, index - 1 < history.differences.count {
        write(history.differences[index - 1], to: &sheet)
      }
    }
    return sheet.bytes
  }

  /// Changed paragraphs, removed words in `[-…-]`, added ones in `{+…+}`.
  private func write(_ difference: TextDifference, to sheet: inout Sheet) {
    let counts = difference.counts
    sheet.line(
      StyledText(
        "  since the version before: \(counts.removed) words removed, \(counts.added) added"))
    for paragraph in difference.paragraphs where !paragraph.isKept {
      let text = paragraph.pieces.map { piece in
        switch piece {
        case .kept(let words): words
        case .removed(let words): "[-\(words)-]"
        case .added(let words): "{+\(words)+}"
        }
      }
      sheet.paragraph(Columns.plain(text.joined(separator: " ")), indent: 4)
    }
  }
}
