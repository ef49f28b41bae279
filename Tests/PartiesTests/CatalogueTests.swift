import DataFiles
import Parties
import Testing

@Test("the shipped lists load, and states carry their codes")
func catalogue() throws {
  let catalogue = try PartyCatalogue(try #require(Articles.data))
  let ukraine = try #require(catalogue.party(named: "ukraine"))
  #expect(ukraine.alpha2 == "UA" && ukraine.alpha3 == "UKR" && ukraine.wikidata == "Q212")
  #expect(catalogue.party(named: "Atlantis") == nil)
  #expect(catalogue.parties.count > 300)
}

@Test(
  "every spelling leads to one name",
  arguments: [
    ("U.S.", "United States"), ("Kiev", "Ukraine"), ("Türkiye", "Turkey"),
    ("N'Djamena", "Chad"), ("IAEA", "IAEA"), ("Bosnian Serbs", "Republika Srpska"),
    ("Harbour Pilots Union", "Harbour Pilots Union"),
  ])
func canonical(_ spelling: String, _ name: String) throws {
  let catalogue = try PartyCatalogue(try #require(Articles.data))
  #expect(catalogue.canonical(spelling) == name)
}
