internal import Dossier
internal import ParleyModel

/// How much of an article's text a page shows.
enum TextShown: Sendable, Hashable {
  /// All of it.
  case full
  /// Only the words that something rests on, at most ``quotedWords`` of each.
  case quotations

  /// The longest quotation, in words.
  static let quotedWords = 25
}

extension PageMaker {
  /// One article: its text with what was read marked in it, and a card for each thing to judge.
  ///
  /// - Throws: `.noSuch` if the view has no such article; what the dossier throws where its reading
  ///   cannot be had.
  func article(slug: String, shown: TextShown = .full) throws -> Page {
    guard let entry = snapshot.article(slug: slug) else {
      throw PageError(.noSuch(what: "article", name: slug))
    }
    let reading = try snapshot.dossier.reading(of: entry.name, version: entry.version)
    let stances = snapshot.stances(of: entry.version)
    let parts = ArticleParts(reading, stances: stances)
    let article = reading.article
    let marked = MarkedText(article, marks: parts.marks)
    var paragraphs: [Fields] = []
    for (index, range) in article.paragraphs.enumerated() {
      let isFurniture = article.boilerplate.contains { $0.contains(range) }
      let cards = self.cards(parts, in: range, of: article, paragraph: index + 1)
      guard shown == .full || !cards.isEmpty else { continue }
      var paragraph = Fields([
        "number": .integer(index + 1), "start": .integer(range.lowerBound),
        "end": .integer(range.upperBound), "setAside": .flag(isFurniture),
        "cards": .list(cards),
      ])
      if shown == .full {
        paragraph["text"] = .text(article.words(range))
        paragraph["_html"] = .markup(marked.markup(range))
      }
      paragraphs.append(paragraph)
    }
    let copies = snapshot.copies(of: entry)
    let reviewed = stances.count { $0.review != nil }
    var fields = self.fields(entry)
    fields["schema"] = .text("parley/page/article/1")
    fields["language"] = .text(article.language)
    fields["warnings"] = .list(article.warnings)
    if let assistance = reading.assistance {
      fields["assist"] = .fields(Self.fields(assistance))
    }
    fields["paragraphs"] = .list(paragraphs)
    fields["isFullText"] = .flag(shown == .full)
    fields["copies"] = .list(copies.map { self.fields($0) })
    fields["reviewed"] = .integer(reviewed)
    fields["stances"] = .integer(stances.count)
    fields["_copies"] =
      copies.isEmpty ? .none : .text(Self.counted(copies.count, "other article"))
    let neighbours = self.neighbours(of: entry)
    fields["_before"] = neighbours.before.map { .fields(self.fields($0)) } ?? .none
    fields["_after"] = neighbours.after.map { .fields(self.fields($0)) } ?? .none
    fields["_lastReview"] = .integer(
      stances.compactMap { $0.review?.number }.max().map(Int.init))
    fields["_parties"] = .list(snapshot.parties)
    fields["_issues"] = .list(
      issues.codes.map { code in
        Fields(["code": .text(code.rawValue), "label": .text(issues.label(code))])
      })
    var table = CSV(Self.stanceColumns)
    for stance in stances { table.row(Self.row(stance)) }
    return Page(
      "articles/" + slug, place: .articles, template: "article",
      title: entry.title ?? entry.name, fields: fields, table: table)
  }

  private func neighbours(of entry: ArticleEntry) -> (before: ArticleEntry?, after: ArticleEntry?) {
    guard let place = snapshot.place(of: entry.name) else { return (nil, nil) }
    let articles = snapshot.articles
    return (
      place > 0 ? articles[place - 1] : nil,
      place + 1 < articles.count ? articles[place + 1] : nil
    )
  }

  private func cards(
    _ parts: ArticleParts, in range: ByteRange, of article: Article, paragraph: Int
  ) -> [Fields] {
    var cards: [(place: ByteRange, fields: Fields)] = []
    for stance in parts.stances where range.contains(stance.range.lowerBound) {
      var fields = self.fields(stance)
      fields["kind"] = .text("stance")
      fields["_isStance"] = .flag(true)
      fields["_card"] = .text("s-" + stance.id)
      fields["paragraph"] = .integer(paragraph)
      if let readers = parts.readers(of: stance) {
        fields["readers"] = .list(readers.map(\.rawValue))
        fields["_seenBy"] = .text(Self.seen(by: readers, parts.reading.assistance))
      }
      fields["_quote"] = .text(Self.short(stance.words, words: TextShown.quotedWords))
      fields["_acts"] = .list(
        Act.allCases.map { act in
          Fields([
            "act": .text(act.rawValue), "isChosen": .flag(act == stance.act),
          ])
        })
      cards.append((stance.range, fields))
    }
    for (number, figure) in parts.reading.figures.enumerated()
    where range.contains(figure.evidence.lowerBound) {
      cards.append((figure.evidence, self.fields(figure, number, parts, article)))
    }
    for (number, attribution) in parts.reading.attributions.enumerated() {
      guard let place = attribution.source.first ?? attribution.cue.first,
        range.contains(place.lowerBound),
        let card = self.fields(attribution, number, parts, article)
      else { continue }
      cards.append((place, card))
    }
    return cards.sorted { $0.place < $1.place }.map(\.fields)
  }

  /// What is told of a figure.
  private func fields(
    _ figure: Figure, _ number: Int, _ parts: ArticleParts, _ article: Article
  ) -> Fields {
    let (low, high) =
      switch figure.value {
      case .exact(let value): (value, value)
      case .range(let low, let high): (low, high)
      }
    var fields = Fields([
      "kind": .text("figure"), "low": .number(low), "high": .number(high),
      "unit": .text(figure.unit), "hedge": .text(figure.hedge.map(article.words)),
      "quantity": .text(figure.quantity), "holder": .text(figure.holder),
      "of": .list(figure.of.map(article.words)), "asOf": .text(figure.asOf),
      "evidence": .fields(
        Fields([
          "start": .integer(figure.evidence.lowerBound),
          "end": .integer(figure.evidence.upperBound),
          "words": .text(article.words(figure.evidence)),
        ])),
      "chain": .list(parts.chain(figure.attribution)),
      "_card": .text("f-\(number)"), "_isFigure": .flag(true),
      "_quote": .text(Self.short(article.words(figure.evidence), words: TextShown.quotedWords)),
      "_value": .text(Self.value(low, high, figure.unit)),
    ])
    if !figure.readers.isEmpty {
      fields["readers"] = .list(figure.readers.map(\.rawValue))
      fields["_seenBy"] = .text(Self.seen(by: figure.readers, parts.reading.assistance))
    }
    return fields
  }

  /// What is told of an attribution that a person should look at: nobody knows who speaks, or the
  /// source is not named; `nil` for others.
  private func fields(
    _ attribution: Attribution, _ number: Int, _ parts: ArticleParts, _ article: Article
  ) -> Fields? {
    let unresolved: String?
    if case .unresolved(let reason) = attribution.speaker {
      unresolved = reason
    } else {
      unresolved = nil
    }
    guard unresolved != nil || attribution.unnamed != nil else { return nil }
    let source = attribution.source.map(article.words).joined(separator: " … ")
    return Fields([
      "kind": .text("attribution"), "source": .text(source),
      "quoted": .text(attribution.kind.rawValue),
      "sourceType": .text(attribution.sourceType.rawValue), "unresolved": .text(unresolved),
      "count": .text(attribution.unnamed?.count.map(article.words)),
      "closeness": .text(attribution.unnamed?.closeness.map(article.words)),
      "why": .text(attribution.unnamed?.why.map(article.words)),
      "chain": .list(parts.chain(number)), "_card": .text("a-\(number)"),
      "_isAttribution": .flag(true),
    ])
  }

  /// A number with its unit, as it is read aloud.
  static func value(_ low: Double, _ high: Double, _ unit: String) -> String {
    func text(_ value: Double) -> String {
      if let whole = Int(exactly: value) { return "\(whole)" }
      return "\((value * 10_000).rounded() / 10_000)"
    }
    let number = low == high ? text(low) : "\(text(low)) to \(text(high))"
    return unit == "percent" ? number + "%" : number + " " + unit
  }

  /// The columns of tables of stances.
  static let stanceColumns = [
    "stance", "holder", "act", "issue", "addressee", "places", "condition", "said", "known",
    "status", "confidence", "words", "speaker", "unresolved", "chain", "outlet", "article",
    "review", "reviewed by",
  ]

  /// A stance as a row of such a table.
  static func row(_ stance: Stance) -> [String?] {
    [
      stance.id, stance.holder, stance.act.rawValue, stance.issue.rawValue, stance.addressee,
      stance.places.joined(separator: "; "), stance.condition, stance.said?.description,
      stance.knownOn.description, stance.status.rawValue, String(stance.confidence), stance.words,
      stance.speaker, stance.unresolved,
      stance.chain.map { $0.name ?? "unknown" }.joined(separator: " > "), stance.outlet,
      stance.article, stance.review?.verdict.rawValue, stance.review?.by,
    ]
  }
}
