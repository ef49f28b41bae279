internal import ParleyModel
internal import Quantities

extension TimeParser {
  /// "in two weeks", "within 9 months", "two months ago", "more than 2 weeks before today", "5 past
  /// years".
  func relative(at index: Int) -> Expression? {
    if let moved = moved(at: index) {
      return Expression(
        meaning: .span(span(moved.when, around: index)), bound: nil, first: index,
        next: moved.next)
    }
    if role(index) == .within { return within(index) }
    if role(index) == .in { return inAmount(index) }
    if let more = moreThan(index) { return more }
    // "the 5 past years", "10 previous weeks"
    if let count = count(index),
      let span = span(role(count.next), count: count.value, at: count.next)
    {
      return Expression(meaning: .span(span), bound: nil, first: index, next: count.next + 2)
    }
    return nil
  }

  private func span(
    _ qualifier: TimeLexicon.Role, count: Int, at index: Int
  ) -> TimeSpan? {
    switch qualifier {
    case .next, .last, .past, .coming, .following:
      role(index + 1) == .grain && (count == 1 || isPlural(index + 1))
        ? span(qualifier, count: count, grain(index + 1)) : nil
    default: nil
    }
  }

  private func isPlural(_ index: Int) -> Bool {
    scan.text[Int(scan.words[index].end) - 1] == 0x73
  }

  private func within(_ index: Int) -> Expression? {
    let at = role(index + 1) == .the ? index + 2 : index + 1
    let amountAt = role(at) == .next ? at + 1 : at
    guard let amount = unitAmount(at: amountAt), let count = Int(exactly: amount.value) else {
      return nil
    }
    return Expression(
      meaning: .span(
        TimeSpan(start: reference, end: amount.grain.moving(reference, by: count))),
      bound: .deadline, first: index, next: amount.next)
  }

  /// "in two weeks" is a day ahead; "in over four years", "in two years" after a past tense how long.
  private func inAmount(_ index: Int) -> Expression? {
    let isMore = lexicon.hasMore(index + 1, in: scan)
    let at = isMore > 0 ? index + 1 + isMore : index + 1
    guard let amount = unitAmount(at: at) else { return nil }
    if isMore == 0, let count = Int(exactly: amount.value), amount.grain != .hour,
      amount.grain != .minute, amount.grain != .second, direction(at: index) != .past
    {
      var next = amount.next
      var day = amount.grain.moving(reference, by: count)
      if role(next) == .on, role(next + 1) == .weekday {
        day = Grain.week.start(of: day).adding(days: value(next + 1) - 1)
        next += 2
      }
      return Expression(meaning: .span(TimeSpan(day: day)), bound: nil, first: index, next: next)
    }
    return Expression(
      meaning: .duration(amount.value, amount.grain), bound: nil, first: at, next: amount.next,
      isMore: isMore > 0)
  }

  /// "more than 2 weeks before today".
  private func moreThan(_ index: Int) -> Expression? {
    let count = lexicon.hasMore(index, in: scan)
    guard count > 0, let moved = moved(at: index + count),
      case .fixed(let span) = moved.when, let day = span.start
    else { return nil }
    let isBack = day < reference
    return Expression(
      meaning: .span(
        isBack ? TimeSpan(start: nil, end: day) : TimeSpan(start: day, end: nil)),
      bound: isBack ? .before : .after, first: index, next: moved.next, isMore: true)
  }

  /// "four years", "an hour and a half", "1 hour and 30 minutes", "all day", "another week".
  func duration(at index: Int) -> Expression? {
    switch role(index) {
    case .all where role(index + 1) == .grain && grain(index + 1).seconds >= 86_400,
      .another where role(index + 1) == .grain:
      return Expression(
        meaning: .duration(1, grain(index + 1)), bound: nil, first: index, next: index + 2)
    default: break
    }
    guard var amount = unitAmount(at: index), isDuration(index, amount) else { return nil }
    // "1 hour and 30 minutes"
    var at = amount.next
    if role(at) == .and { at += 1 }
    if let more = unitAmount(at: at), more.grain.seconds < amount.grain.seconds,
      amount.grain.seconds <= 86_400
    {
      let ratio = more.value * more.grain.seconds / amount.grain.seconds
      amount = (amount.value + ratio, amount.grain, more.next)
    }
    let before = lexicon.moreBefore(index, in: scan)
    return Expression(
      meaning: .duration(amount.value, amount.grain), bound: nil, first: index, next: amount.next,
      isMore: before)
  }

  /// "a day" in "twice a day" and "a great day" are no durations.
  private func isDuration(
    _ index: Int, _ amount: (value: Double, grain: Grain, next: Int)
  ) -> Bool {
    guard amount.next == index + 2, amount.value == 1, scan.kind(index) == .word else {
      return true
    }
    // "a week", "an hour": only where a preposition of time stands before
    switch role(index - 1) {
    case .for, .in, .within, .during, .after, .before, .from, .of: return true
    default: return numbers.whole(at: index, in: scan) != nil || lexicon.moreBefore(index, in: scan)
    }
  }
}
