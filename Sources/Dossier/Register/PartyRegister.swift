internal import GRDB
public import ParleyModel
public import Parties

/// The parties of a dossier: who has stances, by which names, and who speaks without belonging to
/// any.
public struct PartyRegister: Sendable, Hashable {
  /// A party of the dossier.
  public struct Entry: Sendable, Hashable {
    /// What is known of it: from the dossier, else from the shipped lists.
    public let party: PartyRecord
    /// Whether the shipped lists know it.
    public let isShipped: Bool
    /// How many stances it has.
    public let stances: Int
    /// In how many articles.
    public let articles: Int
    /// The names that the dossier gives to it.
    public let aliases: [PartyAlias]
    /// Its names in the shipped lists.
    public let shippedNames: [String]
  }

  /// Somebody who speaks in the articles and belongs to no party that is known.
  public struct UnknownSpeaker: Sendable, Hashable {
    /// The name, as readings resolve it.
    public let name: String
    /// A person or an organization.
    public let kind: ChainLink.Kind
    /// How often it speaks.
    public let times: Int
    /// The articles, by name.
    public let articles: [String]
  }

  /// The parties, the one with the most stances first.
  public let entries: [Entry]
  /// The speakers who belong to none, the most frequent first.
  public let unknown: [UnknownSpeaker]
}

extension Dossier {
  /// Returns the parties of a view, with the speakers who belong to none.
  public func parties(_ view: View = View(), catalogue: PartyCatalogue) throws(DossierError)
    -> PartyRegister
  {
    let stances = try stances(view)
    let records = Dictionary(
      try partyRecords().map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let aliases = Dictionary(grouping: try partyAliases(), by: \.party)
    let byHolder = Dictionary(grouping: stances, by: \.holder)
    let names = Set(byHolder.keys).union(records.keys).union(aliases.keys)
    let entries = names.map { name in
      let shipped = catalogue.party(named: name)
      let own = records[name] ?? PartyRecord(name: name)
      let held = byHolder[name] ?? []
      return PartyRegister.Entry(
        party: PartyRecord(
          name: name, kind: own.kind ?? shipped?.kind.word,
          wikidata: own.wikidata
            ?? shipped?.wikidata, note: own.note),
        isShipped: shipped != nil, stances: held.count,
        articles: Set(held.map(\.article)).count, aliases: aliases[name] ?? [],
        shippedNames: shipped?.otherNames ?? [])
    }
    return PartyRegister(
      entries: entries.sorted { ($1.stances, $0.party.name) < ($0.stances, $1.party.name) },
      unknown: try unknownSpeakers(view, catalogue: catalogue, holders: names))
  }

  private func unknownSpeakers(_ view: View, catalogue: PartyCatalogue, holders: Set<String>)
    throws(DossierError) -> [PartyRegister.UnknownSpeaker]
  {
    try read { database in
      let versions = try VisibleVersions(database, view: view)
      let names = try PartyNames(database)
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT s.name, s.kind, s.times, c.version FROM speaker AS s
          JOIN current_reading AS c ON c.reading = s.reading ORDER BY s.name, s.kind, c.version
          """)
      var found: [ChainLink: (times: Int, articles: Set<String>)] = [:]
      while let row = try rows.next() {
        guard let facts = versions.facts[row[3]],
          let kind = ChainLink.Kind(rawValue: row[1] as String)
        else { continue }
        let name: String = row[0]
        let day = facts.published
        let own = names.party(name, on: day)
        if own != name || holders.contains(own) { continue }
        if catalogue.party(speaking: name, isPerson: kind == .person, on: day) != nil { continue }
        let speaker = ChainLink(name: name, kind: kind)
        found[speaker, default: (0, [])].times += row[2]
        found[speaker, default: (0, [])].articles.insert(facts.article)
      }
      return found.compactMap { speaker, sums in
        speaker.name.map {
          PartyRegister.UnknownSpeaker(
            name: $0, kind: speaker.kind, times: sums.times, articles: sums.articles.sorted())
        }
      }.sorted { ($1.times, $0.name, $0.kind.rawValue) < ($0.times, $1.name, $1.kind.rawValue) }
    }
  }
}
