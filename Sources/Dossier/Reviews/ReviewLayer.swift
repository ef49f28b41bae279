internal import ParleyModel

/// Lays what people decided over what was read.
///
/// A review belongs to the stance with the same words, party, act and issue, as it was read or as an
/// earlier review left it. After a better reader has read the article again, it belongs to the stance
/// at the same place whose fields are the subject's, or what the review says they should be; where
/// there is none, the stance that a person accepted, corrected or added stays in the record by itself.
struct ReviewLayer {
  private var byVersion: [Int64: [ReviewRecord]] = [:]

  init(_ reviews: [ReviewRecord]) {
    for review in reviews { byVersion[review.version, default: []].append(review) }
  }

  /// The versions that were reviewed.
  var versions: [Int64] { byVersion.keys.sorted() }

  /// Returns the stances of one version as people left them.
  ///
  /// Rejected stances are among them, marked.
  ///
  /// - Parameters:
  ///   - make: builds a stance that only a review holds.
  ///   - words: gives the words of a range of the version's text.
  func applied(
    to stances: [Stance], of version: Int64, make: (ReviewRecord) -> Stance?,
    words: (ByteRange) -> String?
  ) -> [Stance] {
    guard let reviews = byVersion[version] else { return stances }
    var decided = stances.map { DecidedStance($0, isRead: true) }
    for review in reviews {
      let place =
        decided.firstIndex { $0.isSubject(of: review) }
        ?? decided.firstIndex { $0.isLikeSubject(of: review) }
      if let place {
        decided[place].add(review)
      } else if let stance = make(review) {
        var new = DecidedStance(stance, isRead: false)
        new.add(review)
        decided.append(new)
      }
    }
    return decided.compactMap { $0.stance(words: words) }
  }
}
