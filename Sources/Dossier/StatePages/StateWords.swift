internal import ParleyModel

/// What documents of a state say in words.
enum StateWords {
  /// What the state is of.
  static func summary(_ state: TalksState) -> String {
    let on = state.view.on.map { "on \($0)" } ?? "latest"
    let known = state.view.known.map { ", as known on \($0)" } ?? ""
    return
      "State of the talks, \(on)\(known): \(state.standings.count) stances in force, from "
      + "\(state.articles) articles that go back to \(state.origins) original reports."
  }

  /// The issues in the order of the taxonomy.
  static func issues(_ state: TalksState, _ names: IssueNames) -> [IssueCode] {
    state.issues.sorted { (names.order($0), $0.rawValue) < (names.order($1), $1.rawValue) }
  }

  /// The facts of a standing, a line each.
  static func details(_ standing: Standing) -> [String] {
    let stance = standing.stance
    var lines = [
      "since \(standing.since?.description ?? "an unknown day"), on the word of "
        + (stance.chainWords.isEmpty ? stance.article : stance.chainWords)
    ]
    if stance.unresolved != nil { lines.append("who speaks is not resolved") }
    if let addressee = stance.addressee { lines.append("to \(addressee)") }
    if !stance.places.isEmpty { lines.append("places: " + stance.places.joined(separator: "; ")) }
    if let condition = stance.condition { lines.append("condition: \(condition)") }
    let support = standing.support
    lines.append(
      "\(support.articles) articles, \(support.outlets) outlets, "
        + "\(support.origins) independent origins; article: \(stance.article)")
    if let movement = standing.movement, movement.kind != .new {
      lines.append("\(movement.kind.rawValue): \(movement.why)")
    }
    for rival in standing.rivals {
      lines.append("also reported: \(rival.act.verb), “\(rival.words)” (\(rival.article))")
    }
    if let review = stance.review {
      lines.append("review: \(review.verdict.rawValue) by \(review.by), \(review.at.date)")
    }
    return lines
  }
}
