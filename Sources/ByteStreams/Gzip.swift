internal import CZlib

/// Compresses and decompresses whole buffers with gzip.
///
/// - Source: RFC 1952, "GZIP file format specification".
public enum Gzip {
  /// What can be wrong with compressed bytes.
  public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of failure.
    public enum Kind: Sendable, Hashable {
      /// The bytes are not gzip, or damaged.
      case damaged
      /// The bytes end before their end.
      case cutOff
      /// What they hold is longer than the limit, in bytes.
      case tooLong(limit: Int)
    }

    /// What is wrong.
    public let kind: Kind
    /// What could be decompressed before that.
    public let partial: [UInt8]

    /// The message, without what to do, which depends on where the bytes came from.
    public var description: String {
      switch kind {
      case .damaged: "the compressed bytes are damaged after \(partial.count) good ones"
      case .cutOff: "the compressed bytes end too early, after \(partial.count) good ones"
      case .tooLong(let limit): "the compressed bytes hold more than \(limit) bytes"
      }
    }
  }

  /// Whether `bytes` begin like gzip.
  public static func isGzip(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0x1F, 0x8B])
  }

  /// Returns what `bytes` hold: one gzip member or several on end, or a zlib stream.
  ///
  /// - Parameter limit: the most bytes that may come out.
  public static func decompress(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    var output: [UInt8] = []
    var position = 0
    repeat {
      position += try member(bytes[position...], into: &output, limit: limit)
    } while position < bytes.count && isGzip(bytes[position...])
    return output
  }

  /// Decompresses the member that `bytes` begin with; returns how many of them it takes.
  static func member(
    _ bytes: ArraySlice<UInt8>, into output: inout [UInt8], limit: Int
  ) throws(Failure) -> Int {
    var stream = z_stream()
    // 15 bits of window, and gzip or zlib by the header.
    guard
      inflateInit2_(&stream, 15 + 32, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw Failure(kind: .damaged, partial: output) }
    defer { inflateEnd(&stream) }
    var input = Array(bytes)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var code = Z_OK
    var kind: Failure.Kind?
    input.withUnsafeMutableBufferPointer { source in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(clamping: source.count)
      while code == Z_OK, kind == nil {
        let written = buffer.withUnsafeMutableBufferPointer { room in
          stream.next_out = room.baseAddress
          stream.avail_out = UInt32(room.count)
          code = inflate(&stream, Z_NO_FLUSH)
          return room.count - Int(stream.avail_out)
        }
        if output.count + written > limit { kind = .tooLong(limit: limit) }
        output.append(contentsOf: buffer[..<min(written, max(0, limit - output.count))])
        if code == Z_BUF_ERROR || (code == Z_OK && written == 0 && stream.avail_in == 0) {
          kind = kind ?? .cutOff
        }
      }
    }
    if let kind { throw Failure(kind: kind, partial: output) }
    guard code == Z_STREAM_END else { throw Failure(kind: .damaged, partial: output) }
    return bytes.count - Int(stream.avail_in)
  }

  /// Returns `bytes` as one gzip member without a time, so that the same bytes give the same.
  ///
  /// - Parameter quickly: whether time counts more than size; a tenth or so longer.
  public static func compress(_ bytes: [UInt8], quickly: Bool = false) -> [UInt8] {
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, quickly ? 3 : Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY,
        ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { preconditionFailure("zlib has no memory for a compressor") }
    defer { deflateEnd(&stream) }
    var input = bytes
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    input.withUnsafeMutableBufferPointer { source in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      var code = Z_OK
      while code == Z_OK {
        let written = buffer.withUnsafeMutableBufferPointer { room in
          stream.next_out = room.baseAddress
          stream.avail_out = UInt32(room.count)
          code = deflate(&stream, Z_FINISH)
          return room.count - Int(stream.avail_out)
        }
        output.append(contentsOf: buffer[..<written])
      }
    }
    return output
  }
}
