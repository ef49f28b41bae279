internal import DataFiles

/// Decides which blocks of a page are its article: a sum of small regression trees over
/// ``BlockFeatures``, turned into a probability.
///
/// - Source: Friedman (2001), "Greedy Function Approximation: A Gradient Boosting Machine".
package struct BlockModel: Sendable {
  /// The name of the model in the data folder.
  package static let file = "models/page-blocks.tsv"

  /// After so many trees it is looked whether the rest can matter.
  private static let stretch = 100
  /// The sum, in either direction, that the rest of the trees does not bring back to zero.
  private static let certain: Float = 3

  /// One node of a tree.
  package struct Node: Sendable, Hashable {
    /// The column that is compared; -1 for a leaf.
    package var column: Int32
    /// The value of a leaf, or the number that the column must not exceed to go left.
    package var value: Float
    /// How far ahead the right branch begins; the left one comes next.
    package var right: Int32

    /// Makes a node.
    package init(column: Int32, value: Float, right: Int32) {
      self.column = column
      self.value = value
      self.right = right
    }
  }

  /// The number of columns that describe a block.
  package let width: Int
  /// The nodes of all trees.
  package let nodes: [Node]
  /// Where each tree begins.
  package let roots: [Int]

  /// Makes a model of trees.
  package init(width: Int, nodes: [Node], roots: [Int]) {
    self.width = width
    self.nodes = nodes
    self.roots = roots
  }

  /// Loads the model: a line "width", then for each tree a line "tree" and its nodes in order,
  /// "leaf" with its value, or "split" with column, bound and the distance of the right branch.
  init(_ folder: DataFolder) throws(DataError) {
    var width = 0
    var nodes: [Node] = []
    var roots: [Int] = []
    let content = try folder.bytes(Self.file)
    nodes.reserveCapacity(content.count / 12)
    var number = 0
    for line in content.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      let fields = line.split(separator: 0x09)
      func malformed(_ found: String) -> DataError {
        DataError(.malformed(line: number, found: found), path: folder.path + "/" + Self.file)
      }
      switch (first, fields.count) {
      case (UInt8(ascii: "w"), 2): width = Int(Self.text(fields[1])) ?? 0
      case (UInt8(ascii: "t"), 1): roots.append(nodes.count)
      case (UInt8(ascii: "l"), 2):
        guard let value = Float(Self.text(fields[1])) else { throw malformed("no number") }
        nodes.append(Node(column: -1, value: value, right: 0))
      case (UInt8(ascii: "s"), 4):
        guard let column = Int32(Self.text(fields[1])), let value = Float(Self.text(fields[2])),
          let right = Int32(Self.text(fields[3])), column >= 0, column < width, right > 0
        else { throw malformed("not a column, a bound and a distance") }
        nodes.append(Node(column: column, value: value, right: right))
      default: throw malformed("neither width, tree, leaf nor split")
      }
    }
    guard !roots.isEmpty, Self.isSound(nodes) else {
      throw DataError(
        .unusableModel(found: "its trees are cut off"), path: folder.path + "/" + Self.file)
    }
    self.init(width: width, nodes: nodes, roots: roots)
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String {
    String(decoding: field, as: UTF8.self)
  }

  /// Whether every path from every node ends in a leaf inside the file.
  private static func isSound(_ nodes: [Node]) -> Bool {
    for (index, node) in nodes.enumerated() where node.column >= 0 {
      if index + Int(node.right) >= nodes.count { return false }
    }
    return nodes.last.map { $0.column < 0 } ?? false
  }

  /// The model as its file.
  package var text: String {
    var lines = [
      "# Which blocks of a page are its article; written by parley-train pages.",
      "width\t\(width)",
    ]
    var next = 0
    for (index, node) in nodes.enumerated() {
      if next < roots.count, roots[next] == index {
        lines.append("tree")
        next += 1
      }
      lines.append(
        node.column < 0
          ? "leaf\t\(node.value)" : "split\t\(node.column)\t\(node.value)\t\(node.right)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Returns the probability, 0...1, that the block described by `row` belongs to the article.
  package func probability(_ row: ArraySlice<Float>) -> Double {
    var sum: Float = 0
    let nodes = nodes.span
    let row = row.span
    for (tree, root) in roots.enumerated() {
      // Most blocks are far from the border long before the last tree.
      if tree % Self.stretch == 0, tree > 0, abs(sum) > Self.certain { break }
      var index = root
      var node = nodes[index]
      while node.column >= 0 {
        index += row[Int(node.column)] <= node.value ? 1 : Int(node.right)
        node = nodes[index]
      }
      sum += node.value
    }
    return 1 / (1 + BoundedExponential.value(of: -Double(sum)))
  }
}

/// The exponential function in fixed arithmetic, so that two machines give the same reading.
package enum BoundedExponential {
  /// Returns e to the power of `x`, `x` taken into -30...30, to about 12 digits.
  package static func value(of x: Double) -> Double {
    let bounded = min(max(x, -30), 30) / 1024
    var sum = 1.0
    var term = 1.0
    for step in 1...8 {
      term *= bounded / Double(step)
      sum += term
    }
    for _ in 0..<10 { sum *= sum }
    return sum
  }
}
