internal import DataFiles

/// The codes of issues and acts with their definitions, as `taxonomy.yaml` gives them to readers.
struct TaxonomyGuide {
  /// One code with what it means.
  struct Entry {
    let code: String
    var label = ""
    var definition = ""

    /// The entry as a line of a list.
    var line: String { "- \(code): \(label.isEmpty ? "" : label + ". ")\(definition)" }
  }

  /// The issues, in the order of the file.
  private(set) var issues: [Entry] = []
  /// The acts, in the order of the file.
  private(set) var acts: [Entry] = []

  /// Loads `taxonomy.yaml`.
  init(_ data: DataFolder) throws(DataError) {
    var section = Section.other
    for line in try data.lines("taxonomy.yaml") {
      switch line.text {
      case "issues:": section = .issues
      case "acts:": section = .acts
      case "marks:", "aliases:", "rules:": section = .other
      default: break
      }
      switch section {
      case .issues: Self.take(line.text, into: &issues)
      case .acts: Self.take(line.text, into: &acts)
      case .other: break
      }
    }
    guard !issues.isEmpty, !acts.isEmpty else {
      throw DataError(
        .unusableModel(found: "no issues or no acts"), path: data.path + "/taxonomy.yaml")
    }
  }

  private enum Section { case issues, acts, other }

  private static func take(_ text: String, into entries: inout [Entry]) {
    if let code = text.value(of: "- code: ") {
      entries.append(Entry(code: code))
    } else if let label = text.value(of: "label: "), !entries.isEmpty {
      entries[entries.count - 1].label = label
    } else if let definition = text.value(of: "definition: "), !entries.isEmpty {
      entries[entries.count - 1].definition = definition
    }
  }
}

extension String {
  /// What follows `key` where the line begins with it.
  fileprivate func value(of key: String) -> String? {
    hasPrefix(key) ? String(dropFirst(key.count)) : nil
  }
}
