/// The part of an attribution that a token belongs to, and whether it begins there.
package enum RoleLabel: UInt8, CaseIterable, Sendable {
  case outside
  case sourceBegin
  case sourceInside
  case cueBegin
  case cueInside
  case contentBegin
  case contentInside

  /// The role; `nil` outside.
  package var role: Role? {
    switch self {
    case .outside: nil
    case .sourceBegin, .sourceInside: .source
    case .cueBegin, .cueInside: .cue
    case .contentBegin, .contentInside: .content
    }
  }

  /// Whether the token begins its part.
  package var begins: Bool {
    self == .sourceBegin || self == .cueBegin || self == .contentBegin
  }

  /// The label for a token of `role`.
  package init(_ role: Role, begins: Bool) {
    self =
      switch role {
      case .source: begins ? .sourceBegin : .sourceInside
      case .cue: begins ? .cueBegin : .cueInside
      case .content: begins ? .contentBegin : .contentInside
      }
  }
}

/// The parts of an attribution.
package enum Role: UInt8, CaseIterable, Sendable {
  case source
  case cue
  case content
}
