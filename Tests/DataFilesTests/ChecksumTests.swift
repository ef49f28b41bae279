import DataFiles
import Testing

@Suite("A checksum")
struct ChecksumTests {
  @Test("is that of the standard's examples")
  func checksum() {
    #expect(
      Checksum.of("abc".utf8) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      Checksum().finished() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test(
    "of a long text does not hang on the pieces in which it came", arguments: [1, 63, 64, 1000])
  func pieces(size: Int) {
    let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var checksum = Checksum()
    for start in stride(from: 0, to: bytes.count, by: size) {
      checksum.update(bytes[start..<min(bytes.count, start + size)])
    }
    #expect(checksum.finished() == Checksum.of(bytes))
  }
}
