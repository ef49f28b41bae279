import Foundation
import TestSupport
import Testing

@Suite("The commands of a dossier")
struct DossierCommandTests {
  /// Some made-up reports, one a line.
  private static func reports(_ count: Int) -> String {
    (0..<count).map { number in
      #"{"id":"report-\#(number)","published":"2031-03-\#(10 + number % 20)","outlet":"The Lantern","#
        + #""text":"Bland demanded on Monday that Aland withdraw from the valley before round "#
        + #"\#(number), its spokesman said. Aland rejected statement \#(number * 7)."}"#
    }.joined(separator: "\n") + "\n"
  }

  private func state(_ dossier: String) throws -> String {
    let run = try Program().run(["state", dossier, "--json"])
    #expect(run.status == 0, "\(run.errors)")
    return run.output
  }

  /// Makes a dossier and a file of reports, and does `body` with their paths.
  private func withReports(
    _ count: Int, _ body: (_ dossier: String, _ reports: String) throws -> Void
  ) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("reports.ndjson", Self.reports(count))
    let dossier = folder.url.path + "/talks"
    let made = try Program().run(["init", dossier, "--title", "The valley"])
    #expect(made.status == 0, "\(made.errors)")
    try body(dossier, file.path)
  }

  @Test("make a record, add to it once, and show where each party stands")
  func wholeWay() throws {
    try withReports(4) { dossier, reports in
      let added = try Program().run(["add", dossier, reports, "--received", "2031-04-01"])
      #expect(added.status == 0 && added.errors.contains("4 articles added"))
      let again = try Program().run(["add", dossier, reports])
      #expect(again.errors.contains("0 articles added, 4 there already"))
      let state = try Program().run(["state", dossier, "--on", "2031-03-11"])
      #expect(state.output.hasPrefix("The valley   on 2031-03-11\n4 articles"))
      #expect(state.output.contains("BLAND"))
      let changes = try Program().run(["changes", dossier, "--kind", "new", "--json"])
      #expect(changes.output.hasPrefix(#"{"schema":"parley/changes/1""#))
    }
  }

  @Test("say what is wrong and what to do")
  func errors() throws {
    let folder = try TemporaryFolder()
    let missing = try Program().run(["state", folder.url.path + "/nothing"])
    #expect(missing.status == 66)
    #expect(
      missing.errors.contains("there is no dossier in this folder")
        && missing.errors.contains("make one with: parley init"))
    try folder.write("file", "")
    let occupied = try Program().run(["init", folder.url.path])
    #expect(occupied.status == 65 && occupied.errors.contains("the folder is not empty"))
    let date = try Program().run(["state", folder.url.path, "--on", "soon"])
    #expect(date.status == 64)
  }

  @Test("add the good articles of a batch, and tell of the damaged ones")
  func damaged() throws {
    try withReports(3) { dossier, reports in
      let file = reports + "x"
      try (Self.reports(3) + "{\"id\":\"bad\"\n").write(
        toFile: file, atomically: true, encoding: .utf8)
      let added = try Program().run(["add", dossier, file])
      #expect(added.status == 65)
      #expect(added.errors.contains("3 articles added, 1 failed"))
    }
  }

  @Test("leave a whole record when 'add' is killed, and finish the work when it is run again")
  func killed() throws {
    try withReports(40) { dossier, reports in
      for milliseconds in [200, 500, 800, 1100, 1400] {
        let process = Process()
        process.executableURL = URL(filePath: try Program().path)
        process.arguments = ["add", dossier, reports, "--received", "2031-04-01"]
        process.standardError = FileHandle.nullDevice
        try process.run()
        usleep(UInt32(milliseconds) * 1000)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        _ = try state(dossier)
      }
      let added = try Program().run(["add", dossier, reports, "--received", "2031-04-01"])
      #expect(added.status == 0, "\(added.errors)")
      let calm = dossier + "-calm"
      _ = try Program().run(["init", calm, "--title", "The valley"])
      _ = try Program().run(["add", calm, reports, "--received", "2031-04-01"])
      #expect(try state(dossier) == state(calm))
    }
  }
}
