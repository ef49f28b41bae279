import ArgumentParser

/// The exit statuses of the program, after sysexits.h; wrong usage (64) comes from the parser of the
/// command line.
enum ExitStatus {
  /// Input was there, and bad.
  static let badInput = ExitCode(65)
  /// There was no such input.
  static let noInput = ExitCode(66)
  /// The program itself is broken or incomplete.
  static let internalError = ExitCode(70)
  /// Something outside did not give all that was asked of it; running again goes on from there.
  static let unfinished = ExitCode(75)
}
