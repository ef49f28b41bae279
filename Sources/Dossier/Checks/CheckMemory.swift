internal import Synchronization

/// What texts and originals gave in the last few checks, so that a check of the same articles after a
/// review need not look at them again.
///
/// Belongs to one dossier, one set of rules and one atlas.
public final class CheckMemory: Sendable {
  /// What findings of texts depend on.
  struct Key: Hashable {
    let view: View
    /// The shown versions in order, each with the number of its reading.
    let readings: [[Int64]]
  }

  /// How many views are remembered.
  private static let kept = 2
  private let known = Mutex<[(key: Key, findings: [CheckFinding])]>([])

  /// Remembers nothing yet.
  public init() {}

  /// Returns the findings of `key`, found by `find` where they are not known.
  func findings<Failure: Error>(
    _ key: Key, _ find: () throws(Failure) -> [CheckFinding]
  ) throws(Failure) -> [CheckFinding] {
    if let found = known.withLock({ $0.first { $0.key == key }?.findings }) { return found }
    let found = try find()
    known.withLock { known in
      known.removeAll { $0.key == key }
      known.append((key, found))
      if known.count > Self.kept { known.removeFirst() }
    }
    return found
  }
}
