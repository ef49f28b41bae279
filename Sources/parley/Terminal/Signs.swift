internal import Dossier
internal import ParleyModel

/// The signs of the person's view, and their stand-ins where the terminal has only ASCII.
struct Signs: Sendable {
  let demand, propose, offer, accept, reject, threaten: String
  let softened, hardened: String
  /// Stands between the links of a chain.
  let link: String
  /// Stands between facts on one line.
  let dot: String
  let ellipsis: String
  /// Stands where nothing is reported.
  let none: String

  static let unicode = Signs(
    demand: "▼", propose: "◇", offer: "△", accept: "✓", reject: "✗", threaten: "!",
    softened: "↘", hardened: "↗", link: " ▸ ", dot: " · ", ellipsis: "…",
    none: "·")
  static let ascii = Signs(
    demand: "D", propose: "P", offer: "O", accept: "A", reject: "R", threaten: "!",
    softened: "\\", hardened: "/", link: " > ", dot: " - ", ellipsis: "...",
    none: ".")

  /// The sign of an act.
  func sign(_ act: Act) -> String {
    switch act {
    case .demand: demand
    case .propose: propose
    case .offer: offer
    case .accept: accept
    case .reject: reject
    case .threaten: threaten
    }
  }

  /// The sign of a direction.
  func sign(_ direction: Change.Direction) -> String {
    switch direction {
    case .softened: softened
    case .hardened: hardened
    }
  }

  /// The sign of a movement.
  func sign(_ kind: Movement.Kind) -> String {
    switch kind {
    case .new: "+"
    case .softened: softened
    case .hardened: hardened
    case .dropped: "-"
    case .contradicted: "?"
    case .changed: "~"
    }
  }
}
