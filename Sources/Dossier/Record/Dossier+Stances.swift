extension Dossier {
  /// Returns the stances of a view, by day of publication, article and place in the text.
  ///
  /// - Parameter rejected: whether those that a person rejected are among them, marked.
  public func stances(_ view: View = View(), rejected: Bool = false) throws(DossierError)
    -> [Stance]
  {
    try read { database in
      try StanceLoader(database: database, view: view, path: path).inOrder(rejected: rejected)
    }
  }
}

extension StanceLoader {
  /// The stances of the view that are sure enough, by day of publication, article and place in the
  /// text.
  ///
  /// - Parameter rejected: whether those that a person rejected are among them, marked.
  func inOrder(rejected: Bool = false) throws -> [Stance] {
    try all().filter { stance in
      if stance.review?.verdict == .reject { return rejected }
      return stance.review != nil || stance.confidence >= view.leastConfidence
    }.sorted {
      ($0.knownOn, $0.article, $0.range, $0.id) < ($1.knownOn, $1.article, $1.range, $1.id)
    }
  }
}
