import Foundation

/// Runs workers over a range of inputs; where one dies, notes the input and goes on behind it.
struct FuzzWatch {
  let seed: UInt64
  let slow: Double
  /// The folder of pages to damage; `nil` for texts.
  let pages: String?

  /// Returns the findings as lines.
  func run(_ range: Range<UInt64>) throws -> [String] {
    var findings: [String] = []
    var next = range.lowerBound
    let notes = FileManager.default.temporaryDirectory.appending(
      path: "parley-fuzz-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: notes) }
    while next < range.upperBound {
      let process = Process()
      process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      process.arguments = [
        "--seed", "\(seed)", "--first", "\(next)", "--count", "\(range.upperBound - next)",
        "--slow", "\(slow)", "--notes", notes.path,
      ]
      if let pages { process.arguments? += ["--pages", pages] }
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let lines = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      findings += String(decoding: lines, as: UTF8.self).split(separator: "\n").map(line)
      if process.terminationReason == .exit {
        guard process.terminationStatus == 0 else {
          throw CocoaError(.executableLoad)
        }
        break
      }
      let index = try Data(contentsOf: notes).withUnsafeBytes {
        $0.loadUnaligned(as: UInt64.self)
      }
      let isHang = process.terminationStatus == SIGALRM
      findings.append(
        line("\(index) \(isHang ? "hangs" : "crashes, signal \(process.terminationStatus)")"))
      next = index + 1
    }
    return findings
  }

  /// A finding with how to repeat it.
  private func line(_ finding: some StringProtocol) -> String {
    let number = finding.prefix { $0 != " " }
    let kind = pages.map { " --pages \($0)" } ?? ""
    return "input \(finding)  (parley-fuzz --seed \(seed)\(kind) --show \(number))"
  }
}
