internal import Dossier
internal import Intake

extension PageError {
  /// What an error means for those who asked: what they can mend is said as it is, what they cannot
  /// is only said to have failed.
  init(_ error: any Error) {
    switch error {
    case let error as PageError: self = error
    case let error as DossierError:
      switch error.kind {
      case .noSuch(let what, let name): self.init(.noSuch(what: what, name: name))
      case .badRequest(let found, let advice):
        self.init(.impossible(found: found, advice: advice))
      default: self.init(.failed)
      }
    case let error as IntakeError:
      let lines = error.description.split(separator: "\n").map { $0.drop { $0 == " " } }
      self.init(
        .impossible(
          found: lines.first.map(String.init) ?? "it cannot be taken in",
          advice: lines.dropFirst().first.map(String.init) ?? "give a text or a web page"))
    default: self.init(.failed)
    }
  }
}
