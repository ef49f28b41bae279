public import DataFiles

/// How names of regions are compared: without case, marks and the words that only say what kind of
/// region it is ("oblast", "region").
public struct RegionWords: Sendable {
  private let generic: Set<String>

  /// Takes the words that say only what kind of region it is, in lower case.
  public init(generic: Set<String>) { self.generic = generic }

  /// Reads the words from `territory/region-words.txt`.
  public init(_ folder: DataFolder) throws(DataError) {
    generic = Set(try folder.lines("territory/region-words.txt").map(\.text))
  }

  /// Returns the name in the form in which names are compared.
  public func fold(_ name: String) -> String {
    var words: [String] = [""]
    for character in name.lowercased() {
      if character.isLetter || character.isNumber {
        words[words.count - 1].append(character)
      } else if character != "'" && character != "’" && character != "ʼ", words.last != "" {
        words.append("")
      }
    }
    let kept = words.filter { !$0.isEmpty && !generic.contains($0) }
    // A name made of nothing but such words ("Region") stands for itself.
    return (kept.isEmpty ? words.filter { !$0.isEmpty } : kept).joined(separator: " ")
  }
}

/// How far two names differ.
enum NameDistance {
  /// The number of letters to insert, delete or replace (Levenshtein, 1965).
  static func edits(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let cost = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[b.count]
  }
}
