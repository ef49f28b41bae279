internal import ParleyModel

/// Dates as English text writes them.
enum WrittenDate {
  /// Returns the number of a month by its name or abbreviation, a full stop allowed; `nil` if the
  /// word is none.
  static func month(_ word: some StringProtocol) -> Int? {
    var word = word.lowercased()
    if word.hasSuffix(".") { word.removeLast() }
    guard word.utf8.count >= 3 else { return nil }
    if word == "sept" { return 9 }
    let index = names.firstIndex { $0 == word || word.utf8.count == 3 && $0.hasPrefix(word) }
    return index.map { $0 + 1 }
  }

  /// Whether the word is a day of the week or its abbreviation.
  static func isWeekday(_ word: some StringProtocol) -> Bool {
    weekdays.contains(word.lowercased()) || shortWeekdays.contains(word.lowercased())
  }

  /// Reads a whole date with its year: "21 August 2025", "Aug. 21, 2025", "2025-08-21".
  static func date(_ text: some StringProtocol) -> CalendarDate? {
    if let date = CalendarDate(iso: text) { return date }
    let words = text.split { $0 == " " || $0 == "," }.filter { !isWeekday($0) }
    guard words.count == 3, let year = Int(words[2]), year >= 1000 else { return nil }
    if let month = month(words[0]), let day = Int(words[1]) {
      return CalendarDate(year: year, month: month, day: day)
    }
    if let month = month(words[1]), let day = Int(words[0]) {
      return CalendarDate(year: year, month: month, day: day)
    }
    return nil
  }

  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let shortWeekdays: Set<String> = [
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
  ]
}
