import ArgumentParser
internal import Asking
internal import Assist
internal import DataFiles
internal import Dossier
internal import ParleyModel
internal import Reading

/// `parley assist again`: the articles of a dossier, read again with a model's help.
struct AssistAgainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "again",
    abstract: "Has a language model help to read the articles that a dossier has.",
    discussion: """
      Articles that this model read already, with this prompt and these settings, are passed over, and \
      what it answered is not asked again: what was cut off, in `parley add`, `watch` or `serve`, is \
      finished by this. The exit status is 75 where it did not answer all.

      Example: parley assist again talks --assist http://127.0.0.1:8080 --model small
      """)

  @OptionGroup var dossier: DossierOptions
  @OptionGroup var endpoint: EndpointOptions

  func validate() throws {
    if endpoint.assist == nil { throw ValidationError("name the service by --assist") }
  }

  func run() async throws {
    do {
      let dossier = try Dossier(opening: dossier.path)
      let data = try DataFolder.locate()
      guard let helper = try endpoint.helper(data) else { return }
      let reader = try helper.reader.reader(own: Reader.identity(data))
      let names = try dossier.articles().map(\.name).filter {
        try !dossier.isRead($0, by: reader.name)
      }
      if endpoint.prices.dryRun {
        StandardStreams.report("parley: \(try estimate(names, dossier, helper))")
        return
      }
      var tally = AssistanceTally()
      for name in names {
        let made = try await dossier.readAgain(name, by: reader, at: Clock.now)
        if let message = made.message { StandardStreams.report("parley: '\(name)': \(message)") }
        if let assistance = made.assistance { tally.add(assistance) }
      }
      StandardStreams.report(
        "parley: \(counted(names.count, "article")) read again")
      tally.report()
      helper.report()
      if tally.isIncomplete { throw ExitStatus.unfinished }
    } catch {
      throw Failure.reported(error)
    }
  }

  /// What asking for what is missing would take, in words.
  private func estimate(
    _ names: [String], _ dossier: Dossier, _ helper: EndpointOptions.Helper
  ) throws -> String {
    let assistant = helper.reader.assistant
    var estimate = Estimate()
    for name in names {
      for request in assistant.requests(for: try dossier.reading(of: name).article)
      where !helper.isAnswered(request, in: dossier) {
        estimate.add(request, assistant.settings)
      }
    }
    return counted(names.count, "article") + ", "
      + estimate.summary(endpoint.prices.prices)
  }
}
