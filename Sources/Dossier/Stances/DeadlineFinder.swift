internal import ParleyModel
internal import Times

/// Finds the deadlines of stances: terms in their words and conditions ("by 1 June"), and dates of
/// their own that lie after the report.
struct DeadlineFinder: Sendable {
  let reader: TimeReader

  /// The deadlines of a stance, the earliest first, each day once.
  func deadlines(_ stance: Stance) -> [Deadline] {
    var found: [Deadline] = []
    if let asOf = stance.asOf, let last = DateText.lastDay(asOf), last > stance.knownOn {
      found.append(Deadline(day: last, words: nil))
    }
    for text in [stance.condition, stance.words].compactMap({ $0 }) {
      let bytes = Array(text.utf8)
      for time in reader.times(of: bytes, on: stance.knownOn) {
        guard case .span(let span) = time.meaning, let bound = time.bound,
          bound == .deadline || bound == .until || bound == .before, let end = span.end
        else { continue }
        found.append(
          Deadline(
            day: end.adding(days: -1),
            words: String(decoding: bytes[time.range.indices], as: UTF8.self)))
      }
    }
    var days: Set<CalendarDate> = []
    return found.sorted { ($0.day, $0.words ?? "~") < ($1.day, $1.words ?? "~") }.filter {
      days.insert($0.day).inserted
    }
  }
}
