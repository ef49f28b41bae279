internal import DataFiles

/// Which names of meta elements say what.
struct MetaNames: Sendable {
  /// What a meta element says.
  enum Fact: String, CaseIterable, Sendable {
    case title, published, modified, author, outlet, address, language, kind, free
  }

  private let entries: [String: (field: Fact, rank: Int)]

  /// Loads the table from `pages/meta-names.tsv`.
  init(_ folder: DataFolder) throws(DataError) {
    var entries: [String: (field: Fact, rank: Int)] = [:]
    for line in try folder.lines("pages/meta-names.tsv") {
      let fields = line.fields
      guard fields.count == 2, let field = Fact(rawValue: fields[0]) else {
        throw DataError(line, found: "not a field and its names")
      }
      for (rank, name) in fields[1].split(separator: " ").enumerated() {
        entries[String(name)] = (field, rank)
      }
    }
    self.entries = entries
  }

  /// Returns what an element named `name`, in any case, says, and how far it goes before others:
  /// a lower rank is better.
  func meaning(of name: String) -> (field: Fact, rank: Int)? { entries[name.lowercased()] }
}
