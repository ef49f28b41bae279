import DataFiles
import Fuzzing
import TestSupport
import Testing

@Suite("Damaged texts")
struct FuzzTests {
  private static let check = Result { try FuzzCheck(try DataFolder.locate()) }

  @Test("give sound readings", arguments: 0..<8)
  func sound(block: Int) throws {
    let check = try Self.check.get()
    for index in block * 12..<(block + 1) * 12 {
      let input = FuzzInput(seed: 7, index: UInt64(index))
      #expect(check.problem(with: input) == nil, "input \(index) of seed 7")
    }
  }

  @Test("depend on seed and number alone")
  func repeatable() {
    #expect(FuzzInput(seed: 3, index: 9).bytes == FuzzInput(seed: 3, index: 9).bytes)
    #expect(FuzzInput(seed: 3, index: 9).bytes != FuzzInput(seed: 4, index: 9).bytes)
  }

  @Test("are counted by parley-fuzz, in processes of their own")
  func program() throws {
    let run = try Program("parley-fuzz").run(["--count", "20", "--jobs", "2", "--slow", "30"])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("20 inputs of seed 1, 0 findings, "))
  }
}
