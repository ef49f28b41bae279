import ArgumentParser
internal import Dossier

/// `parley init`: a new dossier.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Makes a new dossier: the record of one negotiation.",
    discussion: """
      A dossier is a folder with one SQLite file and the original articles, byte for byte.

      Example: parley init talks --title "Aland and Bland: the valley"
               parley add talks report.txt
      """)

  @Argument(help: ArgumentHelp("The folder to make.", valueName: "dossier"))
  var path: String

  @Option(help: "What the negotiation is called (default: the folder's name).")
  var title: String?

  func run() throws {
    do {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      _ = try Dossier.create(path, title: title ?? name, at: Clock.now)
    } catch let error {
      throw Failure.reported(error)
    }
    StandardStreams.report(
      "parley: made the dossier '\(path)'; add articles with: parley add \(path) FILE...")
  }
}
