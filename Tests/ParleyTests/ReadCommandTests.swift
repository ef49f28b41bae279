import Foundation
import TestSupport
import Testing

@Suite("parley read")
struct ReadCommandTests {
  @Test("one text with --json is one object; NDJSON is an array")
  func documents() throws {
    let program = try Program()
    let one = try program.run(["read", "--json", "-"], input: Reports.talks)
    #expect(one.status == 0)
    #expect(one.errors == "")
    #expect(try JSONSerialization.jsonObject(with: Data(one.output.utf8)) is [String: Any])
    let many = try program.run(["read", "--json", "-"], input: Reports.line("a", "One."))
    let rows = try JSONSerialization.jsonObject(with: Data(many.output.utf8)) as? [Any]
    #expect(rows?.count == 1)
    let none = try program.run(["read", "--json"], input: "")
    #expect(none.output.contains(#""text":"""#))
    #expect(none.errors.contains("'stdin': the article has no text"))
  }

  @Test("the person's view has title, outlet, size, and no line over 79 columns")
  func view() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("talks.txt", Reports.talks)
    try folder.write(
      "talks.json", #"{"title": "Holt says no", "outlet": "The Daily", "published": "2024-03-04"}"#)
    let run = try Program().run(["read", file.path])
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "Holt says no")
    #expect(lines[1] == "The Daily, 4 Mar 2024, en · 4 paragraphs, 1 line set aside")
    #expect(lines.allSatisfy { $0.count <= 79 })
    #expect(!run.output.contains("\u{1B}"))
    let coloured = try Program().run(["read", file.path, "--color", "always"])
    #expect(coloured.output.hasPrefix("\u{1B}[1mHolt says no\u{1B}[0m\n"))
  }

  @Test("control characters of an article do not reach the terminal")
  func escapes() throws {
    let run = try Program().run(
      ["read", "--color", "always"], input: "\u{1B}[31mHolt\u{202E}\u{7} said no, she said.")
    #expect(!run.output.contains("\u{1B}[31m"))
    #expect(!run.output.contains("\u{7}"))
    #expect(!run.output.contains("\u{202E}"))
  }

  @Test("output is the same for any number of jobs, in the order of the input")
  func jobs() throws {
    let input = (0..<80).map { number in
      number % 20 == 7
        ? "{\"id\": \"\(number)\"}"
        : Reports.line("\(number)", number % 5 == 0 ? Reports.talks : "Holt said no. \(number)")
    }.joined(separator: "\n")
    let one = try Program().run(["read", "--ndjson", "--jobs", "1"], input: input)
    #expect(one.status == 65)
    #expect(one.errors.hasSuffix("parley: 76 articles read, 4 failed\n"))
    let ids = one.output.split(separator: "\n").map { line in
      line.dropFirst(#"{"schema":"parley/reading/1","id":""#.utf8.count).prefix { $0 != "\"" }
    }
    #expect(ids == (0..<80).map { Substring("\($0)") })
    for jobs in [2, 5] {
      let other = try Program().run(["read", "--ndjson", "--jobs", "\(jobs)"], input: input)
      #expect(other.output == one.output)
      #expect(other.errors == one.errors)
    }
  }

  @Test("a missing file is named, and the status is 66; the others are read")
  func missing() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.txt", "Hello.")
    let run = try Program().run(["read", "--ndjson", "none.txt", file.path], folder: folder.url)
    #expect(run.status == 66)
    #expect(run.output.split(separator: "\n").count == 2)
    #expect(
      run.errors == """
        parley: reading 'none.txt': there is no such file
          check the path
        parley: 1 article read, 1 failed

        """)
  }

  @Test("after a hundred messages the rest are counted")
  func messages() throws {
    let input = String(repeating: "{\"text\": \"\"}\n", count: 130)
    let run = try Program().run(["read", "--ndjson"], input: input)
    #expect(run.status == 0)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 102)
    #expect(lines[0] == "parley: 'stdin:1': the article has no text")
    #expect(lines[100] == "parley: 30 more messages about articles")
    #expect(lines[101] == "parley: 130 articles read, 0 failed")
  }

  @Test("a file that is not text is refused with status 65")
  func notText() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.pdf", "%PDF-1.4")
    let run = try Program().run(["read", file.path])
    #expect(run.status == 65)
    #expect(run.errors.contains("it is a PDF file, not text"))
  }

  @Test(
    "wrong usage is told with status 64",
    arguments: [
      ["read", "--json", "--ndjson", "-"], ["read", "--jobs", "0", "-"],
      ["read", "--only", "rumours", "-"], ["read", "--min-confidence", "2", "-"],
      ["read", "--nonsense"], ["explain"], ["nonsense"],
    ])
  func usage(arguments: [String]) throws {
    let run = try Program().run(arguments)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errors.contains("Usage: parley"))
  }

  @Test("a reader that goes away ends the program quietly")
  func closedPipe() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<300).map { Reports.line("\($0)", Reports.talks) }.joined(separator: "\n")
    let file = try folder.write("x.ndjson", rows)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", "\"$0\" read --ndjson \"$1\" 2> errors | head -n 1 > first; test ! -s errors",
      try Program().path, file.path,
    ]
    process.currentDirectoryURL = folder.url
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let first = try String(contentsOf: folder.url.appending(path: "first"), encoding: .utf8)
    #expect(first.hasPrefix(#"{"schema":"parley/reading/1","id":"0""#))
  }

  @Test("gzip is read like plain text")
  func compressed() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("x.ndjson", Reports.line("a", Reports.talks))
    let plain = try Program().run(["read", "--ndjson", file.path])
    let gzip = Process()
    gzip.executableURL = URL(filePath: "/usr/bin/env")
    gzip.arguments = ["gzip", "-k", file.path]
    try gzip.run()
    gzip.waitUntilExit()
    let packed = try Program().run(["read", "--ndjson", file.path + ".gz"])
    #expect(packed.output == plain.output)
    let bytes = try Data(contentsOf: URL(filePath: file.path + ".gz"))
    let cut = folder.url.appending(path: "cut.ndjson.gz")
    try bytes.prefix(bytes.count - 20).write(to: cut)
    let broken = try Program().run(["read", "--ndjson", cut.path])
    #expect(broken.status == 65)
    #expect(broken.output.contains(#""kind":"brokenCompression""#))
  }
}
