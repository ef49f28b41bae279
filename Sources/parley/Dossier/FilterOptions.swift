public import ArgumentParser
public import Dossier
public import ParleyModel

/// Which stances are wanted.
struct FilterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only this party; may be given several times.", valueName: "name"))
  var party: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only this issue or group of issues, by its code; may be given several times.",
      valueName: "code"))
  var issue: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only demand, propose, offer, accept, reject or threaten; may be given several times.",
      valueName: "act"))
  var act: [Act] = []

  @Option(
    help: ArgumentHelp(
      "Only what speaks of this day, month or year, or of a later one.", valueName: "date"))
  var since: PartialDate?

  @Option(
    help: ArgumentHelp(
      "Only what speaks of this day, month or year, or of an earlier one.", valueName: "date"))
  var until: PartialDate?

  /// The filter.
  var filter: StanceFilter {
    var filter = StanceFilter()
    filter.parties = party
    filter.issues = issue
    filter.acts = act
    filter.since = since?.first
    filter.until = until?.last
    return filter
  }
}

extension PartialDate: ExpressibleByArgument {
  /// Reads "2025", "2025-08" or "2025-08-22".
  public init?(argument: String) { self.init(argument) }
}

extension Act: ExpressibleByArgument {}
