internal import Dossier
internal import ParleyModel

/// One stance for a person, in a few lines: its name, who wants what, the words, on whose word, what
/// people decided.
struct StanceLines {
  private let stance: Stance

  init(_ stance: Stance) { self.stance = stance }

  func write(to sheet: inout Sheet) {
    let signs = sheet.signs
    var head = [
      StyledText(stance.id + "  ", .faint),
      StyledText(signs.sign(stance.act) + " ", .act),
      StyledText(Columns.plain(stance.holder), .strong),
      StyledText(" \(stance.act.verb) ", .act), StyledText(stance.issue.rawValue),
    ]
    if let addressee = stance.addressee {
      head.append(StyledText("  to \(Columns.plain(addressee))"))
    }
    if stance.status == .past { head.append(StyledText("  (past)", .faint)) }
    sheet.line(head)
    sheet.paragraph(Columns.plain(stance.words), indent: 12, lines: 3)
    var facts = [stance.said?.description ?? "no date"]
    let chain = stance.chain.map { Columns.plain($0.name ?? "unknown") }
    if !chain.isEmpty { facts.append(chain.joined(separator: signs.link)) }
    facts.append(stance.article)
    sheet.paragraph(facts.joined(separator: signs.dot), indent: 12, style: .source, lines: 2)
    if let review = stance.review {
      let reason = review.reason.map { ": \(Columns.plain($0))" } ?? ""
      sheet.paragraph(
        "review \(review.number): \(review.verdict.rawValue) by \(Columns.plain(review.by)), "
          + "\(review.at.date)\(reason)", indent: 12, style: .agreement, lines: 2)
    }
  }
}
