internal import DataFiles

/// The names that datelines are made of, from `Data/intake/agencies.txt` and
/// `Data/intake/dateline-places.txt`.
struct DatelineNames: Sendable {
  /// The name of the outlet by the form in the dateline.
  private var outlets: [String: String] = [:]
  /// Cities, in lower case.
  private var places: Set<String> = []
  /// Words in capitals that are no places.
  private var notPlaces: Set<String> = []

  /// Loads the names.
  init(_ data: DataFolder) throws(DataError) {
    for line in try data.lines("intake/agencies.txt") {
      let fields = line.fields
      guard fields.count <= 2 else { throw DataError(line, found: "expected a form and a name") }
      outlets[fields[0]] = fields.count == 2 ? fields[1] : fields[0]
    }
    for line in try data.lines("intake/dateline-places.txt") {
      if line.text.hasPrefix("not ") {
        notPlaces.insert(String(line.text.dropFirst(4)))
      } else {
        places.insert(line.text.lowercased())
      }
    }
  }

  /// Returns the outlet's name for its form in a dateline; `nil` if the form is not known.
  func outlet(_ form: String) -> String? { outlets[form] }

  /// Whether reports are known to be filed from the place.
  func isPlace(_ name: String) -> Bool { places.contains(name.lowercased()) }

  /// Whether words in capitals that open a paragraph cannot be a place.
  func isNoPlace(_ words: String) -> Bool { notPlaces.contains(words) }
}
