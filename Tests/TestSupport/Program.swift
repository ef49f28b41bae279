public import Foundation

/// The built executables, started as a user would.
public struct Program {
  /// What a run gave.
  public struct Outcome {
    /// The exit status.
    public let status: Int32
    /// What was written to standard output.
    public let output: String
    /// What was written to standard error.
    public let errors: String
  }

  /// Where the program is.
  public let path: String

  /// Finds the executable `name` beside the test program.
  public init(_ name: String = "parley") throws {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    path = tests.deletingLastPathComponent().appending(path: name).path
    guard FileManager.default.isExecutableFile(atPath: path) else { throw NotBuilt(path: path) }
  }

  /// The program is not beside the tests.
  public struct NotBuilt: Error {
    /// Where it was looked for.
    public let path: String
  }

  /// Runs the program to its end.
  public func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:],
    folder: URL? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.currentDirectoryURL = folder
    let files = try TemporaryFolder()
    let inputFile = try files.write("input", input)
    let errorFile = try files.write("errors", "")
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: bytes, as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
  }
}
