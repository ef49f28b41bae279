import Foundation
import Synchronization

/// Tells of findings as they come, on standard output, and of how far the work is, on standard
/// error.
final class FuzzProgress: Sendable {
  /// The number of inputs between two lines.
  static let step: UInt64 = 10_000

  private let total: UInt64
  private let done = Mutex<(inputs: UInt64, findings: Int, told: UInt64)>((0, 0, 0))

  /// Starts to count towards `total` inputs.
  init(total: UInt64) { self.total = total }

  /// How many findings were told of.
  var findings: Int { done.withLock { $0.findings } }

  /// Notes that `count` more inputs were read.
  func advance(by count: UInt64) {
    let line: String? = done.withLock { state in
      state.inputs += count
      guard state.inputs - state.told >= 5 * Self.step else { return nil }
      state.told = state.inputs
      return "parley-fuzz: \(state.inputs) of \(total) inputs, \(state.findings) findings\n"
    }
    if let line { FileHandle.standardError.write(Data(line.utf8)) }
  }

  /// Tells of a finding.
  func tell(_ finding: String) {
    done.withLock { $0.findings += 1 }
    FileHandle.standardOutput.write(Data((finding + "\n").utf8))
  }
}
