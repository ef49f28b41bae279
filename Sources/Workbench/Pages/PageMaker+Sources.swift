internal import Dossier
internal import ParleyModel
internal import Territory

extension PageMaker {
  /// Where the record comes from: outlets, and the public data sets with their licences.
  func sources(_ catalogue: [Catalogue.Entry]) -> Page {
    let byOutlet = Dictionary(grouping: snapshot.articles.filter { $0.retracted == nil }) {
      $0.outlet
    }
    let outlets = byOutlet.sorted {
      ($1.value.count, $0.key ?? "") < ($0.value.count, $1.key ?? "")
    }
    var table = CSV(["kind", "name", "articles", "original reports", "licence", "address"])
    let rows = outlets.map { outlet, entries in
      let reports = Set(entries.map { snapshot.origins.group(of: $0.version) }).count
      let days = entries.compactMap(\.published)
      table.row([
        "outlet", outlet, String(entries.count), String(reports), nil, nil,
      ])
      return Fields([
        "outlet": .text(outlet), "articles": .integer(entries.count),
        "reports": .integer(reports), "first": .text(days.min()?.description),
        "last": .text(days.max()?.description),
      ])
    }
    let sets = catalogue.map { entry in
      table.row(["data set", entry.title, nil, nil, entry.licence, entry.address])
      return Fields([
        "id": .text(entry.id), "title": .text(entry.title), "licence": .text(entry.licence),
        "attribution": .text(entry.attribution), "address": .text(entry.address),
        "meaning": .text(entry.meaning),
        "_isLink": .flag(Self.isWebAddress(entry.address)),
      ])
    }
    let retracted = snapshot.articles.filter { $0.retracted != nil }
    return Page(
      "sources", place: nil, template: "sources", title: "Sources and licences",
      fields: Fields([
        "schema": .text("parley/page/sources/1"), "outlets": .list(rows), "dataSets": .list(sets),
        "retracted": .list(retracted.map { fields($0) }),
      ]), table: table)
  }

  /// How the pages are read and used.
  func help() -> Page {
    var page = Page(
      "help", place: nil, template: "help", title: "Help",
      fields: Fields(["schema": .text("parley/page/help/1")]))
    page.hasView = false
    return page
  }

  /// Whether an address may stand in a link: of the web, and nothing else.
  static func isWebAddress(_ address: String) -> Bool {
    let start = address.lowercased()
    return start.hasPrefix("https://") || start.hasPrefix("http://")
  }
}
