internal import GRDB
internal import ParleyModel

/// The names that the dossier itself gives to parties.
struct PartyNames {
  private struct Name {
    let party: String
    let since: CalendarDate?
    let until: CalendarDate?
  }

  /// How many names may lead to one another before the party is reached.
  private static let longestPath = 8

  private var names: [String: [Name]] = [:]

  init(_ database: Database) throws {
    for row in try PartyAlias.standing(database) {
      names[row.name.lowercased(), default: []].append(
        Name(
          party: row.party, since: row.since.flatMap(DateText.firstDay),
          until: row.until.flatMap(DateText.lastDay)))
    }
  }

  /// The party that `name` stands for on a day; `name` itself if the dossier says nothing.
  func party(_ name: String, on date: CalendarDate?) -> String {
    guard !names.isEmpty else { return name }
    var name = name
    for _ in 0..<Self.longestPath {
      guard let next = step(name, date), next != name else { break }
      name = next
    }
    return name
  }

  private func step(_ name: String, _ date: CalendarDate?) -> String? {
    names[name.lowercased()]?.first { entry in
      guard let date else { return entry.since == nil && entry.until == nil }
      if let since = entry.since, date < since { return false }
      if let until = entry.until, date > until { return false }
      return true
    }?.party
  }
}
