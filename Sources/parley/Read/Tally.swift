import ArgumentParser

/// How many articles were read, and how many were not.
struct Tally: Sendable, CustomStringConvertible {
  /// Articles that were read.
  var read = 0
  /// Articles that could not be read.
  var failed = 0
  /// Of those that could not be read, the ones that were not there at all.
  var missing = 0
  /// What language models gave.
  var assistance = AssistanceTally()

  /// All articles.
  var count: Int { read + failed }

  /// The exit status that tells of failures; `nil` if there are none.
  var status: ExitCode? {
    if failed == 0 { return nil }
    return missing == failed ? ExitStatus.noInput : ExitStatus.badInput
  }

  /// Adds the counts of another tally.
  mutating func add(_ other: Tally) {
    read += other.read
    failed += other.failed
    missing += other.missing
    assistance.add(other.assistance)
  }

  /// The counts as a sentence.
  var description: String { "\(counted(read, "article")) read, \(failed) failed" }
}
