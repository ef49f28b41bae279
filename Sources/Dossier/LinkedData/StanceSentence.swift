internal import ParleyModel

extension Stance {
  /// The stance as a short sentence ("Aland rejects territory.cession (to Bland)").
  var sentence: String {
    "\(holder) \(act.verb) \(issue.rawValue)" + (addressee.map { " (to \($0))" } ?? "")
  }

  /// Whom it is on: the chain, outlet first.
  var chainWords: String { chain.map { $0.name ?? "unknown" }.joined(separator: " ▸ ") }
}
