internal import ParleyModel

/// A stance with all that people decided about it, the oldest decision first.
///
/// The last decision holds. One that was made about a stance as an earlier one left it builds upon
/// that; one that was made about the stance as it was read does not.
struct DecidedStance {
  private let read: Stance
  /// Whether the current reading has it; else only reviews do.
  private let isRead: Bool
  private var reviews: [ReviewRecord] = []

  init(_ read: Stance, isRead: Bool) {
    self.read = read
    self.isRead = isRead
  }

  mutating func add(_ review: ReviewRecord) { reviews.append(review) }

  /// Whether the review was made about this very stance: as it was read, as an earlier review saw it,
  /// or as one left it.
  func isSubject(of review: ReviewRecord) -> Bool {
    let seen = review.seen
    return isRead && seen.isSameThing(as: ReviewRecord.Fields(read))
      || reviews.contains { seen.isSameThing(as: $0.seen) || seen.isSameThing(as: $0.outcome) }
  }

  /// Whether the stance stands where the review's did, and is what the review saw or left.
  func isLikeSubject(of review: ReviewRecord) -> Bool {
    let states = [ReviewRecord.Fields(read)] + reviews.suffix(1).map(\.outcome)
    return states.contains { state in
      [review.seen, review.outcome].contains { $0.isLike(state) }
    }
  }

  /// The stance as people left it; `nil` if it is no longer read and was rejected.
  ///
  /// - Parameter words: gives the words of a range.
  func stance(words: (ByteRange) -> String?) -> Stance? {
    guard let first = reviews.first, let last = reviews.last else { return read }
    if !isRead, last.verdict == .reject, reviews.allSatisfy({ $0.verdict == .reject }) {
      return nil
    }
    var stance = read
    stance.review = ReviewMark(
      verdict: last.verdict, by: last.by, at: last.at, reason: last.reason, number: last.number,
      isSettled: last.settles != nil, dissent: dissent(from: last))
    // What people changed is laid over what is read now, which may know more than what they saw.
    let (before, after) = (first.seen, last.outcome)
    func changed<Value: Equatable>(_ field: KeyPath<ReviewRecord.Fields, Value?>) -> Value? {
      before[keyPath: field] == after[keyPath: field] ? nil : after[keyPath: field]
    }
    stance.holder = changed(\.holder) ?? stance.holder
    stance.act = changed(\.act).flatMap(Act.init) ?? stance.act
    stance.issue = changed(\.issue).map { IssueCode($0) } ?? stance.issue
    stance.addressee = changed(\.addressee) ?? stance.addressee
    stance.status = changed(\.status).flatMap(Position.Status.init) ?? stance.status
    if let asOf = changed(\.asOf) {
      stance.asOf = asOf
      stance.said = DateText.firstDay(asOf) ?? stance.said
    }
    if before.range != after.range, let range = after.range, let words = words(range) {
      stance.move(to: range, words: words)
    }
    return stance
  }

  /// The last decisions of others since it was settled, if they left something else.
  private func dissent(from last: ReviewRecord) -> [ReviewMark.Dissent] {
    let settled = reviews.lastIndex { $0.settles != nil } ?? 0
    var others: [String: ReviewRecord] = [:]
    for review in reviews[settled...] where review.by != last.by { others[review.by] = review }
    return others.values.filter { other in
      (other.verdict == .reject) != (last.verdict == .reject)
        || last.verdict != .reject && other.outcome != last.outcome
    }.sorted { $0.by < $1.by }.map { other in
      ReviewMark.Dissent(
        by: other.by, verdict: other.verdict, number: other.number, reason: other.reason,
        holder: other.outcome.holder, act: other.outcome.act.flatMap(Act.init),
        issue: other.outcome.issue.map { IssueCode($0) }, addressee: other.outcome.addressee,
        asOf: other.outcome.asOf, range: other.outcome.range)
    }
  }
}

extension ReviewRecord {
  /// What was decided about, with its place.
  var seen: Fields {
    var fields = subject
    fields.range = range
    return fields
  }

  /// What the stance should be: what was decided about, with what was corrected.
  var outcome: Fields {
    var fields = seen
    fields.holder = correction.holder ?? fields.holder
    fields.act = correction.act ?? fields.act
    fields.issue = correction.issue ?? fields.issue
    fields.addressee = correction.addressee ?? fields.addressee
    fields.asOf = correction.asOf ?? fields.asOf
    fields.status = correction.status ?? fields.status
    fields.range = correction.range ?? fields.range
    return fields
  }
}

extension ReviewRecord.Fields {
  /// Takes the fields of a stance, with its place.
  init(_ stance: Stance) {
    self.init()
    holder = stance.holder
    act = stance.act.rawValue
    issue = stance.issue.rawValue
    addressee = stance.addressee
    asOf = stance.asOf
    status = stance.status.rawValue
    range = stance.range
  }

  /// Where it stands; `nil` if no place is named.
  var range: ByteRange? {
    get {
      guard let start, let end else { return nil }
      return ByteRange(min(start, end), max(start, end))
    }
    set {
      start = newValue?.lowerBound
      end = newValue?.upperBound
    }
  }

  /// Whether both have the same place, party, act and issue.
  func isSameThing(as other: Self) -> Bool {
    range == other.range && holder == other.holder && act == other.act && issue == other.issue
  }

  /// Whether both have the same party, act and issue, at places that overlap.
  func isLike(_ other: Self) -> Bool {
    guard let range, let place = other.range, range.overlaps(place) else { return false }
    return holder == other.holder && act == other.act && issue == other.issue
  }
}
