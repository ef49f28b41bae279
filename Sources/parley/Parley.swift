import ArgumentParser

@main
struct Parley: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parley",
    abstract: "Turns reporting on a negotiation into a record that can be checked.")
}
