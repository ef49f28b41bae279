internal import Foundation

/// Starts other programs.
enum Programs {
  /// Runs a program found on the path, its output on standard error where `isShown` holds; returns
  /// whether it is there and did its work.
  static func run(_ command: [String], isShown: Bool = false) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = isShown ? FileHandle.standardError : FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      return false
    }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
