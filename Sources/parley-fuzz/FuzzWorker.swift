import DataFiles
import Foundation
import Fuzzing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads inputs in a process of its own, which may crash or be ended when it hangs.
struct FuzzWorker {
  /// After this many seconds an input counts as hanging, and the process ends.
  static let longest: UInt32 = 20

  let seed: UInt64
  let slow: Double
  /// The file that holds the number of the input at work.
  let notes: String
  /// The folder of pages to damage; `nil` for texts.
  let pages: String?

  /// Reads the inputs of `range`, and writes a line for each finding: the number and what is wrong;
  /// and now and then a line with a plus and how many more inputs were read.
  func run(_ range: Range<UInt64>) throws {
    let problem = try problemFinder()
    let note = open(notes, O_WRONLY | O_CREAT, 0o600)
    guard note >= 0 else { throw CocoaError(.fileWriteUnknown) }
    defer { close(note) }
    for index in range {
      withUnsafeBytes(of: index) { _ = pwrite(note, $0.baseAddress, $0.count, 0) }
      alarm(Self.longest)
      let start = ContinuousClock.now
      let found = problem(index)
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      if let found { write("\(index) \(found)") }
      if seconds > slow { write("\(index) took \(Int(seconds * 1000)) ms") }
      if (index + 1) % FuzzProgress.step == 0 { write("+\(FuzzProgress.step)") }
    }
  }

  /// Writes a line at once, so that nothing is lost with a crash.
  private func write(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }

  /// Returns what tells what is wrong with the input of a number.
  private func problemFinder() throws -> (UInt64) -> String? {
    let data = try DataFolder.locate()
    if let pages {
      let fuzz = try PageFuzz(folder: pages, data)
      return { fuzz.problem(with: fuzz.input(seed: seed, index: $0)) }
    }
    let check = try FuzzCheck(data)
    return { check.problem(with: FuzzInput(seed: seed, index: $0)) }
  }
}
