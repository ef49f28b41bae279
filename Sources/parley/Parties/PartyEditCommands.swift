import ArgumentParser
internal import Dossier

/// `parley parties add`: a party, or more about one.
struct AddPartyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds a party to a dossier, or says more of one that is there.",
    discussion: "Example: parley parties add talks \"Hill Front\" --kind \"armed group\"")

  @OptionGroup var dossier: DossierOptions

  @Argument(help: "The name that stances carry.")
  var name: String

  @Option(help: "What it is: state, union, armed group, company, person or another word.")
  var kind: String?

  @Option(help: "Its Wikidata item, like Q159.")
  var wikidata: String?

  @Option(help: "Anything else worth knowing.")
  var note: String?

  func run() throws {
    try dossier.run { dossier in
      try dossier.addParty(
        PartyRecord(name: name, kind: kind, wikidata: wikidata, note: note))
      StandardStreams.report("parley: the dossier has the party '\(name)'")
    }
  }
}

/// When a name holds.
struct PeriodOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The first day, month or year (default: always).", valueName: "date"))
  var since: PartialDate?

  @Option(help: ArgumentHelp("The last day, month or year (default: always).", valueName: "date"))
  var until: PartialDate?
}

/// `parley parties name`: another name of a party.
struct NamePartyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "name", abstract: "Gives a party another name, metonym or spelling.",
    discussion: "Example: parley parties name talks \"Green Palace\" Aland")

  @OptionGroup var dossier: DossierOptions

  @Argument(help: "The name.")
  var name: String

  @Argument(help: "The party that it stands for.")
  var party: String

  @OptionGroup var period: PeriodOptions
  @OptionGroup var decision: DecisionOptions

  func run() throws {
    try dossier.record(name, standsFor: party, as: .name, period, decision)
  }
}

/// `parley parties speaks-for`: a person or body that speaks for a party.
struct SpeaksForCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speaks-for", abstract: "Lets a person or body speak for a party, for a time.",
    discussion: """
      Example: parley parties speaks-for talks "Maria Holt" Aland --since 2024-05 --until 2025-11
      """)

  @OptionGroup var dossier: DossierOptions

  @Argument(help: "The person or body.")
  var speaker: String

  @Argument(help: "The party.")
  var party: String

  @OptionGroup var period: PeriodOptions
  @OptionGroup var decision: DecisionOptions

  func run() throws {
    try dossier.record(speaker, standsFor: party, as: .speaker, period, decision)
  }
}

/// `parley parties merge`: two parties that are one.
struct MergePartiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Takes two parties as one: all stances of the first are the other's.",
    discussion: "Example: parley parties merge talks \"Republic of Aland\" Aland")

  @OptionGroup var dossier: DossierOptions

  @Argument(help: "The party that goes into the other.")
  var party: String

  @Argument(help: "The party that stays.")
  var into: String

  @OptionGroup var decision: DecisionOptions

  func run() throws {
    try dossier.record(party, standsFor: into, as: .merged, nil, decision)
  }
}

/// `parley parties undo`: a name that is taken back.
struct TakeBackNameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Takes a name, a speaker or a merger back; it stays in the record, marked.",
    discussion: "Example: parley parties undo talks 3")

  @OptionGroup var dossier: DossierOptions

  @Argument(help: "The number that `parley parties` shows beside the name.")
  var number: Int64

  @OptionGroup var decision: DecisionOptions

  func run() throws {
    try dossier.run { dossier in
      try dossier.takeBackName(number, by: decision.name, at: Clock.now)
      StandardStreams.report("parley: number \(number) is taken back")
    }
  }
}

extension DossierOptions {
  /// Records that a name stands for a party.
  fileprivate func record(
    _ name: String, standsFor party: String, as kind: PartyAlias.Kind, _ period: PeriodOptions?,
    _ decision: DecisionOptions
  ) throws {
    try run { dossier in
      let number = try dossier.name(
        name, standsFor: party, as: kind, since: period?.since?.text, until: period?.until?.text,
        by: decision.name, at: Clock.now)
      StandardStreams.report(
        "parley: '\(name)' stands for '\(party)'; take it back with: "
          + "parley parties undo \(dossier.path) \(number)")
    }
  }
}
