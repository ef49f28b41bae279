extension Dossier {
  /// Returns the stances of a view, by article and place in the text.
  ///
  /// - Parameter rejected: whether those that a person rejected are among them, marked.
  public func stances(_ view: View = View(), rejected: Bool = false) throws(DossierError)
    -> [Stance]
  {
    try read { database in
      let loader = StanceLoader(
        database: database, view: view, names: try PartyNames(database), path: path)
      return try loader.all().filter { stance in
        if stance.review?.verdict == .reject { return rejected }
        return stance.review != nil || stance.confidence >= view.leastConfidence
      }
    }
  }
}
