import ArgumentParser

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Who decides.
struct DecisionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Who decides (default: the name in USER).", valueName: "name"))
  var by: String?

  func validate() throws {
    if name.isEmpty { throw ValidationError("say who decides with --by NAME; USER is not set") }
  }

  /// The name.
  var name: String { by ?? getenv("USER").map { String(cString: $0) } ?? "" }
}
