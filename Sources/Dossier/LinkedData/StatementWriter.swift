internal import DataFiles
internal import JSONBytes
internal import ParleyModel
internal import Parties

/// Writes parties, articles and stances as FollowTheMoney statements, one a line.
///
/// - Source: https://followthemoney.tech/docs/statements/
struct StatementWriter {
  let contents: DossierContents
  let catalogue: PartyCatalogue

  /// The lines.
  var lines: [UInt8] {
    var output = JSONOutput()
    for statement in parties + speakers + articles + stances {
      statement.write(to: &output)
      output.raw("\n")
    }
    return output.bytes
  }

  /// The name of an entity.
  private static func id(_ kind: String, _ name: String) -> String {
    "parley-" + Checksum.of(Array("\(kind) \(name)".utf8)).prefix(20)
  }

  private func entity(
    _ id: String, _ schema: String, since: String, _ properties: [(String, [String?])]
  ) -> [JSONTree] {
    properties.flatMap { name, values in
      values.compactMap { $0 }.filter { !$0.isEmpty }.map { value in
        JSONTree.members([
          "id": .string(
            String(Checksum.of(Array("\(id) \(name) \(value)".utf8)).prefix(40))),
          "entity_id": .string(id), "canonical_id": .string(id), "prop": .string(name),
          "schema": .string(schema), "value": .string(value), "dataset": "parley",
          "origin": .string(contents.title), "external": .boolean(false),
          "first_seen": .string(since),
        ])
      }
    }
  }

  private var firstSeen: String {
    contents.articles.map(\.received).min()?.description ?? Timestamp(seconds: 0).description
  }

  private var parties: [JSONTree] {
    let records = Dictionary(
      contents.parties.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let aliases = Dictionary(grouping: contents.names.filter { $0.kind != .speaker }, by: \.party)
    let names = Set(contents.standing.map(\.holder)).union(
      contents.standing.compactMap(\.addressee)
    ).union(records.keys).union(contents.names.map(\.party))
    return names.sorted().flatMap { name in
      let shipped = catalogue.party(named: name)
      let record = records[name]
      let kind = record?.kind ?? shipped?.kind.word
      return entity(
        Self.id("party", name), PartySchemas.schema(of: kind), since: firstSeen,
        [
          ("name", [name]), ("alias", (aliases[name] ?? []).map(\.name)),
          ("wikidataId", [record?.wikidata ?? shipped?.wikidata]), ("keywords", [kind]),
          ("notes", [record?.note]),
        ])
    }
  }

  private var speakers: [JSONTree] {
    contents.names.filter { $0.kind == .speaker }.flatMap { alias in
      let person = Self.id("speaker", alias.name)
      return entity(person, "LegalEntity", since: alias.at.description, [("name", [alias.name])])
        + entity(
          Self.id("representation", "\(alias.number)"), "Representation",
          since: alias.at.description,
          [
            ("agent", [person]), ("client", [Self.id("party", alias.party)]),
            ("startDate", [alias.since]), ("endDate", [alias.until]),
          ])
    }
  }

  private var articles: [JSONTree] {
    contents.articles.flatMap { article in
      entity(
        Self.id("article", article.name), "Article", since: article.received.description,
        [
          ("fileName", [article.name]), ("title", [article.title]),
          ("publisher", [article.outlet]), ("publishedAt", [article.published?.description]),
          ("sourceUrl", [article.address]),
        ])
    }
  }

  private var stances: [JSONTree] {
    contents.standing.flatMap { stance in
      entity(
        Self.id("stance", stance.id), "Event", since: stance.received.description,
        [
          ("name", [stance.sentence]), ("summary", [stance.words]),
          ("date", [stance.said?.description]),
          ("involved", [holder(stance.holder), stance.addressee.flatMap(holder)]),
          ("proof", [Self.id("article", stance.article)]),
          ("keywords", [stance.act.rawValue, stance.issue.rawValue]),
          ("recordId", [stance.id]), ("publisher", [stance.outlet]),
        ])
    }
  }

  private func holder(_ name: String) -> String? { Self.id("party", name) }
}

/// Which schema of FollowTheMoney a kind of party is, and the other way round.
enum PartySchemas {
  static func schema(of kind: String?) -> String {
    switch kind {
    case "state", "government", "agency", "court": "PublicBody"
    case "company": "Company"
    case "person": "Person"
    case nil: "LegalEntity"
    default: "Organization"
    }
  }

  /// The kind of an entity that does not tell it; `nil` if the schema does not either.
  static func kind(of schema: String) -> String? {
    switch schema {
    case "PublicBody": "government"
    case "Company": "company"
    case "Person": "person"
    default: nil
    }
  }

  /// The schemas of which entities can be parties.
  static let all: Set<String> = [
    "PublicBody", "Organization", "Company", "LegalEntity", "Person",
  ]
}
