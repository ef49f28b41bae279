public import Foundation

/// Checks rows against the published JSON Schema, with Python's jsonschema.
public enum Schema {
  /// The repository that the tests were built from.
  public static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Whether Python and its jsonschema are on this machine.
  public static let canValidate: Bool = run(["-c", "import jsonschema"], input: "") == ""

  /// Returns what a published schema finds wrong with the rows of `ndjson`; empty if nothing.
  public static func errors(in ndjson: String, by name: String = "reading-1") -> String {
    let schema = repository.appending(path: "Documentation/schema/\(name).schema.json").path
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      for number, line in enumerate(sys.stdin, 1):
          row = json.loads(line)
          for error in validator.iter_errors(row):
              print(number, error.json_path, error.message[:200])
          if "attributions" in row:
              text = row["article"]["text"]
              for item in row["attributions"]:
                  for start, end in item["source"] + item["cue"] + item["content"]:
                      if not 0 <= start < end <= len(text):
                          print(number, "span", start, end)
      """
    return run(["-c", script, schema], input: ndjson) ?? "the check did not run"
  }

  private static func run(_ arguments: [String], input: String) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    do {
      let files = try TemporaryFolder()
      process.standardInput = try FileHandle(forReadingFrom: try files.write("input", input))
      try process.run()
      let bytes = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return process.terminationStatus == 0 ? String(decoding: bytes, as: UTF8.self) : nil
    } catch {
      return nil
    }
  }
}
