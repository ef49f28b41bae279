internal import CZlib

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A file read from front to back, plain or gzip (told apart by its first bytes).
final class CompressedFile {
  private static let blockSize = 1 << 16

  private let handle: UnsafeMutablePointer<FILE>
  private let path: String
  private var stream = z_stream()
  private let isGzip: Bool
  private var input: [UInt8]
  /// What inflate writes to, before it goes where it is wanted.
  private var unpacked: [UInt8]
  private var inputCount: Int
  private var inputOffset = 0
  private var isAtEnd = false
  private var isBetweenMembers = false

  /// Opens the file at `path`.
  ///
  /// - Throws: `.cannotRead` if it cannot be opened.
  init(path: String) throws(TerritoryError) {
    guard let handle = fopen(path, "rb") else {
      throw TerritoryError(.cannotRead(reason: "no such file, or no right to read it"), in: path)
    }
    self.handle = handle
    self.path = path
    input = [UInt8](repeating: 0, count: Self.blockSize)
    unpacked = [UInt8](repeating: 0, count: 4 * Self.blockSize)
    inputCount = fread(&input, 1, Self.blockSize, handle)
    isGzip = inputCount >= 2 && input[0] == 0x1F && input[1] == 0x8B
    // 15 bits of window, and 16 for "a gzip head, not a zlib one".
    if isGzip {
      inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    }
  }

  deinit {
    if isGzip { inflateEnd(&stream) }
    fclose(handle)
  }

  /// Appends the next bytes to `output`; returns `false` if there are none left.
  ///
  /// - Throws: `.damagedGzip` if the compressed data is cut off or wrong.
  func read(into output: inout [UInt8]) throws(TerritoryError) -> Bool {
    if isAtEnd { return false }
    return isGzip ? try inflateBlock(into: &output) : readBlock(into: &output)
  }

  private func readBlock(into output: inout [UInt8]) -> Bool {
    if inputOffset == inputCount { refill() }
    guard inputCount > 0 else {
      isAtEnd = true
      return false
    }
    output += input[inputOffset..<inputCount]
    inputOffset = inputCount
    return true
  }

  private func inflateBlock(into output: inout [UInt8]) throws(TerritoryError) -> Bool {
    var made = 0
    while made == 0 {
      if inputOffset == inputCount { refill() }
      if inputCount == 0 {
        guard isBetweenMembers else { throw TerritoryError(.damagedGzip(isCutOff: true), in: path) }
        isAtEnd = true
        return false
      }
      if isBetweenMembers {
        inflateReset(&stream)
        isBetweenMembers = false
      }
      var status = Z_OK
      var taken = 0
      input.withUnsafeMutableBufferPointer { input in
        unpacked.withUnsafeMutableBufferPointer { unpacked in
          guard let source = input.baseAddress, let target = unpacked.baseAddress else { return }
          stream.next_in = source + inputOffset
          stream.avail_in = UInt32(inputCount - inputOffset)
          stream.next_out = target
          stream.avail_out = UInt32(unpacked.count)
          status = inflate(&stream, Z_NO_FLUSH)
          taken = inputCount - inputOffset - Int(stream.avail_in)
          made = unpacked.count - Int(stream.avail_out)
        }
      }
      inputOffset += taken
      output += unpacked[..<made]
      if status == Z_STREAM_END {
        isBetweenMembers = true
      } else if status != Z_OK, status != Z_BUF_ERROR {
        throw TerritoryError(.damagedGzip(isCutOff: false), in: path)
      }
    }
    return true
  }

  private func refill() {
    inputCount = fread(&input, 1, Self.blockSize, handle)
    inputOffset = 0
  }
}
