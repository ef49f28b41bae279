#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Reads a plain or gzip file line by line, holding one line and one block at a time.
struct LineReader {
  /// The longest line that is read: 512 MB.
  static let longestLine = 512 << 20

  private let file: CompressedFile
  private let path: String
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// The number of the line read last, from 1.
  private(set) var number = 0

  /// Opens the file at `path`.
  init(path: String) throws(TerritoryError) {
    file = try CompressedFile(path: path)
    self.path = path
  }

  /// Returns the next line without its line feed, or `nil` at the end; empty lines are passed over.
  mutating func next() throws(TerritoryError) -> [UInt8]? {
    var searched = start
    while true {
      if let end = lineFeed(from: searched) {
        number += 1
        let line = Array(buffer[start..<end])
        start = end + 1
        searched = start
        if line.contains(where: { $0 > 0x20 }) { return line }
        continue
      }
      searched = buffer.count
      guard searched - start <= Self.longestLine else {
        throw TerritoryError(.lineTooLong, in: path, line: number + 1)
      }
      if start > 0 {
        buffer.removeSubrange(..<start)
        searched -= start
        start = 0
      }
      if try file.read(into: &buffer) { continue }
      guard start < buffer.count else { return nil }
      number += 1
      let line = Array(buffer[start...])
      start = buffer.count
      return line.contains { $0 > 0x20 } ? line : nil
    }
  }

  /// Returns all that is left.
  mutating func rest() throws(TerritoryError) -> [UInt8] {
    while try file.read(into: &buffer) {
      guard buffer.count <= Self.longestLine else {
        throw TerritoryError(.lineTooLong, in: path, line: number + 1)
      }
    }
    defer { start = buffer.count }
    return Array(buffer[start...])
  }

  private func lineFeed(from offset: Int) -> Int? {
    buffer.withUnsafeBufferPointer { buffer in
      guard offset < buffer.count, let base = buffer.baseAddress,
        let found = memchr(base + offset, 0x0A, buffer.count - offset)
      else { return nil }
      return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }
}
