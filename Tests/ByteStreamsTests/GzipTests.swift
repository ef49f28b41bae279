import ByteStreams
import Testing

@Suite("Gzip")
struct GzipTests {
  @Test("compressed and decompressed are the same", arguments: [0, 1, 100, 200_000])
  func gzip(_ count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 ^ $0 >> 5) }
    let packed = Gzip.compress(bytes)
    #expect(try Gzip.decompress(packed, limit: count) == bytes)
    #expect(try Gzip.decompress(packed + packed, limit: 2 * count) == bytes + bytes)
    let cut = #expect(throws: Gzip.Failure.self) {
      try Gzip.decompress(Array(packed.dropLast(9)), limit: count)
    }
    #expect(cut?.kind == .cutOff)
    if count > 1 {
      let long = #expect(throws: Gzip.Failure.self) {
        try Gzip.decompress(packed, limit: count - 1)
      }
      #expect(long?.kind == .tooLong(limit: count - 1))
    }
  }
}
