internal import DataFiles
internal import Language

/// The trained weights behind the reading of positions, mapped from `models/positions.parley`.
package struct PositionModel: Sendable {
  let place: WeightTable
  let act: WeightTable
  let issue: WeightTable
  let holder: WeightTable
  /// The weights of what the words are about.
  let placeDirections: DenseTable
  let actDirections: DenseTable
  let issueDirections: DenseTable
  /// How scores become a confidence, and which confidence is enough.
  package let calibration: PositionCalibration

  /// Maps the model.
  ///
  /// - Throws: `DataError` if it is missing, of another version or made for another taxonomy.
  init(_ data: DataFolder, taxonomy: Taxonomy) throws(DataError) {
    let path = data.path + "/models/positions.parley"
    let file = try ModelFile(path: path)
    place = try file.load("place", WeightTable.init)
    act = try file.load("act", WeightTable.init)
    issue = try file.load("issue", WeightTable.init)
    holder = try file.load("holder", WeightTable.init)
    func directions(_ name: String, _ table: WeightTable) throws(DataError) -> DenseTable {
      try file.load(name) { section throws(ModelFileError) in
        try DenseTable(section, labels: table.labelCount)
      }
    }
    placeDirections = try directions("place.directions", place)
    actDirections = try directions("act.directions", act)
    issueDirections = try directions("issue.directions", issue)
    calibration = try file.load("calibration", PositionCalibration.init)
    guard issue.labelCount == taxonomy.codes.count else {
      throw DataError(
        .unusableModel(
          found: "it knows \(issue.labelCount) issues, taxonomy.yaml has \(taxonomy.codes.count)"),
        path: path)
    }
  }

  /// Returns what the models make of each clause of `context`.
  func scores(_ context: ArticleContext) -> [ClauseScores?] {
    context.clauses.indices.map { clause in
      let features = context.clauseFeatures(clause).rows
      let numbers = context.directions(clause)
      let place = chances(place, features, placeDirections, numbers)[1]
      guard place >= PositionCalibration.leastPlace else { return nil }
      let holders = context.holders(of: clause)
      guard !holders.isEmpty else { return nil }
      return ClauseScores(
        position: place, acts: chances(act, features, actDirections, numbers),
        issues: ClauseScores.mixed(
          chances(issue, context.issueFeatures(clause).rows, issueDirections, numbers),
          context.issueCueChances(clause)),
        holders: holders, holderChances: holderChances(context, clause: clause, holders))
    }
  }

  /// Returns the chance of each of `candidates` to hold the stance of a clause.
  func holderChances(
    _ context: ArticleContext, clause: Int, _ candidates: [HolderCandidate]
  ) -> [Float] {
    ClauseScores.softmax(
      context.holderFeatures(clause, candidates).map { sum(holder, $0.rows)[0] })
  }

  /// The sum of the weights of `rows`, for each label.
  func sum(_ table: WeightTable, _ rows: [UInt32]) -> [Float] {
    var scores = [Int32](repeating: 0, count: table.stride)
    rows.withUnsafeBufferPointer { rows in
      scores.withUnsafeMutableBufferPointer { scores in
        if let base = scores.baseAddress { table.add(rows, to: base) }
      }
    }
    return scores.prefix(table.labelCount).map { Float($0) * table.scale }
  }

  private func chances(
    _ table: WeightTable, _ rows: [UInt32], _ directions: DenseTable, _ numbers: [Float]
  ) -> [Float] {
    var scores = sum(table, rows)
    directions.add(numbers, to: &scores)
    return ClauseScores.softmax(scores)
  }
}
