import ArgumentParser
internal import Dossier

/// `parley acknowledge`: a finding that needs no more attention.
struct AcknowledgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "acknowledge",
    abstract: "Takes note of a finding of `parley check`, with a reason.",
    discussion: """
      The finding is still shown, marked, and no longer fails a strict check. --lift takes that back; \
      both stay in the record.

      Example: parley acknowledge talks 3f2a90c1d4 --reason "the ministry confirmed it by phone"
      """)

  @OptionGroup var dossier: DossierOptions

  @Argument(help: "The name of the finding, as `parley check` shows it.")
  var finding: String

  @Option(help: "Why.")
  var reason: String

  @Flag(help: "Take the acknowledgement back.")
  var lift = false

  @Option(
    help: ArgumentHelp(
      "The folder with the public data that the check was made with; PARLEY_MIRROR unless given.",
      valueName: "folder"))
  var mirror: String?

  @OptionGroup var decision: DecisionOptions

  func run() throws {
    try dossier.run { dossier in
      if lift {
        try dossier.liftAcknowledgement(
          of: finding, reason: reason, by: decision.name, at: Clock.now)
        StandardStreams.report("parley: the finding '\(finding)' is open again")
        return
      }
      let report = try CheckDossierCommand.report(dossier, View(), mirror: mirror)
      guard report.findings.contains(where: { $0.id == finding }) else {
        throw DossierError(
          .badRequest(
            found: "it has no finding '\(finding)'",
            advice: "the names are shown by: parley check \(dossier.path)"), path: dossier.path)
      }
      try dossier.acknowledge(finding, reason: reason, by: decision.name, at: Clock.now)
      StandardStreams.report(
        "parley: took note of '\(finding)'; take it back with: "
          + "parley acknowledge \(dossier.path) \(finding) --lift --reason WHY")
    }
  }
}
