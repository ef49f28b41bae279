import Testing

@Suite("Who speaks, and through whom")
struct ChainTests {
  @Test("nine in ten of the constructions in the table are read right, in each of its kinds")
  func table() throws {
    let reader = try Loaded.get()
    #expect(ChainCase.all.count >= 100)
    var wrong: [String] = []
    for row in ChainCase.all {
      let found = row.read(reader)
      if !row.accepts(found) {
        wrong.append("\(row.testDescription)\n    wanted \(row.expected)\n    read   \(found)")
      }
    }
    let right = ChainCase.all.count - wrong.count
    #expect(right * 10 >= ChainCase.all.count * 9, "\(wrong.joined(separator: "\n"))")
  }
}
