internal import DataFiles

/// The words by which bylines and credits are known.
struct BylineWords: Sendable {
  /// What stands before a name, the longest first.
  let opens: [String]
  /// What stands before the name of one who is no author.
  let reviewers: [String]
  /// What ends a name.
  let ends: Set<String>
  /// What is no author.
  let never: Set<String>
  /// News agencies, in lower case.
  let agencies: Set<String>
  /// How reports credit others.
  let credits: [String]

  /// Loads the lists from `pages/byline-words.tsv`.
  init(_ folder: DataFolder) throws(DataError) {
    var lists: [String: [String]] = [:]
    for line in try folder.lines("pages/byline-words.tsv") {
      let fields = line.fields
      guard fields.count == 2 else { throw DataError(line, found: "not a field and its words") }
      lists[fields[0], default: []] += fields[1].split(separator: "|").map(String.init)
    }
    func longestFirst(_ name: String) -> [String] {
      (lists[name] ?? []).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }
    opens = longestFirst("opens")
    reviewers = longestFirst("reviewer")
    ends = Set(lists["ends"] ?? [])
    never = Set(lists["never"] ?? [])
    agencies = Set(lists["agency"] ?? [])
    credits = longestFirst("credits")
  }
}
