/// Groups changed edges whose loops lie apart from one another.
enum EdgeClusters {
  /// Returns the numbers of the edges, group by group: edges that share a point are in one group,
  /// and so are groups whose boxes meet.
  static func clusters(of edges: [ChangeSweep.Edge]) -> [[Int]] {
    var parent = Array(edges.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index {
        parent[index] = parent[parent[index]]
        index = parent[index]
      }
      return index
    }
    var owner: [GridPoint: Int] = [:]
    owner.reserveCapacity(edges.count)
    for (index, edge) in edges.enumerated() {
      for point in [edge.a, edge.b] {
        if let other = owner[point] {
          parent[root(index)] = root(other)
        } else {
          owner[point] = index
        }
      }
    }
    var boxes: [(box: GridBox, root: Int)] = []
    while true {
      var boxOfRoot: [Int: GridBox] = [:]
      for (index, edge) in edges.enumerated() {
        boxOfRoot[root(index), default: .empty].include(GridBox(edge.a, edge.b))
      }
      boxes = boxOfRoot.map { ($0.value, $0.key) }.sorted { $0.box.low.x < $1.box.low.x }
      var hasMerged = false
      var open: [(box: GridBox, root: Int)] = []
      for item in boxes {
        open.removeAll { $0.box.high.x < item.box.low.x }
        for other in open where other.box.meets(item.box) && root(other.root) != root(item.root) {
          parent[root(other.root)] = root(item.root)
          hasMerged = true
        }
        open.append(item)
      }
      if !hasMerged { break }
    }
    var groups: [Int: [Int]] = [:]
    for index in edges.indices { groups[root(index), default: []].append(index) }
    return groups.values.sorted { $0[0] < $1[0] }
  }
}
