import ArgumentParser
internal import Dossier
internal import ParleyModel

/// Which part of the record is looked at.
struct ViewOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What was so on this day (default: the latest).", valueName: "date"))
  var on: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "What the public knew on this day: only articles published by then.", valueName: "date"))
  var known: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "What the dossier knew at this time: only articles that had come in.", valueName: "time"))
  var received: Timestamp?

  @Option(
    help: ArgumentHelp(
      "Leave out stances of lower confidence that nobody confirmed, 0 to 1.", valueName: "number"))
  var minConfidence = 0.0

  func validate() throws {
    if !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence must be 0 to 1")
    }
  }

  /// The view.
  var view: View {
    View(on: on, known: known, received: received, leastConfidence: minConfidence)
  }

  /// The view in words: "on 2025-08-22, as known on 2025-08-21".
  var words: String {
    var parts = [on.map { "on \($0)" } ?? "latest"]
    if let known { parts.append("as known on \(known)") }
    if let received { parts.append("as received by \(received)") }
    return parts.joined(separator: ", ")
  }
}
