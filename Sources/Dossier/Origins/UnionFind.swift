/// Sets that are joined step by step; each is named by its least member, so that the order of the
/// steps does not matter.
///
/// - Source: Galler and Fischer (1964), "An improved equivalence algorithm".
struct UnionFind {
  private var parent: [Int64: Int64]
  /// The number of sets.
  private(set) var count: Int

  /// Starts with each of `members` alone.
  init(_ members: Set<Int64>) {
    parent = Dictionary(uniqueKeysWithValues: members.map { ($0, $0) })
    count = members.count
  }

  /// Whether `member` is in one of the sets.
  func contains(_ member: Int64) -> Bool { parent[member] != nil }

  /// The least member of the set that `member` is in.
  func root(_ member: Int64) -> Int64 {
    var at = member
    while let up = parent[at], up != at { at = up }
    return at
  }

  /// Joins the sets of two members.
  mutating func join(_ a: Int64, _ b: Int64) {
    let a = root(a)
    let b = root(b)
    guard a != b else { return }
    parent[max(a, b)] = min(a, b)
    count -= 1
  }
}
