#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The lines of a file, plain or gzip, one after the other; only the part around the current line is
/// in memory.
///
/// Used by one thread at a time.
public struct ByteLines {
  private let source: ByteSource
  private let longest: Int
  private var buffer: [UInt8]
  /// Where the next line begins in `buffer`.
  private var position = 0
  private var isAtEnd = false
  /// The number of the line that came last, from 1; empty lines count.
  public private(set) var number = 0

  /// Reads the lines of `source`.
  ///
  /// - Parameters:
  ///   - start: the first bytes, where they have been taken from `source` already.
  ///   - longest: the greatest length of a line, in bytes.
  public init(_ source: ByteSource, start: [UInt8] = [], longest: Int) {
    self.source = source
    self.longest = longest
    buffer = start
  }

  /// The number of bytes of the file that were taken, before they were decompressed.
  public var offset: Int { source.offset }

  /// Returns the next line without its end, `\n` or `\r\n`; `nil` after the last. Lines of blanks are
  /// passed over, and a byte order mark before the first.
  ///
  /// - Throws: `.tooLong`, after which the next line can be asked for; other kinds end the stream.
  public mutating func next() throws(ByteSourceError) -> [UInt8]? {
    while let range = try nextRange() {
      number += 1
      let hasMark = number == 1 && buffer[range].starts(with: [0xEF, 0xBB, 0xBF])
      let line = hasMark ? range.dropFirst(3) : range
      guard line.count <= longest else { throw ByteSourceError(.tooLong(limit: longest)) }
      if buffer[line].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      return [UInt8](buffer[line])
    }
    return nil
  }

  /// Returns all that is left.
  ///
  /// - Throws: `.tooLong` where that is longer than a line may be; other kinds likewise end the stream.
  public mutating func rest() throws(ByteSourceError) -> [UInt8] {
    while !isAtEnd, buffer.count - position <= longest { try fill() }
    defer { position = buffer.count }
    guard buffer.count - position <= longest else {
      isAtEnd = true
      throw ByteSourceError(.tooLong(limit: longest))
    }
    return [UInt8](buffer[position...])
  }

  /// Finds the next line in the buffer, reading on as needed.
  private mutating func nextRange() throws(ByteSourceError) -> Range<Int>? {
    var searched = position
    while true {
      if let end = lineFeed(from: searched) {
        defer { position = end + 1 }
        return position..<(end > position && buffer[end - 1] == 0x0D ? end - 1 : end)
      }
      if isAtEnd {
        guard position < buffer.count else { return nil }
        defer { position = buffer.count }
        return position..<buffer.count
      }
      buffer.removeSubrange(..<position)
      position = 0
      searched = buffer.count
      if buffer.count > 2 * longest {
        number += 1
        buffer = []
        isAtEnd = true
        throw ByteSourceError(.tooLong(limit: longest))
      }
      try fill()
    }
  }

  private func lineFeed(from offset: Int) -> Int? {
    buffer.withUnsafeBufferPointer { buffer in
      guard offset < buffer.count, let base = buffer.baseAddress,
        let found = memchr(base + offset, 0x0A, buffer.count - offset)
      else { return nil }
      return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }

  private mutating func fill() throws(ByteSourceError) {
    do throws(ByteSourceError) {
      isAtEnd = try source.read(1 << 18, into: &buffer) == 0
    } catch {
      number += 1
      position = buffer.count
      isAtEnd = true
      throw error
    }
  }
}
