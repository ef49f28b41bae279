internal import ParleyModel

extension Stance {
  /// The columns of a table of stances.
  static let columns = [
    "stance", "article", "outlet", "known", "received", "party", "act", "issue", "addressee",
    "places", "condition", "as_of", "said", "status", "confidence", "words", "start", "end",
    "speaker", "unresolved", "chain", "review", "review_number", "reviewed_by", "reviewed_at",
    "reason",
  ]

  /// The stance as a row under ``columns``.
  var row: [String?] {
    [
      id, article, outlet, knownOn.description, received.description, holder, act.rawValue,
      issue.rawValue, addressee, places.joined(separator: "; "), condition, asOf,
      said?.description, status.rawValue, String(confidence), words, String(range.lowerBound),
      String(range.upperBound), speaker, unresolved,
      chain.map { $0.name ?? "unknown" }.joined(separator: " > "), review?.verdict.rawValue,
      review.map { String($0.number) }, review?.by, review?.at.description, review?.reason,
    ]
  }

  /// Stances as CSV (RFC 4180), one a row. Offsets are bytes of the article's UTF-8 text.
  public static func csv(_ stances: [Stance]) -> [UInt8] {
    var table = CSV(columns)
    for stance in stances { table.row(stance.row) }
    return table.bytes
  }
}
