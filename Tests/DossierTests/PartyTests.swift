import DataFiles
import Dossier
import Foundation
import ParleyModel
import Parties
import TestSupport
import Testing

@Suite("The parties of a dossier")
struct PartyTests {
  private let time = Timestamp(seconds: 1_932_768_100)

  private func catalogue() throws -> PartyCatalogue {
    try PartyCatalogue(DataFolder(path: Schema.repository.appending(path: "Data").path))
  }

  private func holders(_ dossier: Dossier) throws -> [String] {
    try dossier.stances().map(\.holder)
  }

  @Test("go by other names, and one that is taken back counts no longer")
  func names() throws {
    let entry = MadeDossier.entry("one", published: "2025-06-02", holder: "Palace", words: "words")
    try MadeDossier.with([entry]) { dossier throws in
      let number = try dossier.name("palace", standsFor: "Aland", as: .name, by: "ann", at: time)
      #expect(try holders(dossier) == ["Aland"])
      try dossier.name("Aland", standsFor: "Alandia", as: .merged, by: "ann", at: time)
      #expect(try holders(dossier) == ["Alandia"])
      try dossier.takeBackName(number, by: "ann", at: time)
      #expect(try holders(dossier) == ["Palace"])
      #expect(try dossier.partyAliases().map(\.name) == ["Aland"])
    }
  }

  @Test(
    "are spoken for within the time given",
    arguments: [("2025-06-02", "Aland"), ("2026-01-01", "Ida Berg")])
  func periods(published: String, holder: String) throws {
    let entry = MadeDossier.entry("one", published: published, holder: "Ida Berg", words: "words")
    try MadeDossier.with([entry]) { dossier throws in
      try dossier.name(
        "Ida Berg", standsFor: "Aland", as: .speaker, since: "2024-05", until: "2025", by: "ann",
        at: time)
      #expect(try holders(dossier) == [holder])
    }
  }

  @Test("do not lead in a circle, and have dates that can be read")
  func refusals() throws {
    try MadeDossier.with { dossier throws in
      try dossier.name("A", standsFor: "B", as: .merged, by: "ann", at: time)
      #expect(throws: DossierError.self) {
        try dossier.name("b", standsFor: "A", as: .merged, by: "ann", at: time)
      }
      #expect(throws: DossierError.self) {
        try dossier.name("x", standsFor: "X", as: .name, by: "ann", at: time)
      }
      #expect(throws: DossierError.self) {
        try dossier.name("x", standsFor: "y", as: .name, since: "soon", by: "ann", at: time)
      }
      #expect(throws: DossierError.self) {
        try dossier.addParty(PartyRecord(name: "A", wikidata: "159"))
      }
    }
  }

  @Test("are listed with their stances; speakers of no known party are offered")
  func register() throws {
    let entry = MadeDossier.spoken(
      "one", published: "2025-06-02",
      by: [
        ("Ida Berg", .person), ("Kremlin", .organization), ("Emmanuel Macron", .person),
        ("Hill Council", .organization), ("two envoys", .unnamed),
      ])
    try MadeDossier.with([entry]) { dossier throws in
      let register = try dossier.parties(catalogue: try catalogue())
      #expect(register.entries.map(\.party.name) == ["Aland"])
      #expect(register.entries.map(\.stances) == [1])
      #expect(register.unknown.map(\.name) == ["Hill Council", "Ida Berg"])
      #expect(register.unknown.allSatisfy { $0.articles == ["one"] })
      try dossier.name("Ida Berg", standsFor: "Aland", as: .speaker, by: "ann", at: time)
      #expect(
        try dossier.parties(catalogue: try catalogue()).unknown.map(\.name) == ["Hill Council"])
    }
  }
}
