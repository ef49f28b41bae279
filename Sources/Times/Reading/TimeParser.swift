internal import ParleyModel
internal import Quantities

/// Reads one time after another out of cut text.
struct TimeParser {
  let scan: WordScan
  let lexicon: TimeLexicon
  let numbers: NumberParser
  let reference: CalendarDate

  /// What an expression means and where it stands.
  struct Expression {
    var meaning: TimeExpression.Meaning
    var bound: TimeExpression.Bound?
    var first: Int
    var next: Int
    var isMore = false
  }

  /// A time with the index after it.
  typealias Found = (when: When, next: Int)

  @inline(__always)
  func role(_ index: Int) -> TimeLexicon.Role { lexicon.role(scan.id(index)) }
  func value(_ index: Int) -> Int { lexicon.value(scan.id(index)) }

  @inline(__always)
  func canBegin(_ index: Int) -> Bool {
    switch role(index) {
    case .none:
      return numbers.canBegin(index, in: scan)
        || lexicon.bounds.longest(at: index, in: scan) != nil
        || lexicon.hasMore(index, in: scan) > 0
        || lexicon.holidays.longest(at: index, in: scan) != nil
    case .to: return lexicon.bounds.longest(at: index, in: scan) != nil
    case .of, .on, .at, .and, .or, .ago, .dash, .possessive, .for, .during: return false
    default: return true
    }
  }

  /// Reads the longest time that begins at `index`.
  func expression(at index: Int) -> Expression? {
    if let range = range(at: index) { return range }
    if let bounded = bounded(at: index) { return bounded }
    if let relative = relative(at: index) { return relative }
    if let set = set(at: index) { return set }
    if let found = when(at: index, isBounded: false) {
      return open(found, first: index)
    }
    return duration(at: index)
  }

  /// The span of `found`, looking ahead or back as the words around it tell.
  func span(_ found: When, around index: Int) -> TimeSpan {
    found.span(on: reference, direction(at: index))
  }

  private func open(_ found: Found, first: Int) -> Expression {
    var expression = Expression(
      meaning: .span(span(found.when, around: first)), bound: nil, first: first, next: found.next)
    if role(found.next) == .or, role(found.next + 1) == .later || role(found.next + 1) == .earlier,
      case .span(let span) = expression.meaning
    {
      let isLater = role(found.next + 1) == .later
      expression.meaning = .span(
        isLater ? TimeSpan(start: span.start, end: nil) : TimeSpan(start: nil, end: span.end))
      expression.bound = isLater ? .since : .before
      expression.next = found.next + 2
    }
    return expression
  }

  /// "every Monday", "each year".
  private func set(at index: Int) -> Expression? {
    guard role(index) == .every else { return nil }
    switch role(index + 1) {
    case .weekday:
      return Expression(meaning: .set(.week), bound: nil, first: index, next: index + 2)
    case .grain:
      return Expression(
        meaning: .set(grain(index + 1)), bound: nil, first: index, next: index + 2)
    default: return nil
    }
  }

  func grain(_ index: Int) -> Grain { Grain.allCases[min(value(index), 9)] }

  /// Tells from the words of the sentence whether what happens lies ahead: the nearest one before
  /// that tells decides, else the nearest one after.
  func direction(at index: Int) -> When.Direction {
    var at = index - 1
    while at >= 0, index - at < 14, !isSentenceEnd(at) {
      if let future = tense(at) { return future ? .future : .past }
      at -= 1
    }
    at = index
    while at < scan.count, at - index < 14, !isSentenceEnd(at) {
      if let future = tense(at) { return future ? .future : .past }
      at += 1
    }
    return .nearest
  }

  private func tense(_ index: Int) -> Bool? {
    switch lexicon.tense(scan.id(index)) {
    case .past: return false
    case .future: return true
    case .perfect: return index + 1 < scan.count ? tense(index + 1) : nil
    case nil: break
    }
    let word = scan.words[index]
    guard word.kind == .word else { return nil }
    if role(index) == .to {
      // "to meet", not "to Moscow"
      let next = index + 1
      guard next < scan.count, scan.words[next].kind == .word, !scan.words[next].isCapital,
        scan.id(next) == 0
      else { return nil }
      return true
    }
    let end = Int(word.end)
    return word.end - word.start > 4 && scan.text[end - 1] == 0x64 && scan.text[end - 2] == 0x65
      ? false : nil
  }

  private func isSentenceEnd(_ index: Int) -> Bool {
    guard scan.words[index].kind == .mark else { return false }
    let mark = scan.text[Int(scan.words[index].start)]
    if mark == 0x21 || mark == 0x3F || mark == 0x3B { return true }
    guard mark == 0x2E, index + 1 < scan.count, !scan.isJoined(index + 1) else { return false }
    // "Dec. 31", "U.S. envoy"
    return index == 0 || scan.words[index - 1].end - scan.words[index - 1].start > 4
      || scan.beginsLine(index + 1) && true
  }
}
