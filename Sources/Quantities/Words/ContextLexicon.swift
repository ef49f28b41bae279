internal import DataFiles

/// Words around numbers that tell what they are, from `quantities/context.tsv`, and the names of
/// months, from `times/months.tsv`.
struct ContextLexicon: Sendable {
  /// What a word tells.
  struct Role: OptionSet, Sendable {
    let rawValue: UInt32
    /// Grammar: no noun, no name.
    static let function = Role(rawValue: 1)
    /// What numbers name things after ("article 5", "phase two").
    static let label = Role(rawValue: 2)
    static let month = Role(rawValue: 4)
    /// A plural without "s" ("people", "troops").
    static let plural = Role(rawValue: 8)
    /// What stands before a year ("in", "since").
    static let beforeYear = Role(rawValue: 16)
    /// What only persons do ("fled"), after a number without a noun.
    static let bearer = Role(rawValue: 32)
    /// Makes "one" after it no number ("no", "the").
    static let beforePronoun = Role(rawValue: 64)
    /// After a number, the time of a day ("pm").
    static let clock = Role(rawValue: 128)
    static let between = Role(rawValue: 256)
    static let to = Role(rawValue: 512)
    static let or = Role(rawValue: 1024)
    static let dash = Role(rawValue: 2048)
    static let `in` = Role(rawValue: 4096)
    static let out = Role(rawValue: 8192)
    static let old = Role(rawValue: 16384)
    static let from = Role(rawValue: 32768)
    static let every = Role(rawValue: 65536)
    static let `for` = Role(rawValue: 131072)
    /// Grammar that may stand between a number and its noun ("more", "other").
    static let modifier = Role(rawValue: 262144)
    static let over = Role(rawValue: 524288)
    static let time = Role(rawValue: 4_194_304)
    static let ranging = Role(rawValue: 1_048_576)
    /// What makes "a week" after it a length of time ("within", "only").
    static let beforeLength = Role(rawValue: 2_097_152)
  }

  private let roles: [Role]

  init(_ data: DataFolder, words: inout WordTable) throws(DataError) {
    var entries: [(id: UInt16, role: Role)] = []
    for line in try data.lines("quantities/context.tsv") {
      let fields = line.fields
      guard fields.count == 2, let role = Self.names[fields[0]] else {
        throw DataError(line, found: "a known role and words were expected")
      }
      for word in fields[1].split(separator: " ") { entries.append((words.insert(word), role)) }
    }
    for line in try data.lines("times/months.tsv") {
      for word in (line.fields.last ?? "").split(separator: " ") {
        entries.append((words.insert(word), .month))
      }
    }
    var roles = [Role](repeating: [], count: words.count)
    for entry in entries { roles[Int(entry.id)].insert(entry.role) }
    self.roles = roles
  }

  @inline(__always)
  func roles(_ id: UInt16) -> Role { Int(id) < roles.count ? roles[Int(id)] : [] }

  private static let names: [String: Role] = [
    "function": .function, "label": .label, "plural": .plural, "beforeYear": .beforeYear,
    "bearer": .bearer, "beforePronoun": .beforePronoun, "clock": .clock, "between": .between,
    "to": .to, "or": .or, "dash": .dash, "in": .in, "out": .out, "old": .old, "from": .from,
    "every": .every, "for": .for, "modifier": .modifier, "over": .over, "time": .time,
    "ranging": .ranging, "beforeLength": .beforeLength,
  ]
}
