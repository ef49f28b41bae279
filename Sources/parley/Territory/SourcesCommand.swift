import ArgumentParser
internal import DataFiles
internal import Foundation
internal import JSONBytes
internal import ParleyModel
internal import Territory

/// `parley sources`: the public data that Parley reads but does not contain.
struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Lists public data, gets it, checks it.",
    discussion: """
      Without a verb the sources are listed: what, address, licence, whether they are here. 'get' \
      downloads what can be downloaded by curl into the user's data folder, or takes it from the \
      mirror; 'check' compares checksums.

      Example: parley sources get deepstate --from 2025-08-01 --to 2025-08-31
      """,
    subcommands: [ListSources.self, GetSource.self, CheckSources.self],
    defaultSubcommand: ListSources.self)
}

/// `parley sources list`.
struct ListSources: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the sources with address, licence and fields.")

  @Option(help: "A folder with the public data; PARLEY_MIRROR unless given.")
  var mirror: String?

  @Flag(help: "One JSON document.")
  var json = false

  func run() throws {
    try TerritoryRun.write {
      let atlas = try TerritoryAtlas.load(mirror: mirror)
      if json {
        return TerritoryRun.json { json in
          json.array(atlas.catalogue.entries) { $1.write(path: atlas.path(of: $1), to: &$0) }
        }
      }
      var sheet = Sheet(Terminal.current())
      for (index, entry) in atlas.catalogue.entries.enumerated() {
        if index > 0 { sheet.gap() }
        sheet.line(StyledText(entry.id, .strong), StyledText("  " + entry.title))
        let place = atlas.path(of: entry).map { "here: \($0)" } ?? "not here"
        for line in [
          "from \(entry.address)", "licence: \(entry.licence)", "fields: \(entry.fields)",
          entry.meaning ?? "", place,
        ] where !line.isEmpty {
          sheet.paragraph(line, indent: 2)
        }
      }
      return sheet.bytes
    }
  }
}

/// `parley sources get`.
struct GetSource: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "get",
    abstract: "Gets a source into the user's data folder.",
    discussion: """
      A source that lies in the mirror is copied from there, with its checksum compared. Else its \
      files are downloaded by curl, one a day from --from to --to; files that are there already are \
      kept, and one that was cut off is resumed.
      """)

  @Argument(help: "The source, as 'parley sources' names it.")
  var id: String

  @Option(help: "The first day, YYYY-MM-DD.")
  var from: CalendarDate?

  @Option(help: "The last day, YYYY-MM-DD.")
  var to: CalendarDate?

  @Option(help: "A folder with the public data; PARLEY_MIRROR unless given.")
  var mirror: String?

  func run() throws {
    try TerritoryRun.write {
      let atlas = try TerritoryAtlas.load(mirror: mirror)
      guard let entry = atlas.catalogue.entry(id) else {
        throw TerritoryError(
          .noData(what: "the source '\(id)'", advice: "list the sources with 'parley sources'"))
      }
      let store = SourceStore(folder: atlas.downloadFolder)
      if let path = atlas.path(of: entry), !path.hasPrefix(atlas.downloadFolder) {
        try store.copy(entry, from: path)
      } else if let download = entry.download, let from, let to {
        try store.download(entry, template: download, from: from, to: to)
      } else if entry.download != nil {
        throw ValidationError("give the days by --from and --to; every day is a file of its own")
      } else {
        throw TerritoryError(
          .noData(
            what: "'\(id)'",
            advice: "it has no single file to download: make it from \(entry.address) "
              + "(\(entry.licence)), and put it at \(atlas.downloadFolder)/\(entry.file)"))
      }
      return []
    }
  }
}

/// `parley sources check`.
struct CheckSources: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Compares the checksums of the sources that are here.")

  @Option(help: "A folder with the public data; PARLEY_MIRROR unless given.")
  var mirror: String?

  func run() throws {
    var isWrong = false
    try TerritoryRun.write {
      let atlas = try TerritoryAtlas.load(mirror: mirror)
      var table = Table([.words("source"), .words("checksum")])
      for entry in atlas.catalogue.entries {
        guard let path = atlas.path(of: entry) else {
          table.row([entry.id, "not here"])
          continue
        }
        guard let known = entry.sha256, path.hasSuffix(entry.file) else {
          table.row([entry.id, "none known"])
          continue
        }
        let isSame = try Checksum.ofFile(path) == known
        if !isSame { isWrong = true }
        table.row([entry.id, isSame ? "as in the catalogue" : "differs from the catalogue"])
      }
      var sheet = Sheet(Terminal.current())
      table.write(to: &sheet)
      return sheet.bytes
    }
    if isWrong { throw ExitStatus.badInput }
  }
}
