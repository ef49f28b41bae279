internal import ParleyModel

/// Which articles go back to one report.
///
/// Articles that share text are tied together; so are those that relay another outlet ("sources told
/// Reuters") with each other, with that outlet's own, if they were published within ``days``.
public struct OriginGroups: Sendable {
  /// How far apart articles that relay the same outlet may be published.
  static let days = 3

  /// The group of each version, named by its first member.
  private let group: [Int64: Int64]
  /// The pairs that share text.
  public let pairs: [CopyPair]

  /// Ties `versions` together by `pairs`; pairs with others are left out.
  init(_ versions: some Collection<Int64>, pairs: [CopyPair]) {
    var groups = UnionFind(Set(versions))
    self.pairs = pairs.filter { groups.contains($0.a) && groups.contains($0.b) }
    for pair in self.pairs { groups.join(pair.a, pair.b) }
    group = Dictionary(uniqueKeysWithValues: versions.map { ($0, groups.root($0)) })
  }

  /// The group of a version; itself if it is not in any.
  public func group(of version: Int64) -> Int64 { group[version] ?? version }

  /// How many versions there are.
  public var versionCount: Int { group.count }

  /// How many groups, those with a single version among them.
  public var count: Int { Set(group.values).count }

  /// The versions of each group with more than one, by group.
  public var copies: [[Int64]] {
    Dictionary(grouping: group.keys, by: { group[$0] ?? $0 }).values.filter { $0.count > 1 }
      .map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// How many outlets and how many independent origins stand behind stances that say the same.
  public func support(_ stances: [Stance]) -> Support {
    var groups = UnionFind(Set(stances.map { group(of: $0.version) }))
    var carriers: [String: [Carrier]] = [:]
    for stance in stances {
      let own = stance.outlet?.lowercased()
      let relayed = stance.chain.last { $0.kind == .outlet }?.name?.lowercased()
      guard let outlet = relayed ?? own else { continue }
      carriers[outlet, default: []].append(
        Carrier(
          day: stance.knownOn.dayNumber, group: group(of: stance.version), isRelay: outlet != own))
    }
    for carrier in carriers.values {
      let byDay = carrier.sorted { ($0.day, $0.group) < ($1.day, $1.group) }
      for (a, b) in zip(byDay, byDay.dropFirst())
      where b.day - a.day <= Self.days && (a.isRelay || b.isRelay) {
        groups.join(a.group, b.group)
      }
    }
    return Support(
      articles: Set(stances.map(\.article)).count,
      outlets: Set(stances.map { ($0.outlet ?? $0.article).lowercased() }).count,
      origins: groups.count)
  }

  /// An article that says something on the word of an outlet.
  private struct Carrier {
    let day: Int
    let group: Int64
    let isRelay: Bool
  }
}

/// Two versions of different articles that share text.
public struct CopyPair: Sendable, Hashable {
  /// The version that came in first.
  public let a: Int64
  /// The other.
  public let b: Int64
  /// The share of the shorter one's word sequences that the other has too, 0 to 1.
  public let share: Double
}

/// What stands behind a statement.
public struct Support: Sendable, Hashable {
  /// Articles that carry it.
  public let articles: Int
  /// Outlets that published them.
  public let outlets: Int
  /// Reports that do not go back to one another.
  public let origins: Int

  /// Takes the counts.
  public init(articles: Int, outlets: Int, origins: Int) {
    self.articles = articles
    self.outlets = outlets
    self.origins = origins
  }
}
