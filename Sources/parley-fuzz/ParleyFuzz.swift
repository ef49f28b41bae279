import ArgumentParser
import DataFiles
import Foundation
import Fuzzing

@main
struct ParleyFuzz: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parley-fuzz",
    abstract: "Reads damaged texts, looking for crashes, hangs and unsound readings.",
    discussion: """
      Every input is made from the seed and its number alone, so a finding can be repeated:

        parley-fuzz --seed 1 --show 4711 | parley read -
        parley-fuzz --seed 1 --pages saved --show 4711 | parley extract -
      """)

  @Option(help: "Damage the web pages of this folder, not texts.")
  var pages: String?

  @Option(help: "The number of inputs.")
  var count: UInt64 = 10_000

  @Option(help: "The seed that the inputs are made from.")
  var seed: UInt64 = 1

  @Option(help: "The number of the first input.")
  var first: UInt64 = 0

  @Option(help: "The number of processes (default: all cores).")
  var jobs: Int?

  @Option(help: "Inputs that take longer than this many seconds are told of.")
  var slow = 1.0

  @Option(help: "Write this input to standard output and stop.")
  var show: UInt64?

  @Option(help: ArgumentHelp("Work on the inputs, noting each in this file.", visibility: .hidden))
  var notes: String?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be 1 to 256") }
  }

  func run() async throws {
    if let show {
      let bytes =
        try pages.map {
          try PageFuzz(folder: $0, DataFolder.locate()).input(seed: seed, index: show)
        }
        ?? FuzzInput(seed: seed, index: show).bytes
      FileHandle.standardOutput.write(Data(bytes))
      return
    }
    if let notes {
      try FuzzWorker(seed: seed, slow: slow, notes: notes, pages: pages).run(first..<first + count)
      return
    }
    let jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    let start = ContinuousClock.now
    let share = (count + UInt64(jobs) - 1) / UInt64(jobs)
    let progress = FuzzProgress(total: count)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for job in 0..<UInt64(jobs) where job * share < count {
        let range = first + job * share..<first + min((job + 1) * share, count)
        group.addTask {
          try FuzzWatch(seed: seed, slow: slow, pages: pages, progress: progress).run(range)
        }
      }
      try await group.waitForAll()
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let rate = Int(Double(count) / max(seconds, 0.001))
    print("\(count) inputs of seed \(seed), \(progress.findings) findings, \(rate) inputs a second")
    if progress.findings > 0 { throw ExitCode(1) }
  }
}
