internal import Dossier
internal import ParleyModel

extension Service {
  /// Records what a person decided about a stance.
  func review(
    _ request: Incoming, article slug: String, _ person: Access.Person, isData: Bool
  ) throws -> Answer {
    let form = request.form
    guard let reviewer = reviewer(request, person) else { throw Self.noName }
    let snapshot = try site.desk.snapshot(View())
    guard let entry = snapshot.article(slug: slug) else {
      throw PageError(.noSuch(what: "article", name: slug))
    }
    guard let id = form["stance"],
      let stance = snapshot.stances(of: entry.version).first(where: { $0.id == id })
    else { throw PageError(.noSuch(what: "stance", name: form["stance"] ?? "")) }
    // A page that was open for long may show what somebody else has decided since.
    if let seen = form["seen"], seen != (stance.review.map { "\($0.number)" } ?? "0") {
      throw PageError(.changed(what: "the stance '\(id)'"))
    }
    guard let verdict = form["verdict"].flatMap(Verdict.init(rawValue:)), verdict != .add else {
      throw PageError(
        .malformed(
          name: "verdict", found: form["verdict"] ?? "", expected: "accept, correct or reject"))
    }
    var correction = Correction()
    if verdict == .correct { correction = try self.correction(form, of: stance) }
    guard verdict != .correct || !correction.isEmpty else {
      throw PageError(
        .impossible(
          found: "the correction changes nothing", advice: "say which field is wrong, or accept"))
    }
    let number = try site.desk.dossier.review(
      id, verdict, correction: correction,
      reason: form[verdict == .correct ? "why" : "reason"].map { String($0.prefix(500)) },
      by: reviewer, at: now())
    if isData {
      let fields = Fields([
        "schema": .text("parley/review/1"), "number": .integer(Int(number)),
        "stance": .text(id), "verdict": .text(verdict.rawValue), "by": .text(reviewer),
      ])
      var answer = Answer(201, type: "application/json", fields.json)
      answer.add("Location", "/api/articles/\(slug)")
      return answer
    }
    return .seeOther("/articles/\(slug)?done=\(verdict.rawValue)#s-\(id)")
  }

  /// Takes what somebody decided as the last word about a stance on which people differ.
  ///
  /// - Throws: `.changed` if they no longer differ about it, `.noSuch` if the number is none.
  func settle(
    _ request: Incoming, number: String, _ person: Access.Person, isData: Bool
  ) throws -> Answer {
    guard let number = Int64(number) else {
      throw PageError(.noSuch(what: "review", name: number))
    }
    guard let reviewer = reviewer(request, person) else { throw Self.noName }
    let maker = PageMaker(try site.desk.snapshot(View()), issues: site.desk.issues)
    let isOpen = maker.disputed.contains { stance in
      stance.review?.number == number
        || stance.review?.dissent.contains { $0.number == number } == true
    }
    guard isOpen else { throw PageError(.changed(what: "the difference about review \(number)")) }
    let settled = try site.desk.dossier.settle(
      number, reason: request.form["why"].map { String($0.prefix(500)) }, by: reviewer, at: now())
    guard isData else { return .seeOther("/review?done=settled") }
    let fields = Fields([
      "schema": .text("parley/review/1"), "number": .integer(Int(settled)),
      "settles": .integer(Int(number)), "by": .text(reviewer),
    ])
    return Answer(201, type: "application/json", fields.json)
  }

  /// What a form says should be otherwise; fields that are empty or as before change nothing.
  private func correction(_ form: Query, of stance: Stance) throws -> Correction {
    var correction = Correction()
    if let holder = form["holder"], holder != stance.holder {
      correction.holder = String(holder.prefix(120))
    }
    if let name = form["act"] {
      guard let act = Act(rawValue: name) else {
        throw PageError(
          .malformed(
            name: "act", found: name,
            expected: Act.allCases.map(\.rawValue).joined(separator: ", ")))
      }
      if act != stance.act { correction.act = act }
    }
    if let code = form["issue"], code != stance.issue.rawValue {
      guard site.desk.issues.codes.contains(IssueCode(code)) else {
        throw PageError(
          .malformed(name: "issue", found: code, expected: "a code of the taxonomy"))
      }
      correction.issue = IssueCode(code)
    }
    if let addressee = form["addressee"], addressee != stance.addressee {
      correction.addressee = String(addressee.prefix(120))
    }
    if let date = form["asOf"], date != stance.asOf {
      guard date.utf8.count <= 30, CalendarDate(iso: date) != nil || date.first?.isNumber == true
      else {
        throw PageError(
          .malformed(name: "asOf", found: date, expected: "a date like 2025-08-22 or 2025-08"))
      }
      correction.asOf = date
    }
    if let name = form["status"], let status = Position.Status(rawValue: name),
      status != stance.status
    {
      correction.status = status
    }
    if let words = form["words"], words != stance.words {
      correction.range = try range(of: words, near: stance)
    }
    return correction
  }

  /// Where the words stand that a person gave: the place nearest to the stance's own.
  private func range(of words: String, near stance: Stance) throws -> ByteRange? {
    let text = try site.desk.dossier.reading(of: stance.article, version: stance.version)
      .article.text
    let wanted = Array(words.utf8)
    var best: ByteRange?
    if !wanted.isEmpty, wanted.count <= text.count {
      for start in 0...(text.count - wanted.count)
      where text[start] == wanted[0] && text[start..<start + wanted.count].elementsEqual(wanted) {
        let found = ByteRange(start, start + wanted.count)
        if let known = best,
          abs(known.lowerBound - stance.range.lowerBound)
            <= abs(start - stance.range.lowerBound)
        {
          continue
        }
        best = found
      }
    }
    guard let best else {
      throw PageError(
        .impossible(
          found: "the words do not stand in the article",
          advice: "select them in the text, character for character"))
    }
    return best == stance.range ? nil : best
  }
}
