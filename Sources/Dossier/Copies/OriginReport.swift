public import ParleyModel

/// One report and the copies of it in the dossier.
public struct OriginReport: Sendable {
  /// Why an article is taken for the first report.
  public enum Ground: String, Sendable, Hashable {
    /// The others say that they have it from its outlet.
    case named = "the others name its outlet"
    /// It was published before the others.
    case earliest = "published first"
    /// None was published before it, and it has the most text.
    case fullest = "the fullest of the first day"
  }

  /// An article that carries the report.
  public struct Member: Sendable, Hashable {
    /// The article's name.
    public let article: String
    /// The version.
    public let version: Int64
    /// The outlet; `nil` if not stated.
    public let outlet: String?
    /// The day of publication; `nil` if not stated.
    public let published: CalendarDate?
    /// The number of words, boilerplate left out.
    public let words: Int
    /// The other outlets that it says it has something from, most often named first.
    public let relays: [String]
  }

  /// An article held against the first report.
  public struct Copy: Sendable {
    /// The article.
    public let member: Member
    /// What it kept, dropped, moved, changed and added.
    public let comparison: CopyComparison
  }

  /// The article that is likely the first.
  public let first: Member
  /// Why.
  public let ground: Ground
  /// An outlet that the articles name as theirs, none of which is in the dossier; `nil` if there is
  /// none.
  public let source: String?
  /// The others, by day of publication and name.
  public let copies: [Copy]

  /// How many outlets carry the report.
  public var outlets: Int {
    Set(([first] + copies.map(\.member)).map { ($0.outlet ?? $0.article).lowercased() }).count
  }

  /// Chooses the first report and compares the others with it.
  ///
  /// - Precondition: `members` is not empty, and `articles` has the text of each version.
  init?(_ members: [Member], articles: [Int64: Article]) {
    let named = Self.named(members)
    let first: Member
    if let member = members.first(where: { named != nil && Self.isOf($0, named) }) {
      first = member
      ground = .named
      source = nil
    } else {
      func day(_ member: Member) -> Int { member.published?.dayNumber ?? Int.max }
      let best = members.min {
        (day($0), -$0.words, $0.article) < (day($1), -$1.words, $1.article)
      }
      guard let best else { return nil }
      first = best
      let isAlone = members.count { day($0) == day(best) } == 1
      ground = isAlone ? .earliest : .fullest
      source = named
    }
    guard let text = articles[first.version] else { return nil }
    self.first = first
    let others = members.filter { $0.version != first.version }.sorted {
      ($0.published?.dayNumber ?? Int.max, $0.article)
        < ($1.published?.dayNumber ?? Int.max, $1.article)
    }
    copies = others.compactMap { member in
      articles[member.version].map {
        Copy(member: member, comparison: CopyComparison(text, $0))
      }
    }
  }

  /// The outlet that most of the members say they have it from.
  private static func named(_ members: [Member]) -> String? {
    var counts: [String: (name: String, count: Int)] = [:]
    for member in members {
      guard let name = member.relays.first else { continue }
      counts[name.lowercased(), default: (name, 0)].count += 1
    }
    return counts.values.max { ($0.count, $1.name) < ($1.count, $0.name) }?.name
  }

  private static func isOf(_ member: Member, _ outlet: String?) -> Bool {
    member.outlet?.lowercased() == outlet?.lowercased()
  }
}
