import ArgumentParser

/// `parley parties`: who is who.
struct PartiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parties",
    abstract: "Shows and edits the parties of a dossier: names, who speaks for whom and when.",
    discussion: """
      Speakers who belong to no party that is known are offered, never guessed.

      Examples: parley parties talks
                parley parties speaks-for talks "Maria Holt" Aland --since 2024-05
                parley parties merge talks "Republic of Aland" Aland
      """,
    subcommands: [
      ShowPartiesCommand.self, CatalogueCommand.self, AddPartyCommand.self, NamePartyCommand.self,
      SpeaksForCommand.self, MergePartiesCommand.self, TakeBackNameCommand.self,
    ],
    defaultSubcommand: ShowPartiesCommand.self)
}
