#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What is known about the terminal that the output goes to.
struct Terminal: Sendable {
  /// The greatest number of columns that a line may have.
  var width = 79
  /// Whether lines may be coloured.
  var hasColour = false
  /// Whether signs beyond ASCII can be shown.
  var hasUnicode = true

  /// Looks at standard output and the environment: colour only on a terminal, without `NO_COLOR`,
  /// and not if `TERM` is `dumb`; its width if that is 60 columns or more, else 80.
  static func current() -> Terminal {
    var terminal = Terminal()
    guard isatty(STDOUT_FILENO) == 1 else { return terminal }
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 60 {
      terminal.width = Int(size.ws_col) - 1
    }
    terminal.hasColour = (variable("NO_COLOR") ?? "").isEmpty && variable("TERM") != "dumb"
    let locale = variable("LC_ALL") ?? variable("LC_CTYPE") ?? variable("LANG") ?? "UTF-8"
    let folded = locale.uppercased()
    terminal.hasUnicode = folded.contains("UTF-8") || folded.contains("UTF8")
    return terminal
  }

  /// Whether messages go to a terminal.
  static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 && variable("TERM") != "dumb" }

  /// Whether standard input is a terminal, so that reading from it would wait for a person.
  static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
