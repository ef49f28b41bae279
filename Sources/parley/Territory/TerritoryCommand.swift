import ArgumentParser

/// `parley territory`: who holds what, what changed, does the figure hold, what would terms mean.
struct TerritoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "territory",
    abstract: "Answers questions about ground from control maps and boundaries.",
    discussion: """
      Maps and boundaries are public data that Parley does not contain: 'parley sources' lists them \
      and says how to get them. --mirror or PARLEY_MIRROR names a folder that has them.

      Example: parley territory shares --on 2025-08-21
      """,
    subcommands: [
      SharesCommand.self, SeriesCommand.self, CompareCommand.self, ScenarioCommand.self,
      CheckCommand.self, ExplainChangeCommand.self, MapCommand.self,
    ])
}
