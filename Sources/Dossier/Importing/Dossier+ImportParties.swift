internal import JSONBytes

extension Dossier {
  /// Imports parties from FollowTheMoney: entities or statements, one a line. Names become names of
  /// the party, representations become speakers.
  ///
  /// - Returns: what became of them; lines that are no JSON, and entities without a name, are
  ///   orphans. Entities of other schemas are passed over.
  public func importParties(_ lines: [UInt8], from name: String, by: String, at time: Timestamp)
    throws(DossierError) -> ImportReport
  {
    var report = ImportReport()
    let entities = FollowTheMoneyEntities(lines, from: name, &report)
    var parties: [String: String] = [:]
    for entity in entities.all where PartySchemas.all.contains(entity.schema) {
      guard let name = entity["name"].first else {
        report.orphan(entity.id, "it has no name")
        continue
      }
      parties[entity.id] = name
    }
    let speakers = Set(
      entities.all.filter { $0.schema == "Representation" }.flatMap { $0["agent"] })
    let before = try partyRecords()
    let aliases = try partyAliases()
    for entity in entities.all {
      guard let party = parties[entity.id], !speakers.contains(entity.id) else { continue }
      let record = PartyRecord(
        name: party, kind: entity["keywords"].first ?? PartySchemas.kind(of: entity.schema),
        wikidata: entity["wikidataId"].first, note: entity["notes"].first)
      if before.contains(record) {
        report.known += 1
      } else {
        do {
          try addParty(record)
          report.added += 1
        } catch {
          report.orphan(entity.id, "'\(party)' cannot be added: \(record.wikidata ?? "its name")")
          continue
        }
      }
      let others =
        entity["name"].dropFirst() + entity["alias"] + entity["weakAlias"]
        + entity["previousName"]
      for other in others where other != party {
        try importName(other, party, .name, nil, nil, aliases, by, time, &report)
      }
    }
    for entity in entities.all where entity.schema == "Representation" {
      guard let agent = entity["agent"].first.flatMap({ parties[$0] }),
        let client = entity["client"].first.flatMap({ parties[$0] })
      else {
        report.orphan(entity.id, "its agent or its client is not among the entities")
        continue
      }
      try importName(
        agent, client, .speaker, entity["startDate"].first, entity["endDate"].first, aliases, by,
        time, &report)
    }
    return report
  }

  private func importName(
    _ other: String, _ party: String, _ kind: PartyAlias.Kind, _ since: String?, _ until: String?,
    _ aliases: [PartyAlias], _ by: String, _ time: Timestamp, _ report: inout ImportReport
  ) throws(DossierError) {
    // Another name may be a merged party: the entities do not tell them apart.
    let isKnown = aliases.contains {
      $0.name == other && $0.party == party && $0.since == since && $0.until == until
    }
    if isKnown {
      report.known += 1
      return
    }
    do {
      try name(other, standsFor: party, as: kind, since: since, until: until, by: by, at: time)
      report.added += 1
    } catch {
      guard case .badRequest(let found, _) = error.kind else { throw error }
      report.orphan("\(other), name of \(party)", found)
    }
  }
}

/// The entities of a FollowTheMoney file, put together from statements where it has those.
private struct FollowTheMoneyEntities {
  struct Entity {
    let id: String
    var schema: String
    var properties: [String: [String]] = [:]

    subscript(_ name: String) -> [String] { properties[name] ?? [] }
  }

  private(set) var all: [Entity] = []
  private var places: [String: Int] = [:]

  init(_ lines: [UInt8], from name: String, _ report: inout ImportReport) {
    var number = 0
    for line in lines.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      // What is wrong with a line is less telling than which line it is.
      guard let tree = try? JSONTree.parse(Array(line)), let schema = tree["schema"]?.text,
        let id = (tree["canonical_id"] ?? tree["entity_id"] ?? tree["id"])?.text
      else {
        report.orphan("\(name), line \(number)", "it is no entity and no statement")
        continue
      }
      let place = places[id] ?? all.count
      if place == all.count {
        places[id] = place
        all.append(Entity(id: id, schema: schema))
      }
      if let property = tree["prop"]?.text, let value = tree["value"]?.text {
        add(value, property, place)
      }
      guard case .object(let properties) = tree["properties"] else { continue }
      for member in properties {
        for value in member.value.elements.compactMap(\.text) { add(value, member.key, place) }
      }
    }
  }

  private mutating func add(_ value: String, _ property: String, _ place: Int) {
    guard !all[place][property].contains(value) else { return }
    all[place].properties[property, default: []].append(value)
  }
}
