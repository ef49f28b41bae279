internal import GRDB
internal import JSONBytes
internal import ParleyModel

/// Finds the versions that share text with a new one.
struct CopyFinder {
  /// The least share of the shorter one's word sequences that makes a copy.
  static let leastShare = 0.3
  /// The fewest word sequences that two versions must share.
  static let leastShared = 12
  /// By how many standard deviations the part that is shared of a sample may lie below that of the
  /// whole text.
  private static let deviations = 3.0
  /// A sequence is stored for so many versions and no more: it is a stock phrase, or a report that is
  /// tied together by the copies that are stored.
  private static let mostVersions = 64

  let database: Database
  let path: String

  /// Compares a new version with those that are there, stores its sample and the pairs.
  func add(
    _ text: Article, sample fingerprint: [Int64], version: Int64, article: Int64
  ) throws {
    guard !fingerprint.isEmpty else { return }
    var output = JSONOutput()
    output.array(fingerprint) { $0.integer(Int($1)) }
    let sample = String(decoding: output.bytes, as: UTF8.self)
    let find = try database.cachedStatement(
      sql: """
        SELECT f.version, COUNT(*), v.sample FROM json_each(?) AS s
          JOIN fingerprint AS f ON f.hash = s.value JOIN version AS v ON v.id = f.version
          WHERE v.article <> ? GROUP BY f.version
        """)
    var candidates: [Int64] = []
    let rows = try Row.fetchCursor(find, arguments: [sample, article])
    while let row = try rows.next() {
      let shared: Int = row[1]
      let size = Double(min(row[2] as Int, fingerprint.count))
      let expected = size * Self.leastShare
      let spread = (expected * (1 - Self.leastShare)).squareRoot()
      if Double(shared) >= expected - Self.deviations * spread { candidates.append(row[0]) }
    }
    try database.cachedStatement(
      sql: """
        INSERT INTO fingerprint(hash, version) SELECT value, ?2 FROM json_each(?1)
          WHERE (SELECT COUNT(*) FROM (SELECT 1 FROM fingerprint WHERE hash = value
            LIMIT \(Self.mostVersions))) < \(Self.mostVersions)
        """
    ).execute(arguments: [sample, version])
    guard !candidates.isEmpty else { return }
    let own = Shingles(text).hashes
    for candidate in candidates { try compare(own, version, with: candidate) }
  }

  private func compare(_ own: Set<UInt64>, _ version: Int64, with other: Int64) throws {
    guard let article = try Document.article(of: other, in: database, path: path) else { return }
    let hashes = Shingles(article).hashes
    let (small, large) = own.count < hashes.count ? (own, hashes) : (hashes, own)
    let shared = small.reduce(0) { $0 + (large.contains($1) ? 1 : 0) }
    let share = Double(shared) / Double(max(1, small.count))
    guard shared >= Self.leastShared, share >= Self.leastShare else { return }
    try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO copy(a, b, share) VALUES (?, ?, ?)"
    ).execute(arguments: [min(version, other), max(version, other), share])
  }
}
