internal import Dossier
internal import ParleyModel

extension PageMaker {
  /// The stances that people left in different forms, and nobody has settled yet.
  var disputed: [Stance] {
    snapshot.stances.filter { !($0.review?.dissent.isEmpty ?? true) }
  }

  /// A stance about which people differ, with what each decided.
  ///
  /// - Throws: what the dossier throws where the article's text is needed and cannot be had.
  func difference(_ stance: Stance) throws -> Fields {
    var fields = self.fields(stance)
    guard let mark = stance.review else { return fields }
    var last = Fields([
      "by": .text(mark.by), "verdict": .text(mark.verdict.rawValue),
      "number": .integer(Int(mark.number)), "reason": .text(mark.reason),
    ])
    describe(
      &last, mark.verdict, holder: stance.holder, act: stance.act, issue: stance.issue,
      addressee: stance.addressee, asOf: stance.asOf, words: stance.words)
    let others = try mark.dissent.map { side in
      var fields = Fields([
        "by": .text(side.by), "verdict": .text(side.verdict.rawValue),
        "number": .integer(Int(side.number)), "reason": .text(side.reason),
      ])
      describe(
        &fields, side.verdict, holder: side.holder, act: side.act, issue: side.issue,
        addressee: side.addressee, asOf: side.asOf, words: try words(of: side, stance))
      return fields
    }
    fields["sides"] = .list([last] + others)
    return fields
  }

  private func describe(
    _ fields: inout Fields, _ verdict: Verdict, holder: String?, act: Act?, issue: IssueCode?,
    addressee: String?, asOf: String?, words: String?
  ) {
    fields["holder"] = .text(holder)
    fields["act"] = .text(act?.rawValue)
    fields["issue"] = .text(issue?.rawValue)
    fields["addressee"] = .text(addressee)
    fields["asOf"] = .text(asOf)
    fields["words"] = .text(words)
    fields["_word"] = .text(verdict.pastTense)
    fields["_holds"] = .flag(verdict != .reject)
    fields["_verb"] = .text(act?.sentenceVerb)
    fields["_words"] = .text(words.map { Self.short($0, words: TextShown.quotedWords) })
  }

  private func words(of side: ReviewMark.Dissent, _ stance: Stance) throws -> String? {
    guard let range = side.range, range != stance.range else { return stance.words }
    let article = try snapshot.dossier.reading(of: stance.article, version: stance.version).article
    return range.upperBound <= article.text.count ? article.words(range) : nil
  }
}
