internal import DataFiles
internal import Quantities

/// The words of times, from the `times` folder.
struct TimeLexicon: Sendable {
  /// What a word does in a time.
  enum Role: UInt8, Sendable {
    case none
    /// A month, 1 to 12.
    case month
    /// A day of the week, 1 (Monday) to 7.
    case weekday
    /// A season by its first month.
    case season
    /// A unit of the calendar: value is the index in `Grain.allCases`.
    case grain
    /// "nights": counted as days.
    case night
    /// "fortnight": two weeks.
    case fortnight
    /// "today", "yesterday", "tomorrow": value is the distance in days.
    case today
    /// "now".
    case now
    /// "this".
    case this
    /// "next".
    case next
    /// "last", "previous".
    case last
    /// "past": the last, or the one that is going on.
    case past
    /// "coming", "upcoming": the nearest to come.
    case coming
    /// "following".
    case following
    /// "morning", "night".
    case partOfDay
    /// "early", "late", "mid".
    case early, middle, late
    /// "earlier", "later".
    case earlier, later
    /// "beginning", "end".
    case start, centre, end
    case the, of, on, `in`, at, and, or, to, from, between, ago, before, after, all, another, every
    case first, dash, decade, year, date, couple, sometime, within, during, `for`, time, possessive
  }

  private var roles: [Role] = []
  private var values: [Int] = []
  private var ambiguous: [Bool] = []
  /// Prepositions that bound a time.
  private(set) var bounds = PhraseTable<Operator>()
  /// Holidays by name.
  private(set) var holidays = PhraseTable<Holiday>()
  private var tenses: [Tense?] = []

  /// Phrases like "more than" before a length of time.
  private(set) var more = PhraseTable<Bool>()

  /// What a word tells of when things happen.
  enum Tense: String, Sendable {
    case past, future
    /// Past, where a participle follows.
    case perfect
  }

  /// What a preposition makes of a time.
  enum Operator: String, Sendable {
    case since, after, before, deadline, until
  }

  init(_ data: DataFolder, words: inout WordTable) throws(DataError) {
    var entries: [(id: UInt16, role: Role, value: Int, isAmbiguous: Bool)] = []
    for line in try data.lines("times/months.tsv") {
      let fields = line.fields
      guard fields.count == 2, let month = Int(fields[0]), (1...12).contains(month) else {
        throw DataError(line, found: "a number from 1 to 12 and names were expected")
      }
      for word in fields[1].split(separator: " ") {
        entries.append((words.insert(word), .month, month, false))
      }
    }
    for line in try data.lines("times/words.tsv") {
      let fields = line.fields
      guard fields.count == 3, let role = Self.names[fields[0]], let value = Int(fields[1]) else {
        throw DataError(line, found: "a known role, a number and words were expected")
      }
      for word in fields[2].split(separator: " ") {
        let isAmbiguous = word.hasPrefix("!") && word.utf8.count > 1
        entries.append(
          (words.insert(isAmbiguous ? word.dropFirst() : word), role, value, isAmbiguous))
      }
    }
    var ambiguousIDs: [UInt16] = []
    for line in try data.lines("times/ambiguous.txt") {
      ambiguousIDs.append(words.insert(line.text))
    }
    for line in try data.lines("times/bounds.tsv") {
      let fields = line.fields
      guard fields.count == 2 else {
        throw DataError(line, found: "a bound and phrases were expected")
      }
      let bound = Operator(rawValue: fields[0])
      guard bound != nil || fields[0] == "more" else {
        throw DataError(line, found: "the bound is not known")
      }
      for phrase in fields[1].split(separator: "|") {
        if let bound {
          bounds.add(String(phrase), bound, words: &words)
        } else {
          more.add(String(phrase), true, words: &words)
        }
      }
    }
    for line in try data.lines("times/holidays.tsv") {
      let fields = line.fields
      guard fields.count == 2, let holiday = Holiday(fields[0]) else {
        throw DataError(line, found: "a rule for the day and names were expected")
      }
      for phrase in fields[1].split(separator: "|") {
        holidays.add(String(phrase), holiday, words: &words)
      }
    }
    var told: [(id: UInt16, tense: Tense)] = []
    for line in try data.lines("times/tense.tsv") {
      let fields = line.fields
      guard fields.count == 2, let tense = Tense(rawValue: fields[0]) else {
        throw DataError(line, found: "'past', 'future' or 'perfect' and words were expected")
      }
      for word in fields[1].split(separator: " ") {
        told.append((words.insert(word), tense))
      }
    }
    roles = [Role](repeating: .none, count: words.count)
    values = [Int](repeating: 0, count: words.count)
    ambiguous = [Bool](repeating: false, count: words.count)
    tenses = [Tense?](repeating: nil, count: words.count)
    for entry in entries {
      roles[Int(entry.id)] = entry.role
      values[Int(entry.id)] = entry.value
      if entry.isAmbiguous { ambiguous[Int(entry.id)] = true }
    }
    for id in ambiguousIDs { ambiguous[Int(id)] = true }
    for word in told { tenses[Int(word.id)] = word.tense }
  }

  @inline(__always)
  func role(_ id: UInt16) -> Role { Int(id) < roles.count ? roles[Int(id)] : .none }
  func value(_ id: UInt16) -> Int { Int(id) < values.count ? values[Int(id)] : 0 }
  func isAmbiguous(_ id: UInt16) -> Bool { Int(id) < ambiguous.count && ambiguous[Int(id)] }
  func tense(_ id: UInt16) -> Tense? { Int(id) < tenses.count ? tenses[Int(id)] : nil }

  /// The number of pieces of a phrase like "more than" that begins at piece `index`, 0 for none.
  func hasMore(_ index: Int, in scan: WordScan) -> Int {
    more.longest(at: index, in: scan)?.count ?? 0
  }

  /// Whether a phrase like "over" ends before piece `index`.
  func moreBefore(_ index: Int, in scan: WordScan) -> Bool {
    (1...2).contains { more.longest(at: index - $0, in: scan)?.count == $0 }
  }

  private static let names: [String: Role] = [
    "weekday": .weekday, "season": .season, "grain": .grain, "night": .night,
    "fortnight": .fortnight, "today": .today, "now": .now, "this": .this, "next": .next,
    "last": .last, "past": .past, "coming": .coming, "following": .following,
    "partOfDay": .partOfDay, "early": .early, "middle": .middle, "late": .late,
    "earlier": .earlier, "later": .later, "start": .start, "centre": .centre, "end": .end,
    "the": .the, "of": .of, "on": .on, "in": .in, "at": .at, "and": .and, "or": .or, "to": .to,
    "from": .from, "between": .between, "ago": .ago, "before": .before, "after": .after,
    "all": .all, "another": .another, "every": .every, "dash": .dash, "decade": .decade,
    "date": .date, "couple": .couple, "sometime": .sometime, "within": .within,
    "during": .during, "for": .for, "time": .time, "possessive": .possessive,
  ]
}
