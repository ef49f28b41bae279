import Dossier
import Foundation
import GRDB
import ParleyModel
import TestSupport
import Testing

/// Dossiers made by released versions of the schema, kept as they were made.
@Suite("A dossier of an earlier version")
struct MigrationTests {
  /// The fixtures, each named by its schema, with what `parley state` says of it.
  private static let fixtures = [("dossier-1", 6, 2)]

  @Test("opens, says what it said, and takes more", arguments: fixtures)
  func opens(name: String, standings: Int, articles: Int) throws {
    let folder = try TemporaryFolder()
    let fixture = Schema.repository.appending(path: "Tests/DossierTests/Fixtures/\(name)")
    let path = folder.url.appending(path: "talks")
    try FileManager.default.copyItem(at: fixture, to: path)
    let dossier = try Dossier(opening: path.path)
    let state = try dossier.state(View(), rules: MadeDossier.rules())
    #expect(state.standings.count == standings)
    #expect(state.articles == articles)
    for entry in try dossier.articles() { #expect(dossier.original(entry) != nil) }
    let stance = try #require(state.standings.first?.stance)
    try dossier.review(stance.id, .accept, by: "A", at: Timestamp(seconds: 1_932_854_400))
    let added = try dossier.add(
      [MadeDossier.entry("more", published: "2031-05-01", words: "leave the valley")],
      reader: "test 1", at: Timestamp(seconds: 1_932_854_400))
    #expect(added.new == 1)
  }

  @Test("made by a later version is refused, and nothing is changed")
  func later() throws {
    try MadeDossier.with { dossier in
      let file = dossier.path + "/dossier.sqlite"
      try DatabaseQueue(path: file).write { database in
        try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('from the future')")
      }
      let error = #expect(throws: DossierError.self) { try Dossier(opening: dossier.path) }
      #expect(error?.kind == .newerSchema(found: "from the future"))
      #expect(error?.description.contains("use a later version of Parley") == true)
    }
  }
}
