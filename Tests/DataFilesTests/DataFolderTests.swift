import DataFiles
import Testing

@Suite("The data folder")
struct DataFolderTests {
  @Test("is found from the program, without any setting")
  func located() throws {
    _ = try DataFolder.locate()
  }

  @Test("a missing file is named, with what to do")
  func missing() throws {
    let folder = try DataFolder.locate()
    let error = #expect(throws: DataError.self) { try folder.bytes("no/such.txt") }
    #expect(error?.description.contains("no/such.txt': it is missing") == true)
    #expect(error?.description.contains("PARLEY_DATA") == true)
  }
}
