import ArgumentParser

/// `parley assist`: a language model proposes, Parley verifies; without a connection.
struct AssistCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assist",
    abstract: "Has a language model read articles by batch or again, and verifies what it answers.",
    discussion: """
      The requests stand alone: any tool that answers requests in the common batch form can be used, \
      on this machine or elsewhere. Nothing is contacted but by `again`.

      Example: parley assist requests report.txt > requests.jsonl
               parley assist apply answers.jsonl report.txt
      """,
    subcommands: [
      AssistRequestsCommand.self, AssistApplyCommand.self, AssistAgainCommand.self,
      AssistAnswersCommand.self,
    ])
}
