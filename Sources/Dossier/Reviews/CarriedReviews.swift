internal import GRDB
internal import ParleyModel

/// Carries reviews of earlier versions of an article over to the version that a view shows: a review
/// goes where its words stand, if they stand there once. Words that were edited away take their
/// reviews with them, to the version that had them.
struct CarriedReviews {
  let database: Database
  let path: String
  /// The version that the view shows, by article.
  let shown: [Int64: Int64]

  func carried(_ reviews: [ReviewRecord]) throws -> [ReviewRecord] {
    var texts: [Int64: [UInt8]] = [:]
    func text(_ version: Int64) throws -> [UInt8] {
      if let text = texts[version] { return text }
      let text = try Document.current(of: version, in: database, path: path)?.article.text ?? []
      texts[version] = text
      return text
    }
    return try reviews.map { review in
      guard let version = shown[review.article], version != review.version else { return review }
      let (old, new) = (try text(review.version), try text(version))
      guard review.range.upperBound <= old.count,
        let place = Self.onlyPlace(of: old[review.range.indices], in: new)
      else { return review }
      var carried = review
      carried.version = version
      carried.range = place
      // A corrected place goes along if its words do.
      carried.correction.range = review.correction.range.flatMap { range in
        range.upperBound <= old.count
          ? Self.onlyPlace(of: old[range.indices], in: new) : nil
      }
      return carried
    }
  }

  /// Where `words` stand in `text`; `nil` if they do not, or more than once.
  static func onlyPlace(of words: ArraySlice<UInt8>, in text: [UInt8]) -> ByteRange? {
    guard let first = words.first, words.count <= text.count else { return nil }
    var found: ByteRange?
    for start in 0...(text.count - words.count) where text[start] == first {
      guard text[start..<start + words.count] == words else { continue }
      if found != nil { return nil }
      found = ByteRange(start, start + words.count)
    }
    return found
  }
}
