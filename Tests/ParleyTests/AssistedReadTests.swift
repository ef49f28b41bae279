import Foundation
import TestSupport
import Testing

@Suite("parley read --assist", .serialized)
struct AssistedReadTests {
  private static let key = "sk-secret-1234567890"
  private let folder: TemporaryFolder
  private let files: [String]

  init() throws {
    let folder = try TemporaryFolder()
    self.folder = folder
    files = try ["valley", "border", "pass"].map { name in
      try folder.write(
        name + ".txt",
        """
        Peru demands that Ecuador withdraw from the upper \(name) by June.
        About 40 percent of the \(name) is held by Peru.
        """
      ).path
    }
  }

  private static let content = ScriptedModel.answer([
    .init("Peru", "demand", "territory.withdrawal", "Peru demands that Ecuador withdraw"),
    .init("Peru", "demand", "territory.withdrawal", "Peru demands that Chile withdraw"),
  ])

  private func read(
    _ model: ScriptedModel, _ options: [String] = [], environment: [String: String] = [:]
  ) throws -> Program.Outcome {
    try Program().run(
      ["read"] + files + ["--assist", model.address, "--model", "small", "--jobs", "1"] + options,
      environment: environment)
  }

  @Test("the person's view and the JSON say which model, prompt and settings read what")
  func told() throws {
    let model = try ScriptedModel(content: Self.content)
    let view = try read(model)
    #expect(view.status == 0)
    #expect(view.output.contains("Read with scripted-1: prompt-1 "))
    #expect(view.output.contains("window 3000, answers to 4096 tokens,\njson_schema\n"))
    #expect(view.output.contains("1 of 1 requests answered · 1 of 2 stances accepted"))
    #expect(view.output.contains("seen by"))
    #expect(view.output.split(separator: "\n").allSatisfy { $0.count <= 79 })
    #expect(view.errors.contains("3 of 3 requests answered; 3 of 6 positions"))
    #expect(view.errors.contains("  3 evidence not in the article\n"))
    #expect(view.errors.contains("parley: 3 requests sent with 2700 tokens, answered with 120\n"))
    let json = try read(model, ["--ndjson"])
    for line in json.output.split(separator: "\n") {
      #expect(line.contains(#""assist":{"model":"scripted-1","prompt":"prompt-1 "#))
      #expect(line.contains(#""readers":["#))
    }
    if Schema.canValidate { #expect(Schema.errors(in: json.output) == "") }
  }

  @Test("an endpoint that dies in the middle loses nothing: the same command goes on from the log")
  func resume() throws {
    let dying = try ScriptedModel { question in
      question.before == 0 ? ScriptedModel.content(Self.content) : .raw([])
    }
    let log = folder.url.appending(path: "log.jsonl").path
    let options = ["--ndjson", "--assist-log", log, "--assist-retries", "0"]
    let cut = try read(dying, options)
    #expect(cut.status == 75)
    #expect(cut.output.split(separator: "\n").count == 3)
    #expect(cut.errors.contains("1 of 3 requests answered"))
    #expect(cut.errors.contains("the connection was cut"))
    let model = try ScriptedModel(content: Self.content)
    let resumed = try read(model, options)
    #expect(resumed.status == 0 && model.count == 2)
    #expect(resumed.output == (try read(model, ["--ndjson"])).output)
    let count = model.count
    #expect(try read(model, options).output == resumed.output)
    #expect(model.count == count)
    // What one model answered is no answer of another.
    _ = try read(model, options + ["--model", "large"])
    #expect(model.count == count + 3)
    let lines = try String(contentsOfFile: log, encoding: .utf8)
    if Schema.canValidate { #expect(Schema.errors(in: lines, by: "assist-1") == "") }
    // The log is a file of answers as well.
    let applied = try Program().run(["assist", "apply", log] + files + ["--ndjson"])
    #expect(applied.status == 0 && applied.output == resumed.output)
  }

  @Test("a dry run tells the cost of what is not answered yet, and contacts nobody")
  func dryRun() throws {
    let model = try ScriptedModel(content: Self.content)
    let log = folder.url.appending(path: "log.jsonl").path
    _ = try Program().run(
      ["read", files[0], "--assist", model.address, "--model", "small", "--assist-log", log])
    #expect(model.count == 1)
    let run = try read(
      model,
      ["--dry-run", "--assist-log", log, "--assist-price-in", "1", "--assist-price-out", "4"])
    #expect(run.status == 0 && run.output == "" && model.count == 1)
    #expect(run.errors.contains("2 requests with about "))
    #expect(run.errors.contains("in the currency of the prices"))
  }

  @Test("limits end the asking, not the reading")
  func limits() throws {
    let model = try ScriptedModel(content: Self.content)
    let run = try read(model, ["--ndjson", "--assist-max-requests", "2"])
    #expect(run.status == 75 && model.count == 2)
    #expect(run.output.split(separator: "\n").count == 3)
    #expect(run.errors.contains("the limit of 2 requests is reached"))
    let dear = try read(
      model,
      ["--assist-price-in", "10", "--assist-price-out", "30", "--assist-max-cost", "0.05"])
    #expect(dear.status == 75 && model.count == 2)
    #expect(dear.errors.contains("the limit of a cost of 0.05 is reached"))
  }

  @Test("the key comes from a file or the environment, and is told nowhere")
  func key() throws {
    let model = try ScriptedModel { question in
      question.authorization == "Bearer \(Self.key)"
        ? ScriptedModel.content(Self.content) : .answer(401)
    }
    let file = try folder.write("key", Self.key + "\n").path
    let log = folder.url.appending(path: "log.jsonl").path
    let byFile = try read(model, ["--assist-key-file", file, "--assist-log", log])
    let byEnvironment = try read(model, environment: ["PARLEY_ASSIST_KEY": Self.key])
    #expect(byFile.status == 0 && byEnvironment.status == 0)
    let none = try read(model)
    #expect(none.status == 75)
    #expect(none.errors.contains("it answered with status 401"))
    let kept = try String(contentsOfFile: log, encoding: .utf8)
    for text in [byFile.output, byFile.errors, byEnvironment.output, byEnvironment.errors, kept] {
      #expect(!text.contains(Self.key))
    }
    let missing = try read(model, ["--assist-key-file", file + "s"])
    #expect(missing.status == 65)
    #expect(missing.errors.contains("taking the service's key from"))
  }

  @Test("without an endpoint nothing is contacted, and every byte is as it was")
  func without() throws {
    let model = try ScriptedModel(content: Self.content)
    let plain = try Program().run(["read"] + files + ["--ndjson"])
    let proxies = ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"]
    var environment = Dictionary(uniqueKeysWithValues: proxies.map { ($0, model.address) })
    environment["PARLEY_ASSIST_KEY"] = Self.key
    let run = try Program().run(["read"] + files + ["--ndjson"], environment: environment)
    #expect(run.output == plain.output && run.errors == plain.errors && run.status == 0)
    #expect(!run.output.contains(#""assist""#) && !run.output.contains(#""readers""#))
    #expect(model.count == 0)
    let view = try Program().run(["read", files[0]])
    #expect(!view.output.contains("seen by") && !view.output.contains("Read with"))
  }

  @Test(
    "without an endpoint no socket is opened",
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"), "needs strace"))
  func noSocket() throws {
    let trace = folder.url.appending(path: "trace").path
    let run = Process()
    run.executableURL = URL(filePath: "/usr/bin/strace")
    run.arguments =
      ["-f", "-qq", "-e", "trace=socket,connect", "-o", trace, try Program().path, "read"] + files
    run.standardOutput = FileHandle.nullDevice
    run.standardError = FileHandle.nullDevice
    try run.run()
    run.waitUntilExit()
    // A machine may forbid tracing.
    guard run.terminationStatus == 0 else { return }
    let calls = try String(contentsOfFile: trace, encoding: .utf8)
    #expect(!calls.contains("socket(AF_INET") && !calls.contains("connect("))
  }

  @Test(
    "options that make no sense are refused",
    arguments: [
      (["--dry-run"], "--dry-run goes with --assist"),
      (["--assist-log", "a"], "--assist-log goes with --assist"),
      (["--assist-max-tokens", "5"], "the limits go with --assist"),
      (["--assist", "models"], "--assist must be an address"),
      (["--assist", "http://a:b@127.0.0.1/"], "--assist must be an address"),
      (["--assist", "http://127.0.0.1:1", "--assist-max-cost", "5"], "--assist-max-cost needs"),
      (["--assist", "http://127.0.0.1:1", "--assist-timeout", "0"], "--assist-timeout must be"),
    ])
  func usage(_ options: [String], _ message: String) throws {
    let run = try Program().run(["read", files[0]] + options)
    #expect(run.status == 64 && run.errors.contains(message))
  }
}
