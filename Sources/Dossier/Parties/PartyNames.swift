internal import GRDB
internal import ParleyModel

/// The names that the dossier itself gives to parties.
struct PartyNames {
  private struct Name {
    let party: String
    let since: CalendarDate?
    let until: CalendarDate?
  }

  private var names: [String: [Name]] = [:]

  init(_ database: Database) throws {
    let rows = try Row.fetchAll(
      database, sql: "SELECT name, party, since, until FROM party_name ORDER BY name, party, since")
    for row in rows {
      names[(row[0] as String).lowercased(), default: []].append(
        Name(
          party: row[1],
          since: (row[2] as String?).flatMap(DateText.firstDay),
          until: (row[3] as String?).flatMap(DateText.lastDay)))
    }
  }

  /// The party that `name` stands for on a day; `name` itself if the dossier says nothing.
  func party(_ name: String, on date: CalendarDate?) -> String {
    guard !names.isEmpty, let known = names[name.lowercased()] else { return name }
    let found = known.first { entry in
      guard let date else { return entry.since == nil && entry.until == nil }
      if let since = entry.since, date < since { return false }
      if let until = entry.until, date > until { return false }
      return true
    }
    return found?.party ?? name
  }
}
