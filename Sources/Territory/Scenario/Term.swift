public import ParleyModel

/// One term of a proposal about ground.
public struct Term: Sendable, Hashable {
  /// What is to happen.
  public enum Verb: Sendable, Hashable {
    /// The party gives the rest of the ground that it holds there, with title.
    case cede
    /// The party leaves the ground that it holds there.
    case withdraw
    /// The party hands back the ground that it took there.
    case giveBack
    /// Nothing changes there.
    case freeze
    /// Both leave the ground within so many kilometres of the line between them.
    case buffer(kilometres: Double)
    /// The line becomes that of an earlier day.
    case backTo(CalendarDate)
  }

  /// What is to happen.
  public let verb: Verb
  /// The party that acts; `nil` where both do or nobody.
  public let party: String?
  /// The ground, as names of regions or groups; empty for everywhere.
  public let ground: [String]

  /// Makes a term from its parts.
  public init(verb: Verb, party: String? = nil, ground: [String] = []) {
    self.verb = verb
    self.party = party
    self.ground = ground
  }

  /// The term in words.
  public var description: String {
    let place = ground.isEmpty ? "everywhere" : ground.joined(separator: ", ")
    let actor = party ?? "both sides"
    return switch verb {
    case .cede: "\(actor) cedes the rest of \(place)"
    case .withdraw: "\(actor) withdraws from \(place)"
    case .giveBack: "\(actor) returns what it holds in \(place)"
    case .freeze: "the line stays as it is: \(place)"
    case .buffer(let kilometres):
      "both sides leave \(Decimals.fixed(kilometres, kilometres == kilometres.rounded() ? 0 : 1)) km "
        + "on either side of the line: \(place)"
    case .backTo(let date): "back to the line of \(date): \(place)"
    }
  }
}

/// A set of terms taken together.
public struct Terms: Sendable, Hashable {
  /// A title; `nil` where there is none.
  public let title: String?
  /// The day whose map the terms are laid on; `nil` where the asker says.
  public let on: CalendarDate?
  /// The terms, applied in this order.
  public let terms: [Term]

  /// Makes a set of terms.
  public init(title: String? = nil, on: CalendarDate? = nil, terms: [Term]) {
    self.title = title
    self.on = on
    self.terms = terms
  }

  /// The first day whose map the terms need: that of the earliest "back to", or `date`.
  public func earliestDate(before date: CalendarDate) -> CalendarDate {
    terms.reduce(date) { first, term in
      if case .backTo(let day) = term.verb { min(first, day) } else { first }
    }
  }
}
