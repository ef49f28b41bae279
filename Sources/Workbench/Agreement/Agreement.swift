internal import Dossier
internal import ParleyModel

/// How far two reviewers agree.
struct Agreement: Sendable, Hashable {
  /// The one reviewer.
  let first: String
  /// The other.
  let second: String
  /// Stances that both decided about.
  let both: Int
  /// Those of them about which they decided the same.
  let same: Int
  /// Cohen's kappa of their decisions, at most 1; `nil` where it is not defined, because both
  /// decided the same way about everything or nothing was decided by both.
  ///
  /// - Source: Cohen (1960), "A coefficient of agreement for nominal scales".
  let kappa: Double?
  /// The F1 of the places that both hold right, in articles where both decided something, 0 to 1;
  /// `nil` where neither holds any right.
  let spanF1: Double?

  /// Compares the last decisions of two reviewers; what one took over from another to settle a
  /// difference is none of their own.
  init(_ first: String, _ second: String, log: [ReviewEntry]) {
    self.first = first
    self.second = second
    let a = Self.decisions(of: first, log)
    let b = Self.decisions(of: second, log)
    let shared = a.keys.filter { b[$0] != nil }
    both = shared.count
    same = shared.count { a[$0]?.verdict == b[$0]?.verdict }
    kappa = Self.kappa(
      shared.compactMap { key in
        a[key].flatMap { one in b[key].map { (one.verdict, $0.verdict) } }
      })
    let versions = Set(a.keys.map(\.version)).intersection(b.keys.map(\.version))
    spanF1 = Self.spanF1(Self.places(a, versions), Self.places(b, versions))
  }

  /// All pairs of reviewers who decided about the same stance or article.
  static func all(_ log: [ReviewEntry]) -> [Agreement] {
    let names = Set(log.map(\.by)).sorted()
    return names.indices.flatMap { index in
      names[(index + 1)...].map { Agreement(names[index], $0, log: log) }
    }.filter { $0.both > 0 || $0.spanF1 != nil }
  }

  /// Cohen's kappa of pairs of decisions.
  static func kappa(_ pairs: [(Verdict, Verdict)]) -> Double? {
    guard !pairs.isEmpty else { return nil }
    let count = Double(pairs.count)
    let observed = Double(pairs.count { $0.0 == $0.1 }) / count
    let expected = Verdict.allCases.reduce(0.0) { sum, verdict in
      let a = Double(pairs.count { $0.0 == verdict }) / count
      let b = Double(pairs.count { $0.1 == verdict }) / count
      return sum + a * b
    }
    return expected < 1 ? (observed - expected) / (1 - expected) : nil
  }

  /// The F1 of two sets of places, matched exactly.
  static func spanF1(_ a: Set<Place>, _ b: Set<Place>) -> Double? {
    guard !a.isEmpty || !b.isEmpty else { return nil }
    return 2 * Double(a.intersection(b).count) / Double(a.count + b.count)
  }

  /// A place in a version.
  struct Place: Sendable, Hashable {
    let version: Int64
    let range: ByteRange
  }

  private static func decisions(of name: String, _ log: [ReviewEntry])
    -> [ReviewEntry.Subject: ReviewEntry]
  {
    Dictionary(
      log.filter { $0.by == name && !$0.isSettlement }.map { ($0.subject, $0) },
      uniquingKeysWith: { $1 })
  }

  private static func places(
    _ decisions: [ReviewEntry.Subject: ReviewEntry], _ versions: Set<Int64>
  ) -> Set<Place> {
    Set(
      decisions.values.filter { $0.verdict != .reject && versions.contains($0.subject.version) }
        .map { Place(version: $0.subject.version, range: $0.corrected ?? $0.subject.range) })
  }
}
