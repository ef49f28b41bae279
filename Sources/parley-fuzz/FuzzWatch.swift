import Foundation

/// Runs workers over a range of inputs; where one dies, notes the input and goes on behind it.
struct FuzzWatch {
  let seed: UInt64
  let slow: Double
  /// The folder of pages to damage; `nil` for texts.
  let pages: String?
  /// Where findings and progress are told.
  let progress: FuzzProgress

  /// Works through the inputs of `range`.
  func run(_ range: Range<UInt64>) throws {
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
      forward(output.fileHandleForReading)
      process.waitUntilExit()
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
      progress.tell(
        line("\(index) \(isHang ? "hangs" : "crashes, signal \(process.terminationStatus)")"))
      next = index + 1
    }
  }

  /// Tells of what a worker writes as it comes, to its end: findings, and lines that only say how
  /// many more inputs were read.
  private func forward(_ output: FileHandle) {
    var rest: [UInt8] = []
    while case let data = output.availableData, !data.isEmpty {
      rest += data
      while let end = rest.firstIndex(of: 0x0A) {
        let text = String(decoding: rest[..<end], as: UTF8.self)
        rest.removeSubrange(...end)
        if text.hasPrefix("+"), let count = UInt64(text.dropFirst()) {
          progress.advance(by: count)
        } else {
          progress.tell(line(text))
        }
      }
    }
  }

  /// A finding with how to repeat it.
  private func line(_ finding: some StringProtocol) -> String {
    let number = finding.prefix { $0 != " " }
    let kind = pages.map { " --pages \($0)" } ?? ""
    return "input \(finding)  (parley-fuzz --seed \(seed)\(kind) --show \(number))"
  }
}
