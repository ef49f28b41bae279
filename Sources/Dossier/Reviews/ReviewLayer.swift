internal import ParleyModel

/// Lays what people decided over what was read.
///
/// A review belongs to the stance with the same words, party, act and issue. After a better reader
/// has read the article again, it belongs to the stance at the same place whose fields are the
/// subject's, or what the review says they should be; where there is none, the stance that a person
/// accepted, corrected or added stays in the record by itself.
struct ReviewLayer {
  private var byVersion: [Int64: [ReviewRecord]] = [:]

  init(_ reviews: [ReviewRecord]) {
    for review in reviews { byVersion[review.version, default: []].append(review) }
  }

  var isEmpty: Bool { byVersion.isEmpty }

  /// The versions that were reviewed.
  var versions: [Int64] { byVersion.keys.sorted() }

  /// Returns the stances of one version as people left them; `make` builds a stance that only a
  /// review holds.
  ///
  /// Rejected stances are among them, marked.
  func applied(
    to stances: [Stance], of version: Int64, make: (ReviewRecord) -> Stance?
  ) -> [Stance] {
    guard let reviews = byVersion[version] else { return stances }
    var stances = stances
    var groups: [[ReviewRecord]] = []
    for review in reviews {
      if let group = groups.firstIndex(where: { Self.isSameThing($0[0], review) }) {
        groups[group].append(review)
      } else {
        groups.append([review])
      }
    }
    for group in groups {
      let last = group[group.count - 1]
      if let index = stances.firstIndex(where: { Self.belongs(last, to: $0) }) {
        Self.apply(group, to: &stances[index])
      } else if last.verdict != .reject, var stance = make(last) {
        Self.apply(group, to: &stance)
        stances.append(stance)
      }
    }
    return stances
  }

  private static func isSameThing(_ a: ReviewRecord, _ b: ReviewRecord) -> Bool {
    a.range == b.range && a.subject.holder == b.subject.holder && a.subject.act == b.subject.act
      && a.subject.issue == b.subject.issue
  }

  private static func belongs(_ review: ReviewRecord, to stance: Stance) -> Bool {
    guard stance.range.overlaps(review.range) else { return false }
    func fits(_ subject: ReviewRecord.Fields) -> Bool {
      subject.holder == stance.holder && subject.act == stance.act.rawValue
        && subject.issue == stance.issue.rawValue
    }
    if stance.range == review.range, fits(review.subject) { return true }
    var corrected = review.subject
    corrected.holder = review.correction.holder ?? corrected.holder
    corrected.act = review.correction.act ?? corrected.act
    corrected.issue = review.correction.issue ?? corrected.issue
    return fits(review.subject) || fits(corrected)
  }

  private static func apply(_ group: [ReviewRecord], to stance: inout Stance) {
    let last = group[group.count - 1]
    var dissent: [String: Verdict] = [:]
    for review in group where review.by != last.by { dissent[review.by] = review.verdict }
    dissent = dissent.filter { $0.value != last.verdict }
    stance.review = ReviewMark(
      verdict: last.verdict, by: last.by, at: last.at, reason: last.reason, number: last.number,
      dissent: dissent)
    guard last.verdict == .correct || last.verdict == .add else { return }
    let correction = last.correction
    stance.holder = correction.holder ?? stance.holder
    stance.act = correction.act.flatMap(Act.init) ?? stance.act
    stance.issue = correction.issue.map { IssueCode($0) } ?? stance.issue
    stance.addressee = correction.addressee ?? stance.addressee
    stance.status = correction.status.flatMap(Position.Status.init) ?? stance.status
    if let asOf = correction.asOf {
      stance.asOf = asOf
      stance.said = DateText.firstDay(asOf) ?? stance.said
    }
  }
}
