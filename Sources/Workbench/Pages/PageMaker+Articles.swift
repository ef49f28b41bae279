internal import Dossier
internal import ParleyModel

extension PageMaker {
  /// How many articles or hits one page of a list has.
  static let listLength = 100

  /// The articles, the newest first, a page at a time.
  ///
  /// - Parameter after: the name of the last article of the page before.
  func articleList(after: String? = nil, all: Bool = false) throws(PageError) -> Page {
    let newest = Array(snapshot.articles.reversed())
    var start = 0
    if let after {
      guard let place = snapshot.place(of: after) else {
        throw PageError(.noSuch(what: "article", name: after))
      }
      start = newest.count - place
    }
    let shown = all ? newest[...] : newest[start...].prefix(Self.listLength)
    let counts = Dictionary(grouping: snapshot.stances, by: \.version)
    var table = CSV([
      "name", "title", "outlet", "published", "received", "words", "stances", "reviewed",
      "versions", "retracted", "address", "sha256",
    ])
    let rows = shown.map { entry in
      var fields = self.fields(entry)
      let stances = counts[entry.version] ?? []
      let reviewed = stances.count { $0.review != nil }
      fields["stances"] = .integer(stances.count)
      fields["reviewed"] = .integer(reviewed)
      let copies = snapshot.copies(of: entry).count
      fields["copies"] = .integer(copies)
      fields["_copies"] = copies > 0 ? .text(Self.counted(copies + 1, "article")) : .none
      table.row([
        entry.name, entry.title, entry.outlet, entry.published?.description,
        entry.received.description, String(entry.words), String(stances.count), String(reviewed),
        String(entry.versions), entry.retracted, entry.address, entry.checksum,
      ])
      return fields
    }
    var fields = Fields([
      "schema": .text("parley/page/articles/1"), "count": .integer(newest.count),
      "articles": .list(rows),
    ])
    if !all, start + shown.count < newest.count, let last = shown.last {
      fields["next"] = .text(Query.encoded([("after", last.name)]))
    }
    return Page(
      "articles", place: .articles, template: "articles", title: "Articles", fields: fields,
      table: table)
  }

  /// What is found for words: stances whose words have them, and articles.
  func search(_ words: String) throws -> Page {
    let hits = try snapshot.dossier.versions(with: words)
    let entries = hits.compactMap { snapshot.article(version: $0.version) }
    let terms = words.lowercased().split { !($0.isLetter || $0.isNumber) }
    let stances =
      terms.isEmpty
      ? []
      : snapshot.standing.filter { stance in
        let text =
          (stance.words + " " + stance.holder + " " + (stance.speaker ?? "") + " "
          + issues.label(stance.issue) + " " + stance.places.joined(separator: " ")).lowercased()
        return terms.allSatisfy { text.contains($0) }
      }
    var fields = Fields([
      "schema": .text("parley/page/search/1"), "words": .text(words),
      "articles": .list(entries.prefix(Self.listLength).map { self.fields($0) }),
      "stances": .list(stances.reversed().prefix(Self.listLength).map { self.fields($0) }),
      "counts": .fields(
        Fields(["articles": .integer(entries.count), "stances": .integer(stances.count)])),
    ])
    fields["_isAsked"] = .flag(!terms.isEmpty)
    fields["_articles"] = .text(Self.counted(entries.count, "article"))
    fields["_stances"] = .text(Self.counted(stances.count, "stance"))
    var page = Page(
      "search", place: nil, template: "search",
      title: terms.isEmpty ? "Search" : "Search: \(words)", fields: fields)
    var table = CSV(Self.stanceColumns)
    for stance in stances { table.row(Self.row(stance)) }
    page.table = table
    return page
  }
}
