import ByteStreams
import Foundation
import TestSupport
import Testing

@Suite("The lines of a file")
struct ByteLinesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func file(_ bytes: [UInt8]) throws -> String {
    let file = folder.url.appending(path: "file")
    try Data(bytes).write(to: file)
    return file.path
  }

  private func lines(_ bytes: [UInt8], longest: Int = 1000) throws -> [String] {
    var lines = ByteLines(try ByteSource(path: file(bytes)), longest: longest)
    var found: [String] = []
    while let line = try lines.next() {
      found.append("\(lines.number) " + String(decoding: line, as: UTF8.self))
    }
    return found
  }

  @Test(
    "come without their ends, blank ones passed over, the numbers counting them",
    arguments: [
      ("", []), ("a", ["1 a"]), ("a\nb\n", ["1 a", "2 b"]), ("a\r\nb", ["1 a", "2 b"]),
      ("\n \t\n\r\nc", ["4 c"]), ("\u{FEFF}a\n\u{FEFF}b", ["1 a", "2 \u{FEFF}b"]),
      ("\u{FEFF}\n", []),
    ] as [(String, [String])])
  func plain(text: String, expected: [String]) throws {
    #expect(try lines(Array(text.utf8)) == expected)
    #expect(try lines(Gzip.compress(Array(text.utf8))) == expected)
  }

  @Test("are the same over the borders of blocks, in one member or two")
  func long() throws {
    let first = (0..<40_000).map { "line \($0) of the first" }
    let bytes = Array(first.joined(separator: "\n").utf8) + [0x0A]
    let expected = first.enumerated().map { "\($0 + 1) \($1)" }
    #expect(try lines(bytes) == expected)
    let again = expected + first.enumerated().map { "\($0 + 40_001) \($1)" }
    #expect(try lines(Gzip.compress(bytes) + Gzip.compress(bytes)) == again)
  }

  @Test("that are too long are told, and those after them still come")
  func tooLong() throws {
    let text = "short\n" + String(repeating: "x", count: 40) + "\nlast\n"
    var lines = ByteLines(try ByteSource(path: file(Array(text.utf8))), longest: 20)
    #expect(try lines.next() == Array("short".utf8))
    let error = #expect(throws: ByteSourceError.self) { try lines.next() }
    #expect(error?.kind == .tooLong(limit: 20) && lines.number == 2)
    #expect(try lines.next() == Array("last".utf8))
    #expect(try lines.next() == nil)
  }

  @Test("without an end end the stream", arguments: [false, true])
  func endless(isPacked: Bool) throws {
    let bytes = [UInt8](repeating: 0x78, count: 3_000_000)
    let path = try file(isPacked ? Gzip.compress(bytes) : bytes)
    var lines = ByteLines(try ByteSource(path: path), longest: 100_000)
    let error = #expect(throws: ByteSourceError.self) { try lines.next() }
    #expect(error?.kind == .tooLong(limit: 100_000))
    #expect(try lines.next() == nil)
    var whole = ByteLines(try ByteSource(path: path), longest: 100_000)
    #expect(throws: ByteSourceError.self) { try whole.rest() }
  }

  @Test("what is left comes in one piece")
  func rest() throws {
    var lines = ByteLines(try ByteSource(path: file(Array("a\nb\nc\n".utf8))), longest: 100)
    #expect(try lines.next() == Array("a".utf8))
    #expect(try lines.rest() == Array("b\nc\n".utf8))
    #expect(try lines.rest().isEmpty && lines.next() == nil)
  }

  @Test("a file that is damaged, cut off, missing or a folder is told")
  func failures() throws {
    var packed = Gzip.compress((0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7 ^ $0 >> 5) })
    let cut = #expect(throws: ByteSourceError.self) { try lines(packed.dropLast(packed.count / 2)) }
    #expect(cut?.kind == .damaged(reason: "unexpected end of file"))
    for place in packed.count / 2..<packed.count / 2 + 40 { packed[place] ^= 0x5A }
    let damaged = #expect(throws: ByteSourceError.self) { try lines(packed, longest: 1 << 20) }
    guard case .damaged = damaged?.kind else {
      Issue.record("\(String(describing: damaged))")
      return
    }
    let missing = #expect(throws: ByteSourceError.self) { try ByteSource(path: "/no/such/file") }
    #expect(missing?.kind == .missing)
    let opened = #expect(throws: ByteSourceError.self) {
      try ByteSource(path: folder.url.path)
    }
    #expect(opened?.kind == .folder)
  }
}
