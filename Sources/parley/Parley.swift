import ArgumentParser

@main
struct Parley: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parley",
    abstract: "Turns reporting on a negotiation into a record that can be checked.",
    subcommands: [
      ReadCommand.self, ExtractCommand.self, ExplainCommand.self, QuantitiesCommand.self,
      TimesCommand.self, TerritoryCommand.self, SourcesCommand.self, InitCommand.self,
      AddCommand.self, WatchCommand.self, StateCommand.self, ChangesCommand.self,
      OriginsCommand.self,
      CheckDossierCommand.self,
      AcknowledgeCommand.self,
      ArticlesCommand.self,
      StancesCommand.self, ReviewCommand.self, RetractCommand.self, SearchCommand.self,
      PartiesCommand.self, ExportCommand.self, ImportCommand.self, ServeCommand.self,
      PublishCommand.self, AssistCommand.self,
    ])
}
