import Foundation
import TestSupport
import Testing

@Suite("The documentation")
struct DocumentationTests {
  /// What `--experimental-dump-help` tells of a command.
  private struct Command: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable {
        let kind: String
        let name: String
      }
      let kind: String
      let shouldDisplay: Bool
      let names: [Name]?
    }
    let commandName: String
    let shouldDisplay: Bool?
    let arguments: [Argument]?
    let subcommands: [Command]?
  }

  private struct Dump: Decodable {
    let command: Command
  }

  /// The sections of the documentation by their heading ("parley read").
  private func sections() throws -> [String: String] {
    let file = Schema.repository.appending(path: "Documentation/commands.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    var sections: [String: String] = [:]
    for part in text.split(separator: "\n## ").dropFirst() {
      let heading = part.prefix { $0 != "\n" }
      sections[String(heading)] = String(part.dropFirst(heading.count))
    }
    return sections
  }

  /// The displayed options of each command by its full name, without `--help`.
  private func commands() throws -> [String: Set<String>] {
    let run = try Program().run(["--experimental-dump-help"])
    let dump = try JSONDecoder().decode(Dump.self, from: Data(run.output.utf8))
    var commands: [String: Set<String>] = [:]
    func walk(_ command: Command, _ parents: String) {
      let name = parents.isEmpty ? command.commandName : parents + " " + command.commandName
      guard command.commandName != "help", command.shouldDisplay ?? true else { return }
      let options = (command.arguments ?? []).filter { $0.shouldDisplay && $0.kind != "positional" }
        .flatMap { $0.names ?? [] }.filter { $0.kind == "long" }.map { "--" + $0.name }
      commands[name] = Set(options).subtracting(["--help"])
      command.subcommands?.forEach { walk($0, name) }
    }
    walk(dump.command, "")
    return commands
  }

  @Test("of commands has a section for every command, and no other")
  func everyCommand() throws {
    #expect(Set(try sections().keys) == Set(try commands().keys))
  }

  @Test("CONTRIBUTING.md names every folder of sources, those of C libraries aside")
  func everyFolder() throws {
    let text = try String(
      contentsOf: Schema.repository.appending(path: "CONTRIBUTING.md"), encoding: .utf8)
    let sources = Schema.repository.appending(path: "Sources").path
    for folder in try FileManager.default.contentsOfDirectory(atPath: sources) {
      let isForC = FileManager.default.fileExists(
        atPath: sources + "/" + folder + "/module.modulemap")
      #expect(isForC || text.contains("`Sources/\(folder)`"), "\(folder)")
    }
  }

  @Test("of commands names every option, and none that is not there")
  func everyOption() throws {
    let sections = try sections()
    for (command, options) in try commands() {
      let rows = (sections[command] ?? "").split(separator: "\n").filter { $0.hasPrefix("| `--") }
      let named = rows.map { row in String(row.dropFirst(3).prefix { $0 != "`" }) }
      #expect(Set(named).subtracting(["--help"]) == options, "\(command)")
    }
  }
}
