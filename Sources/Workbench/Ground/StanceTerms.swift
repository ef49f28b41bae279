internal import Dossier
internal import ParleyModel
internal import Territory

/// A stance in force that means something on the ground, as a term of a scenario.
struct StanceTerm {
  /// Where the party stands.
  let standing: Standing
  /// What it would mean.
  let term: Term

  /// Reads a term from a stance; `nil` if it is none, or its places are no regions of `regions`.
  ///
  /// A demand that the other side cede or leave ground is the other side's term; an offer is the
  /// party's own. What is rejected is no term.
  init?(_ standing: Standing, source: MapSource, regions: RegionSet, atlas: TerritoryAtlas) {
    let stance = standing.stance
    let verb: Term.Verb
    switch stance.issue.rawValue {
    case "territory.cession": verb = .cede
    case "territory.withdrawal": verb = .withdraw
    case "territory.return": verb = .giveBack
    case "territory.freeze": verb = .freeze
    default: return nil
    }
    let sides = [source.holder, source.other]
    guard stance.act != .reject, stance.act != .threaten,
      let own = sides.first(where: { $0.lowercased() == stance.holder.lowercased() }),
      let other = sides.first(where: { $0 != own })
    else { return nil }
    let ground = stance.places.filter { place in
      (try? regions.ground(place, groups: atlas.groups, words: atlas.words)) != nil
    }
    guard !ground.isEmpty || verb == .freeze else { return nil }
    self.standing = standing
    term = Term(verb: verb, party: stance.act == .demand ? other : own, ground: ground)
  }
}
