import ArgumentParser
internal import Dossier

/// `parley retract`: an article that no longer counts.
struct RetractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retract",
    abstract: "Marks an article as retracted: it stays in the record, and no view counts it.",
    discussion: """
      --lift takes a retraction back; both stay in the record, with their reasons.

      Example: parley retract talks report-7 --reason "the agency withdrew the report"
      """)

  @OptionGroup var dossier: DossierOptions

  @Argument(help: "The name of the article, as `parley articles` lists it.")
  var article: String

  @Option(help: "Why.")
  var reason: String

  @Flag(help: "Take the retraction back.")
  var lift = false

  @OptionGroup var decision: DecisionOptions

  func run() throws {
    try dossier.run { dossier in
      if lift {
        try dossier.liftRetraction(
          of: article, reason: reason, by: decision.name, at: Clock.now)
        StandardStreams.report("parley: the article '\(article)' counts again")
      } else {
        try dossier.retract(article, reason: reason, by: decision.name, at: Clock.now)
        StandardStreams.report(
          "parley: the article '\(article)' is retracted; take it back with: "
            + "parley retract \(dossier.path) \(article) --lift --reason WHY")
      }
    }
  }
}
