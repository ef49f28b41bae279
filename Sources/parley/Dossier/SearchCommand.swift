import ArgumentParser
internal import Dossier
internal import JSONBytes
internal import ParleyModel

/// `parley search`: words in articles and stances.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Finds words in the stances and articles of a dossier, best first.",
    discussion: """
      All words must stand there; withdraw* finds beginnings, "full withdrawal" a phrase; AND, OR, \
      NOT and parentheses combine. Words are compared by their stems, without letter case. With \
      --party, --issue or --act, articles are found that hold such a stance.

      Example: parley search talks 'withdraw* valley' --party Bland --since 2025-06
      """)

  @OptionGroup var dossier: DossierOptions

  @Argument(help: "The words to look for.")
  var query: String

  @OptionGroup var filters: FilterOptions
  @OptionGroup var view: ViewOptions

  @Option(help: "How many stances and how many articles are shown at most.")
  var limit = 20

  @Flag(help: "Write one JSON document.")
  var json = false

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be 1 or more") }
  }

  func run() throws {
    try dossier.run { dossier in
      let result = try dossier.search(query, filters.filter, view: view.view, limit: limit)
      if json {
        var output = JSONOutput()
        result.write(to: &output)
        output.raw("\n")
        try StandardStreams.write(output.bytes)
      } else {
        try StandardStreams.write(view(result))
      }
    }
  }

  private func view(_ result: SearchResult) -> [UInt8] {
    var sheet = Sheet(Terminal.current())
    if result.stances.isEmpty, result.articles.isEmpty {
      sheet.line(StyledText("Nothing found."))
    }
    if !result.stances.isEmpty {
      sheet.line(StyledText(counted(result.stances.count, "stance"), .heading))
      for hit in result.stances {
        StanceLines(hit.stance).write(to: &sheet)
        sheet.gap()
      }
    }
    if !result.articles.isEmpty {
      sheet.line(StyledText(counted(result.articles.count, "article"), .heading))
    }
    for hit in result.articles {
      var head = [
        StyledText((hit.published?.description ?? "no date   ") + "  "),
        StyledText(Columns.plain(hit.article), .strong),
      ]
      if let outlet = hit.outlet { head.append(StyledText("  " + Columns.plain(outlet), .source)) }
      sheet.line(head)
      if let title = hit.title {
        sheet.paragraph(Columns.plain(title), indent: 12, style: .strong, lines: 2)
      }
      let text = hit.excerpt.runs.map { $0.isMatch ? "*\($0.text)*" : $0.text }.joined()
      sheet.paragraph(Columns.plain(text), indent: 12, lines: 5)
    }
    return sheet.bytes
  }
}
