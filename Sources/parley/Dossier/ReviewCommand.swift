public import ArgumentParser
internal import Dossier
internal import ParleyModel

/// `parley review`: what a person decided about a stance.
struct ReviewCommand: ParsableCommand {
  /// What is done.
  enum Action: String, ExpressibleByArgument, CaseIterable {
    case accept, reject, correct, add, undo
  }

  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Records what a person decided about a stance: a layer of its own over the readings.",
    discussion: """
      accept, reject and correct take the name of a stance (as `parley stances` lists it), add the \
      name of an article, undo the number of a review. Nothing that was read is overwritten: a \
      review can be undone, and then stays in the record, marked.

      Examples: parley review talks accept 3f2a90c1d4 --reason "heard the speech"
                parley review talks correct 3f2a90c1d4 --act offer
                parley review talks add report --words "will not leave" --holder Aland \\
                  --act reject --issue territory.withdrawal
                parley review talks undo 12
      """)

  @OptionGroup var dossier: DossierOptions

  @Argument(help: "What is decided: accept, reject, correct, add or undo.")
  var action: Action

  @Argument(
    help: ArgumentHelp(
      "The stance; for add the article, for undo the number of the review.", valueName: "target"))
  var target: String

  @Option(help: ArgumentHelp("The party whose stance it is.", valueName: "name"))
  var holder: String?

  @Option(help: "The act: demand, propose, offer, accept, reject or threaten.")
  var act: Act?

  @Option(help: ArgumentHelp("The issue, a code of the taxonomy.", valueName: "code"))
  var issue: String?

  @Option(help: ArgumentHelp("To whom.", valueName: "name"))
  var addressee: String?

  @Option(help: ArgumentHelp("When it is true of, as EDTF (2025-08).", valueName: "date"))
  var asOf: PartialDate?

  @Option(help: "current or past.")
  var status: Position.Status?

  @Option(
    help: ArgumentHelp(
      "For add: the words that state it, as they stand in the article.", valueName: "words"))
  var words: String?

  @Option(help: "Why.")
  var reason: String?

  @OptionGroup var decision: DecisionOptions

  func validate() throws {
    if action == .add, words == nil || holder == nil || act == nil || issue == nil {
      throw ValidationError("add needs --words, --holder, --act and --issue")
    }
    if action != .add, words != nil { throw ValidationError("--words is for add") }
    if action == .undo, Int64(target) == nil {
      throw ValidationError("undo needs the number of a review, not '\(target)'")
    }
    if action == .undo, reason != nil { throw ValidationError("undo takes no --reason") }
  }

  func run() throws {
    try dossier.run { dossier in
      let time = Clock.now
      let by = decision.name
      let number: Int64
      switch action {
      case .accept: number = try decide(.accept, dossier, by, time)
      case .reject: number = try decide(.reject, dossier, by, time)
      case .correct: number = try decide(.correct, dossier, by, time)
      case .add:
        guard let words, let holder, let act, let issue else { return }
        number = try dossier.addStance(
          to: target, range: try dossier.range(of: words, in: target), holder: holder, act: act,
          issue: IssueCode(issue), correction: details, reason: reason, by: by, at: time)
      case .undo:
        guard let undone = Int64(target) else { return }
        try dossier.undoReview(undone, by: by, at: time)
        StandardStreams.report("parley: review \(undone) is taken back")
        return
      }
      StandardStreams.report(
        "parley: recorded as review \(number); take it back with: "
          + "parley review \(dossier.path) undo \(number)")
    }
  }

  private func decide(_ verdict: Verdict, _ dossier: Dossier, _ by: String, _ time: Timestamp)
    throws -> Int64
  {
    var correction = details
    correction.holder = holder
    correction.act = act
    correction.issue = issue.map { IssueCode($0) }
    return try dossier.review(
      target, verdict, correction: correction, reason: reason, by: by, at: time)
  }

  /// What is said beyond party, act and issue.
  private var details: Correction {
    var correction = Correction()
    correction.addressee = addressee
    correction.asOf = asOf?.text
    correction.status = status
    return correction
  }
}

extension Position.Status: ExpressibleByArgument {}
