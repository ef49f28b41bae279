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
    }.sorted { a, b in
      // Step by step: nearly all are told apart by the day or the article.
      let (day, other) = (a.knownOn, b.knownOn)
      if day != other { return day < other }
      if a.version == b.version, a.range != b.range { return a.range < b.range }
      return (a.article, a.range, a.id) < (b.article, b.range, b.id)
    }
  }
}
