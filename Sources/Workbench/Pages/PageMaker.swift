internal import Dossier
internal import ParleyModel

/// Makes the pages of one view.
///
/// Every page is a function of the snapshot and of what its address asks for; the server, the JSON
/// and the published site all call the same.
struct PageMaker: Sendable {
  let snapshot: Snapshot
  let issues: IssueNames

  init(_ snapshot: Snapshot, issues: IssueNames) {
    self.snapshot = snapshot
    self.issues = issues
  }

  /// What a template and the JSON are told of one stance.
  ///
  /// The names are those of `parley state --json`; links and words for display begin with `_`.
  func fields(_ stance: Stance, support: Support? = nil) -> Fields {
    var fields = Fields([
      "id": .text(stance.id), "holder": .text(stance.holder), "act": .text(stance.act.rawValue),
      "issue": .text(stance.issue.rawValue), "addressee": .text(stance.addressee),
      "places": .list(stance.places), "condition": .text(stance.condition),
      "asOf": .text(stance.asOf), "said": .text(stance.said?.description),
      "known": .text(stance.knownOn.description), "status": .text(stance.status.rawValue),
      "confidence": .number((stance.confidence * 1000).rounded() / 1000),
      "evidence": .fields(
        Fields([
          "article": .text(stance.article), "start": .integer(stance.range.lowerBound),
          "end": .integer(stance.range.upperBound), "words": .text(stance.words),
        ])),
      "chain": .list(chain(stance.chain)), "speaker": .text(stance.speaker),
      "unresolved": .text(stance.unresolved), "outlet": .text(stance.outlet),
      "review": .fields(stance.review.map(review)),
      "_verb": .text(stance.act.sentenceVerb), "_issueName": .text(issues.label(stance.issue)),
      "_issueTo": .text("issues/" + Slug.of(stance.issue.rawValue)),
      "_partyTo": .text("parties/" + Slug.of(stance.holder)),
      "_articleTo": .text("articles/" + Slug.of(stance.article)),
      "_words": .text(Self.short(stance.words, words: 24)),
      "_fewWords": .text(Self.short(stance.words, words: 14)),
      "_isPast": .flag(stance.status == .past),
      "_isConfirmed": .flag(stance.isConfirmed),
      "_isRejected": .flag(stance.review?.verdict == .reject),
      "_saidElsewhen": .flag(stance.said != nil && stance.said != stance.knownOn),
      "_percent": .integer(Int((stance.confidence * 100).rounded())),
    ])
    if let support { fields["support"] = .fields(self.fields(support)) }
    return fields
  }

  /// What is told of the support of a stance.
  func fields(_ support: Support) -> Fields {
    Fields([
      "articles": .integer(support.articles), "outlets": .integer(support.outlets),
      "origins": .integer(support.origins),
      "_origins": .text(Self.counted(support.origins, "origin")),
      "_outlets": .text(Self.counted(support.outlets, "outlet")),
    ])
  }

  /// What is told of a movement.
  func fields(_ movement: Movement) -> Fields {
    Fields([
      "kind": .text(movement.kind.rawValue), "party": .text(movement.party),
      "issue": .text(movement.issue.rawValue), "day": .text(movement.day?.description),
      "ground": .text(movement.ground.rawValue), "why": .text(movement.why),
      "before": .fields(movement.before.map { fields($0) }),
      "after": .fields(movement.after.map { fields($0) }),
      "told": .fields(
        movement.told.map { told in
          Fields([
            "article": .text(told.article), "known": .text(told.knownOn.description),
            "start": .integer(told.range.lowerBound), "end": .integer(told.range.upperBound),
            "words": .text(told.words),
            "_articleTo": .text("articles/" + Slug.of(told.article)),
          ])
        }),
      "_move": .fields(move(movement.kind)),
      "_issueName": .text(issues.label(movement.issue)),
      "_issueTo": .text("issues/" + Slug.of(movement.issue.rawValue)),
      "_partyTo": .text("parties/" + Slug.of(movement.party)),
      "_words": .text(
        Self.short(movement.after?.words ?? movement.told?.words ?? "", words: 18)),
    ])
  }

  /// The sign, word and frame of a kind of movement.
  func move(_ kind: Movement.Kind) -> Fields {
    let (sign, frame) =
      switch kind {
      case .new: ("new", "new")
      case .softened: ("soft", "soft")
      case .hardened: ("hard", "hard")
      case .dropped: ("gone", "gone")
      case .contradicted: ("no", "hard")
      case .changed: ("same", "same")
      }
    return Fields([
      "_sign": .text(sign), "_frame": .text(frame), "_word": .text(kind.rawValue),
    ])
  }

  /// What is told of a chain of attribution.
  func chain(_ links: [Stance.Link]) -> [Fields] {
    links.map { link in
      Fields([
        "name": .text(link.name), "type": .text(link.kind.rawValue),
        "_label": .text(link.name ?? "unknown"),
      ])
    }
  }

  private func review(_ mark: ReviewMark) -> Fields {
    Fields([
      "verdict": .text(mark.verdict.rawValue), "by": .text(mark.by),
      "at": .text(mark.at.description), "reason": .text(mark.reason),
      "number": .integer(Int(mark.number)),
      "settled": .flag(mark.isSettled),
      "dissent": .list(
        mark.dissent.map { dissent in
          Fields([
            "by": .text(dissent.by), "verdict": .text(dissent.verdict.rawValue),
            "number": .integer(Int(dissent.number)),
          ])
        }),
      "_word": .text(mark.verdict.pastTense),
    ])
  }

  /// What is told of an article in lists.
  func fields(_ entry: ArticleEntry) -> Fields {
    Fields([
      "name": .text(entry.name), "title": .text(entry.title), "outlet": .text(entry.outlet),
      "published": .text(entry.published?.description),
      "received": .text(entry.received.description), "words": .integer(entry.words),
      "address": .text(entry.address), "versions": .integer(entry.versions),
      "sha256": .text(entry.checksum), "retracted": .text(entry.retracted),
      "_to": .text("articles/" + Slug.of(entry.name)),
      "_title": .text(entry.title ?? entry.name),
    ])
  }

  /// A number with its noun.
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// At most so many words of a text, on one line.
  static func short(_ text: String, words limit: Int) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count > limit else { return words.joined(separator: " ") }
    return words.prefix(limit).joined(separator: " ") + "…"
  }
}

extension Act {
  /// The act as the verb of a sentence about a party.
  var sentenceVerb: String {
    switch self {
    case .demand: "demands"
    case .propose: "proposes"
    case .offer: "offers"
    case .accept: "accepts"
    case .reject: "rejects"
    case .threaten: "threatens"
    }
  }
}

extension Verdict {
  /// What was done, as a word.
  var pastTense: String {
    switch self {
    case .accept: "accepted"
    case .correct: "corrected"
    case .reject: "rejected"
    case .add: "added"
    }
  }
}
