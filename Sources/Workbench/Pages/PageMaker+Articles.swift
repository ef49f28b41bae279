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

  /// What is found for words: parties by their names, stances, and articles.
  ///
  /// The words may be a query of the index (`"full withdrawal" OR retreat*`); what is none is taken
  /// word by word.
  func search(_ words: String) throws -> Page {
    let terms = words.split { !($0.isLetter || $0.isNumber) }.prefix(32)
    let result = terms.isEmpty ? nil : try found(words, terms: terms.map(String.init))
    let parties = snapshot.parties.filter { party in
      !terms.isEmpty
        && terms.allSatisfy { party.lowercased().contains($0.lowercased()) }
    }
    let hits = (result?.stances ?? []).map(\.stance)
    let stances = hits.map { fields($0) }
    let articles = (result?.articles ?? []).map { hit in
      Fields([
        "name": .text(hit.article), "title": .text(hit.title), "outlet": .text(hit.outlet),
        "published": .text(hit.published?.description), "excerpt": .text(hit.excerpt.text),
        "_to": .text("articles/" + Slug.of(hit.article)),
        "_title": .text(hit.title ?? hit.article), "_excerpt": .markup(marked(hit.excerpt)),
      ])
    }
    var table = CSV(Self.stanceColumns)
    for stance in hits { table.row(Self.row(stance)) }
    return Page(
      "search", place: nil, template: "search",
      title: terms.isEmpty ? "Search" : "Search: \(words)",
      fields: Fields([
        "schema": .text("parley/page/search/1"), "words": .text(words),
        "parties": .list(
          parties.map { party in
            Fields(["party": .text(party), "_to": .text("parties/" + Slug.of(party))])
          }),
        "stances": .list(stances), "articles": .list(articles),
        "_isAsked": .flag(!terms.isEmpty), "_hasParties": .flag(!parties.isEmpty),
        "_articles": .text(Self.counted(articles.count, "article")),
        "_stances": .text(Self.counted(stances.count, "stance")),
      ]), table: table)
  }

  private func found(_ words: String, terms: [String]) throws -> SearchResult {
    let (dossier, view) = (snapshot.dossier, snapshot.view)
    do {
      return try dossier.search(words, view: view, limit: Self.listLength)
    } catch {
      let plain = terms.map { "\"\($0)\"" }.joined(separator: " ")
      return try dossier.search(plain, view: view, limit: Self.listLength)
    }
  }

  private func marked(_ excerpt: Excerpt) -> Markup {
    var markup = Markup()
    for run in excerpt.runs {
      if run.isMatch { markup.tag("<mark>") }
      markup.text(run.text)
      if run.isMatch { markup.tag("</mark>") }
    }
    return markup
  }
}
