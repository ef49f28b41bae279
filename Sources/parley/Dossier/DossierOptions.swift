public import ArgumentParser
public import Dossier
internal import ParleyModel

/// The dossier that a command works on.
struct DossierOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The folder of the dossier.", valueName: "dossier"))
  var path: String

  /// Does `body` with the dossier; says what is wrong where that fails.
  func run(_ body: (Dossier) throws -> Void) throws {
    StandardStreams.ignoreClosedPipes()
    do {
      try body(try Dossier(opening: path))
    } catch is ClosedPipe {
      return
    } catch {
      throw Failure.reported(error)
    }
  }
}

extension Timestamp: ExpressibleByArgument {
  /// Reads a date, or a moment in UTC.
  public init?(argument: String) { self.init(argument) }
}
