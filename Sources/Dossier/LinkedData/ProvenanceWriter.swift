internal import DataFiles
internal import JSONBytes
internal import ParleyModel

/// Writes where everything comes from as PROV-O in JSON-LD: the bytes of the articles, the readings,
/// the stances with whom they quote, and what people decided.
///
/// - Source: https://www.w3.org/TR/prov-o/
struct ProvenanceWriter {
  let contents: DossierContents

  private static let context = JSONTree.members([
    "prov": "http://www.w3.org/ns/prov#", "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/", "xsd": "http://www.w3.org/2001/XMLSchema#",
    "prov:wasQuotedFrom": reference, "prov:hadPrimarySource": reference,
    "prov:wasDerivedFrom": reference, "prov:wasAttributedTo": reference,
    "prov:wasGeneratedBy": reference, "prov:wasAssociatedWith": reference, "prov:used": reference,
    "prov:alternateOf": reference, "prov:actedOnBehalfOf": reference,
    "prov:endedAtTime": .members(["@type": "xsd:dateTime"]),
    "dcterms:issued": .members(["@type": "xsd:date"]),
  ])

  private static let reference = JSONTree.members(["@type": "@id"])

  /// The document.
  var document: [UInt8] {
    var agents = Agents()
    var nodes = contents.articles.map { article($0, &agents) }
    nodes += contents.articles.map { reading($0, &agents) }
    let entries = Dictionary(
      contents.articles.map { ($0.version, $0) }, uniquingKeysWith: { first, _ in first })
    for stance in contents.stances {
      guard let entry = entries[stance.version] else { continue }
      nodes += self.stance(stance, entry, &agents)
    }
    nodes += contents.reviews.map { review($0, &agents) }
    var output = JSONOutput()
    output.raw("{\"@context\":")
    Self.context.write(to: &output)
    output.raw(",\"@graph\":")
    output.array(nodes + agents.nodes) { output, node in
      output.raw("\n")
      node.write(to: &output)
    }
    output.raw("}\n")
    return output.bytes
  }

  private func bytes(_ entry: ArticleEntry) -> String { "urn:sha256:" + entry.checksum }

  private func article(_ entry: ArticleEntry, _ agents: inout Agents) -> JSONTree {
    let group = contents.origins.group(of: entry.version)
    let first = contents.articles.first { $0.version == group && group != entry.version }
    return .members([
      "@id": .string(bytes(entry)), "@type": "prov:Entity",
      "dcterms:identifier": .string(entry.name), "dcterms:title": .text(entry.title),
      "dcterms:source": .text(entry.address), "dcterms:issued": .text(entry.published?.description),
      "prov:wasAttributedTo": entry.outlet.map { agents.organization($0) },
      "prov:alternateOf": first.map { .string(bytes($0)) },
    ])
  }

  private func reading(_ entry: ArticleEntry, _ agents: inout Agents) -> JSONTree {
    .members([
      "@id": .string(readingName(entry)), "@type": "prov:Entity",
      "prov:wasDerivedFrom": .string(bytes(entry)),
      "prov:wasAttributedTo": contents.readers[entry.version].map { agents.software($0) },
    ])
  }

  private func readingName(_ entry: ArticleEntry) -> String {
    "urn:parley:reading:" + entry.checksum.prefix(16)
  }

  /// The stance, and before it the report that the article itself relays, where it names one.
  private func stance(_ stance: Stance, _ entry: ArticleEntry, _ agents: inout Agents)
    -> [JSONTree]
  {
    var nodes: [JSONTree] = []
    var primary: JSONTree?
    let relayed = stance.chain.last { $0.kind == .outlet }?.name
    if let relayed, relayed.lowercased() != entry.outlet?.lowercased() {
      let name = "urn:parley:report:\(FileName.encoded(relayed)):\(entry.checksum.prefix(16))"
      nodes.append(
        .members([
          "@id": .string(name), "@type": "prov:Entity",
          "dcterms:description": .string("a report of \(relayed) that the article relays"),
          "prov:wasAttributedTo": agents.organization(relayed),
        ]))
      primary = .string(name)
    } else {
      let group = contents.origins.group(of: entry.version)
      primary = contents.articles.first { $0.version == group && group != entry.version }
        .map { .string(bytes($0)) }
    }
    nodes.append(
      .members([
        "@id": .string("urn:parley:stance:" + stance.id), "@type": "prov:Entity",
        "dcterms:description": .string(stance.sentence), "prov:value": .string(stance.words),
        "prov:wasQuotedFrom": .string(bytes(entry)),
        "prov:wasDerivedFrom": stance.number == nil ? nil : .string(readingName(entry)),
        "prov:hadPrimarySource": primary,
        "prov:wasAttributedTo": speaker(stance, &agents),
      ]))
    return nodes
  }

  private func speaker(_ stance: Stance, _ agents: inout Agents) -> JSONTree? {
    guard let last = stance.chain.last, let name = last.name else { return nil }
    switch last.kind {
    case .person, .unnamed: return agents.person(name)
    case .outlet, .organization: return agents.organization(name)
    case .document, .unresolved: return nil
    }
  }

  private func review(_ review: ReviewLine, _ agents: inout Agents) -> JSONTree {
    .members([
      "@id": .string("urn:parley:review:\(review.number)"), "@type": "prov:Activity",
      "dcterms:type": .string(review.verdict), "dcterms:description": .text(review.reason),
      "prov:used": .string("urn:parley:stance:" + review.stance),
      "prov:wasAssociatedWith": agents.person(review.by),
      "prov:endedAtTime": .string(review.at.description),
    ])
  }

  /// The persons, bodies and programs that were named, each once, in the order of their naming.
  private struct Agents {
    private(set) var nodes: [JSONTree] = []
    private var known: Set<String> = []

    mutating func person(_ name: String) -> JSONTree { add(name, "prov:Person") }
    mutating func organization(_ name: String) -> JSONTree { add(name, "prov:Organization") }
    mutating func software(_ name: String) -> JSONTree { add(name, "prov:SoftwareAgent") }

    private mutating func add(_ name: String, _ type: String) -> JSONTree {
      let id = "urn:parley:agent:" + Checksum.of(Array("\(type) \(name)".utf8)).prefix(16)
      if known.insert(id).inserted {
        nodes.append(
          .members([
            "@id": .string(id), "@type": ["prov:Agent", .string(type)], "foaf:name": .string(name),
          ]))
      }
      return .string(id)
    }
  }
}
