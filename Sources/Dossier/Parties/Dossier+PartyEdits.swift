internal import GRDB

/// A party that the dossier describes itself.
public struct PartyRecord: Sendable, Hashable {
  /// The name that stances carry.
  public var name: String
  /// What it is ("state", "armed group"); `nil` if not said.
  public var kind: String?
  /// The Wikidata item ("Q159"); `nil` if not said.
  public var wikidata: String?
  /// Anything else worth knowing; `nil` if not said.
  public var note: String?

  /// Describes a party.
  public init(name: String, kind: String? = nil, wikidata: String? = nil, note: String? = nil) {
    self.name = name
    self.kind = kind
    self.wikidata = wikidata
    self.note = note
  }
}

extension Dossier {
  /// Adds a party, or says more of one that is there; what is `nil` stays as it was.
  ///
  /// - Throws: `.badRequest` if the name is empty or the Wikidata item is none.
  public func addParty(_ party: PartyRecord) throws(DossierError) {
    guard !party.name.isEmpty else {
      throw DossierError(
        .badRequest(found: "a party needs a name", advice: "give the name that stances carry"),
        path: path)
    }
    if let item = party.wikidata {
      guard item.first == "Q", item.count > 1, item.dropFirst().utf8.allSatisfy(Self.isDigit) else {
        throw DossierError(
          .badRequest(
            found: "'\(item)' is no Wikidata item", advice: "items are written like Q159"),
          path: path)
      }
    }
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO party(name, kind, wikidata, note) VALUES (?, ?, ?, ?)
          ON CONFLICT(name) DO UPDATE SET kind = COALESCE(excluded.kind, kind),
            wikidata = COALESCE(excluded.wikidata, wikidata), note = COALESCE(excluded.note, note)
          """, arguments: [party.name, party.kind, party.wikidata, party.note])
    }
  }

  /// Lets `name` stand for a party, always or for some time.
  ///
  /// - Parameters:
  ///   - since: the first day, month or year (EDTF).
  ///   - until: the last.
  /// - Returns: the number by which it can be taken back.
  /// - Throws: `.badRequest` if a date cannot be read, the time runs backwards, or the names would
  ///   lead in a circle.
  @discardableResult
  public func name(
    _ name: String, standsFor party: String, as kind: PartyAlias.Kind, since: String? = nil,
    until: String? = nil, by: String, at time: Timestamp
  ) throws(DossierError) -> Int64 {
    try check(name, party, since: since, until: until)
    let path = path
    return try write { database in
      let names = try PartyNames(database)
      let day = since.flatMap(DateText.firstDay) ?? until.flatMap(DateText.lastDay)
      guard names.party(party, on: day).lowercased() != name.lowercased() else {
        throw DossierError(
          .badRequest(
            found: "'\(party)' stands for '\(name)' already",
            advice: "take that back first, or merge the other way round"), path: path)
      }
      try database.execute(
        sql: """
          INSERT INTO party_name(name, party, kind, since, until, by, at)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """, arguments: [name, party, kind.rawValue, since, until, by, time.description])
      return database.lastInsertedRowID
    }
  }

  /// Takes a name of a party back; it stays in the record, marked.
  ///
  /// - Throws: `.badRequest` if there is none with this number that stands.
  public func takeBackName(_ number: Int64, by: String, at time: Timestamp) throws(DossierError) {
    let path = path
    try write { database in
      guard let alias = try PartyAlias.standing(database).first(where: { $0.number == number })
      else {
        throw DossierError(
          .badRequest(
            found: "no name of a party with the number \(number) stands",
            advice: "the numbers are listed by: parley parties \(path)"), path: path)
      }
      try database.execute(
        sql: """
          INSERT INTO party_name(name, party, kind, by, at, lifted) VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          alias.name, alias.party, alias.kind.rawValue, by, time.description, number,
        ])
    }
  }

  /// The parties that the dossier describes itself, by name.
  public func partyRecords() throws(DossierError) -> [PartyRecord] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT name, kind, wikidata, note FROM party ORDER BY name")
        .map { PartyRecord(name: $0[0], kind: $0[1], wikidata: $0[2], note: $0[3]) }
    }
  }

  /// The names that the dossier itself gives to parties and that were not taken back, by name.
  public func partyAliases() throws(DossierError) -> [PartyAlias] {
    try read { database in try PartyAlias.standing(database) }
  }

  private func check(_ name: String, _ party: String, since: String?, until: String?)
    throws(DossierError)
  {
    var found: String?
    if name.isEmpty || party.isEmpty { found = "a name is empty" }
    if name.lowercased() == party.lowercased() { found = "'\(name)' stands for itself" }
    for text in [since, until].compactMap({ $0 }) where DateText.firstDay(text) == nil {
      found = "'\(text)' is no date"
    }
    if let first = since.flatMap(DateText.firstDay), let last = until.flatMap(DateText.lastDay),
      last < first
    {
      found = "the time from '\(since ?? "")' to '\(until ?? "")' runs backwards"
    }
    guard let found else { return }
    throw DossierError(
      .badRequest(
        found: found, advice: "name two things, and dates as 2019, 2019-05 or 2019-05-20"),
      path: path)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
