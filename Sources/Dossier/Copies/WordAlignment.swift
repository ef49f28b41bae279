/// Counts the edits from one sequence to another.
enum WordAlignment {
  /// The fewest insertions, deletions and replacements that make `a` of `b`.
  ///
  /// - Complexity: O(n m).
  /// - Source: Wagner and Fischer (1974), "The string-to-string correction problem".
  static func distance<Element: Equatable>(_ a: [Element], _ b: [Element]) -> Int {
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let cost = min(diagonal + (a[i] == b[j] ? 0 : 1), row[j] + 1, row[j + 1] + 1)
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[b.count]
  }

  /// The fewest edits that make `part` of some run of `whole`.
  ///
  /// - Complexity: O(n m).
  /// - Source: Sellers (1980), "The theory and computation of evolutionary distances".
  static func distance<Element: Equatable>(of part: [Element], within whole: [Element]) -> Int {
    var row = [Int](repeating: 0, count: whole.count + 1)
    for i in part.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in whole.indices {
        let cost = min(diagonal + (part[i] == whole[j] ? 0 : 1), row[j] + 1, row[j + 1] + 1)
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row.min() ?? part.count
  }
}
