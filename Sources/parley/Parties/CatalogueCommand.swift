import ArgumentParser
internal import DataFiles
internal import JSONBytes
internal import Parties

/// `parley parties catalogue`: the parties that Parley ships.
struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue",
    abstract: "Lists the parties that Parley knows by itself, or one with its names and people.",
    discussion: """
      The lists are Data/parties; they can be edited.

      Example: parley parties catalogue Ukraine
      """)

  @Argument(help: "A party in any of its names.")
  var name: String?

  @Flag(help: "Write one JSON document.")
  var json = false

  func run() throws {
    StandardStreams.ignoreClosedPipes()
    do {
      let catalogue = try PartyCatalogue(try DataFolder.locate())
      var parties = catalogue.parties
      if let name {
        guard let party = catalogue.party(named: catalogue.canonical(name)) else {
          StandardStreams.report(
            """
            parley: looking up a party: the shipped lists have no '\(name)'
              list them with: parley parties catalogue
            """)
          throw ExitStatus.noInput
        }
        parties = [party]
      }
      try StandardStreams.write(
        json ? Self.document(parties, catalogue) : Self.view(parties, catalogue, isOne: name != nil)
      )
    } catch is ClosedPipe {
      return
    } catch {
      throw Failure.reported(error)
    }
  }

  private static func view(_ parties: [Party], _ catalogue: PartyCatalogue, isOne: Bool) -> [UInt8]
  {
    var sheet = Sheet(Terminal.current())
    for party in parties {
      let facts = [party.kind.word, party.alpha3, party.wikidata].compactMap { $0 }
      sheet.line(
        StyledText(party.name, .strong),
        StyledText("  " + facts.joined(separator: sheet.signs.dot), .faint))
      guard isOne else { continue }
      if !party.otherNames.isEmpty {
        sheet.paragraph("also named: " + party.otherNames.joined(separator: "; "), indent: 2)
      }
      for person in catalogue.people(of: party) {
        sheet.line(
          StyledText("  " + person.name),
          StyledText("  " + person.periods.joined(separator: ", "), .faint))
      }
    }
    return sheet.bytes
  }

  private static func document(_ parties: [Party], _ catalogue: PartyCatalogue) -> [UInt8] {
    var output = JSONOutput()
    output.raw("{\"schema\":\"parley/catalogue/1\",\"parties\":")
    output.array(parties) { output, party in
      output.raw("{\"name\":")
      output.string(party.name)
      output.raw(",\"kind\":")
      output.string(party.kind.word)
      output.raw(",\"alpha3\":")
      output.string(party.alpha3)
      output.raw(",\"wikidata\":")
      output.string(party.wikidata)
      output.raw(",\"otherNames\":")
      output.array(party.otherNames) { $0.string($1) }
      output.raw(",\"people\":")
      output.array(catalogue.people(of: party)) { output, person in
        output.raw("{\"name\":")
        output.string(person.name)
        output.raw(",\"periods\":")
        output.array(person.periods) { $0.string($1) }
        output.raw("}")
      }
      output.raw("}")
    }
    output.raw("}\n")
    return output.bytes
  }
}
