import ArgumentParser
internal import ParleyModel

/// How readings are shown: the options that every command which writes readings has.
struct ReadingOptions: ParsableArguments {
  @Flag(help: "Write one JSON document: the reading, or an array of readings.")
  var json = false

  @Flag(help: "Write one JSON object an article, each on its own line, in the order given.")
  var ndjson = false

  @Option(help: "The number of articles read at the same time (default: all cores).")
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Show only attributions, positions, figures or changes; may be given several times.",
      valueName: "kind"))
  var only: [ReadingPart] = []

  @Option(
    help: ArgumentHelp("Leave out positions of lower confidence, 0 to 1.", valueName: "number"))
  var minConfidence = 0.0

  @Option(
    help: ArgumentHelp(
      "Show only positions and figures that this reader saw: built-in or assisted.",
      valueName: "reader"))
  var reader: ReaderChoice?

  @Option(help: "Colour the person's view: auto, always or never.")
  var color = ColourChoice.auto

  @Option(help: "The columns of the person's view (default: the terminal's, 80 if unknown).")
  var width: Int?

  func validate() throws {
    if json, ndjson { throw ValidationError("--json and --ndjson exclude each other") }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be 1 to 256") }
    if let width, !(60...1000).contains(width) {
      throw ValidationError("--width must be 60 to 1000")
    }
    if !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence must be 0 to 1")
    }
  }

  /// Which parts are shown.
  var selection: Selection {
    Selection(parts: Set(only), leastConfidence: minConfidence, reader: reader?.kind)
  }

  /// How they are written.
  var format: OutputFormat {
    if ndjson { return .lines }
    if json { return .array }
    var terminal = Terminal.current()
    if let width { terminal.width = width - 1 }
    switch color {
    case .auto: break
    case .always: terminal.hasColour = true
    case .never: terminal.hasColour = false
    }
    return .view(terminal)
  }
}

/// Which reader must have seen what is shown.
enum ReaderChoice: String, ExpressibleByArgument, CaseIterable {
  case builtIn = "built-in"
  case assisted

  /// The reader.
  var kind: ReaderKind {
    switch self {
    case .builtIn: .builtIn
    case .assisted: .assisted
    }
  }
}

/// When to colour.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}
