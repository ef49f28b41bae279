import Testing

@Suite("Who speaks, and through whom")
struct ChainTests {
  @Test("the table has a hundred constructions or more")
  func size() {
    #expect(ChainCase.all.count >= 100)
  }

  @Test(
    "nine in ten constructions of the table are read right",
    arguments: [
      "outlets", "persons", "unnamed", "organizations and documents",
      "speakers that cannot be told",
    ])
  func table(section: String) throws {
    let reader = try Loaded.get()
    let rows = ChainCase.all.filter { $0.section == section }
    #expect(!rows.isEmpty)
    var wrong: [String] = []
    for row in rows {
      let found = row.read(reader)
      if !row.accepts(found) {
        wrong.append("\(row.testDescription)\n  wanted \(row.expected)\n  read   \(found)")
      }
    }
    let right = rows.count - wrong.count
    #expect(right * 10 >= rows.count * 9, "\(wrong.joined(separator: "\n"))")
  }
}
