public import JSONBytes
internal import ParleyModel

extension TalksState {
  /// Returns the state with only these parties and issues (codes or groups of codes); an empty list
  /// leaves all.
  public func only(parties: [String], issues: [String]) -> TalksState {
    let wanted = Set(parties.map { $0.lowercased() })
    let kept = standings.filter { standing in
      (wanted.isEmpty || wanted.contains(standing.party.lowercased()))
        && (issues.isEmpty
          || issues.contains { standing.issue.rawValue == $0 || standing.issue.group == $0 })
    }
    return TalksState(
      view: view, standings: kept, articles: articles, origins: origins, days: days)
  }

  /// The name of the form that ``write(to:)`` writes.
  public static let schema = "parley/state/1"

  /// Appends the state as one JSON object.
  public func write(to output: inout JSONOutput) {
    output.raw("{\"schema\":\"parley/state/1\",\"view\":")
    view.write(to: &output)
    output.raw(",\"articles\":")
    output.integer(articles)
    output.raw(",\"origins\":")
    output.integer(origins)
    output.raw(",\"standings\":")
    output.array(standings) { $1.write(to: &$0) }
    output.raw("}")
  }

  /// The stances in force as CSV (RFC 4180), one a row.
  public var csv: [UInt8] {
    var table = CSV([
      "party", "issue", "act", "addressee", "places", "condition", "since", "said", "words",
      "speaker", "unresolved", "chain", "outlets", "origins", "confidence", "review", "article",
      "stance",
    ])
    for standing in standings {
      let stance = standing.stance
      table.row([
        standing.party, standing.issue.rawValue, stance.act.rawValue, stance.addressee,
        stance.places.joined(separator: "; "), stance.condition, standing.since?.description,
        stance.said?.description, stance.words, stance.speaker, stance.unresolved,
        stance.chain.map { $0.name ?? "unknown" }.joined(separator: " > "),
        String(standing.support.outlets), String(standing.support.origins),
        String(stance.confidence), stance.review?.verdict.rawValue, stance.article, stance.id,
      ])
    }
    return table.bytes
  }
}

extension Standing {
  /// Appends the standing as one JSON object.
  public func write(to output: inout JSONOutput) {
    output.raw("{\"party\":")
    output.string(party)
    output.raw(",\"issue\":")
    output.string(issue.rawValue)
    output.raw(",\"since\":")
    output.string(since?.description)
    output.raw(",\"stance\":")
    stance.write(to: &output)
    output.raw(",\"terms\":")
    terms.write(to: &output)
    output.raw(",\"support\":")
    support.write(to: &output)
    output.raw(",\"saying\":")
    output.array(saying) { $0.string($1.id) }
    output.raw(",\"rivals\":")
    output.array(rivals) { $1.write(to: &$0) }
    output.raw(",\"movement\":")
    if let movement { movement.write(to: &output) } else { output.raw("null") }
    output.raw("}")
  }
}

extension Support {
  /// Appends the support as one JSON object.
  public func write(to output: inout JSONOutput) {
    output.raw("{\"articles\":")
    output.integer(articles)
    output.raw(",\"outlets\":")
    output.integer(outlets)
    output.raw(",\"origins\":")
    output.integer(origins)
    output.raw("}")
  }
}

extension View {
  /// Appends the view as one JSON object.
  public func write(to output: inout JSONOutput) {
    output.raw("{\"on\":")
    output.string(on?.description)
    output.raw(",\"known\":")
    output.string(known?.description)
    output.raw(",\"received\":")
    output.string(received?.description)
    output.raw(",\"leastConfidence\":")
    output.number(leastConfidence)
    output.raw("}")
  }
}
