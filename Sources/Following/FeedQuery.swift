public import ParleyModel

/// What an article must speak of to be taken: parties, issues or words.
///
///     ceasefire, prisoner exchange, Aland, territory
///
/// Commas part the subjects; one of them suffices. A subject is met if its words stand in title or
/// text one after the other, if a stance is held by or addressed to a party of that name, or if a
/// stance is on an issue of that code or group of codes. Letter case does not matter, nor by which of
/// its names a party is called.
public struct FeedQuery: Sendable, Hashable {
  private let subjects: [String]
  /// The subjects, and the names by which stances know the parties among them.
  private let parties: Set<String>

  /// Reads a query; one without subjects takes everything.
  ///
  /// - Parameter canonical: returns the name by which stances know a party of any name.
  public init(_ text: String?, canonical: (String) -> String = { $0 }) {
    subjects = (text ?? "").split(separator: ",").map(Self.folded).filter { !$0.isEmpty }
    parties = Set(subjects + subjects.map { Self.folded(canonical($0)) })
  }

  /// Whether the article that was read as `reading` is to be taken.
  public func matches(_ reading: ArticleReading) -> Bool {
    guard !subjects.isEmpty else { return true }
    let article = reading.article
    let text =
      " " + Self.folded(article.title ?? "") + " "
      + Self.folded(String(decoding: article.text, as: UTF8.self)) + " "
    var names: Set<String> = []
    var issues: Set<String> = []
    for position in reading.positions {
      names.insert(Self.folded(position.holder))
      if let addressee = position.addressee { names.insert(Self.folded(addressee)) }
      let code = position.issue.rawValue.lowercased()
      issues.formUnion([code, String(code.prefix { $0 != "." })])
    }
    return !names.isDisjoint(with: parties)
      || subjects.contains { subject in
        issues.contains(subject) || text.contains(" " + subject + " ")
      }
  }

  /// Words in small letters with one space between them, without other signs than dots in them.
  private static func folded(_ text: some StringProtocol) -> String {
    text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == ".") }
      .map { $0.last == "." ? $0.dropLast() : $0 }.joined(separator: " ")
  }
}
