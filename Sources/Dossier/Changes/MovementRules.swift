public import DataFiles
internal import ParleyModel
internal import Territory
internal import Times

/// What a move from one stance to another means, as `Data/dossier/movement.tsv` and
/// `opposed.tsv` say, and by when stances are to be met.
public struct MovementRules: Sendable {
  /// A pair of acts.
  private struct Pair: Hashable {
    let before: Act?
    let after: Act
  }

  private var moves: [Pair: (kind: Movement.Kind, why: String)] = [:]
  private var opposed: Set<Set<Act>> = []
  private let dropping: [String]
  /// The members of named groups of regions, by folded name.
  private var groups: [String: [String]] = [:]
  private let words: RegionWords
  let deadlines: DeadlineFinder

  /// Reads the rules, and the named groups of regions by which places are compared.
  ///
  /// - Throws: `.noFile`, `.malformed`.
  public init(_ data: DataFolder) throws(DataError) {
    words = try RegionWords(data)
    deadlines = DeadlineFinder(reader: try TimeReader(data))
    dropping = try data.lines("dossier/dropping.txt").map(\.text)
    for group in try RegionGroup.read(data, "territory/region-groups.tsv") {
      for name in [group.name] + group.otherNames { groups[words.fold(name)] = group.members }
    }
    for line in try data.lines("dossier/movement.tsv") {
      let fields = line.fields
      guard fields.count == 4, let after = Act(rawValue: fields[1]),
        let kind = Movement.Kind(rawValue: fields[2]),
        fields[0] == "any" || Act(rawValue: fields[0]) != nil
      else { throw DataError(line, found: "expected act, act, movement and why between tabs") }
      moves[Pair(before: Act(rawValue: fields[0]), after: after)] = (kind, fields[3])
    }
    for line in try data.lines("dossier/opposed.tsv") {
      let acts = line.fields.compactMap { Act(rawValue: $0) }
      guard acts.count == 2 else { throw DataError(line, found: "expected two acts between tabs") }
      opposed.insert(Set(acts))
    }
  }

  /// Whether one party cannot hold both at the same time.
  func areOpposed(_ a: Act, _ b: Act) -> Bool { opposed.contains([a, b]) }

  /// Whether words that tell of a softening say that the stance is held no longer.
  func tellOfDropping(_ words: String) -> Bool {
    let padded = " " + words.lowercased() + " "
    return dropping.contains { padded.contains(" " + $0 + " ") }
  }

  /// Says what the move from `before` to `after` means; `nil` if both say the same.
  ///
  /// A text that tells of the move itself is believed before the acts, the acts before the places.
  public func movement(from before: Stance, to after: Stance) -> (kind: Movement.Kind, why: String)?
  {
    if before.act != after.act {
      return moves[Pair(before: before.act, after: after.act)]
        ?? moves[Pair(before: nil, after: after.act)]
        ?? (.changed, "another act: \(before.act.rawValue), then \(after.act.rawValue)")
    }
    guard !before.places.isEmpty, !after.places.isEmpty, before.places != after.places else {
      return nil
    }
    let old = places(before)
    let new = places(after)
    guard old != new else { return nil }
    let asksForLess = old.isSuperset(of: new)
    guard asksForLess || new.isSuperset(of: old) else { return nil }
    let isGiving = after.act == .offer || after.act == .accept
    let why = asksForLess ? "fewer places than before" : "more places than before"
    return (asksForLess == isGiving ? .hardened : .softened, why)
  }

  /// The places of a stance in the form in which they are compared: regions of named groups one by
  /// one.
  private func places(_ stance: Stance) -> Set<String> {
    var result: Set<String> = []
    for place in stance.places {
      let name = words.fold(place)
      if let members = groups[name] { result.formUnion(members) } else { result.insert(name) }
    }
    return result
  }
}
