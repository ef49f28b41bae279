#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A character set by its name, as the system's tables know it.
struct CharacterSet {
  private let name: String

  /// Takes the set named `name`; `nil` for names that are none.
  init?(named name: String) {
    // Modifiers such as "//TRANSLIT" are not for pages to give.
    let isPlain = name.utf8.allSatisfy { byte in
      byte == 0x2D || byte == 0x5F || asciiLowercased(byte) &- 0x61 < 26 || byte &- 0x30 < 10
    }
    guard isPlain, !name.isEmpty, name.utf8.count < 40 else { return nil }
    self.name = name
  }

  /// Returns `bytes` as UTF-8, and how many of them mean nothing in the set; these are replaced by
  /// U+FFFD. `nil` where the system does not know the set.
  func decode(_ bytes: [UInt8]) -> (utf8: [UInt8], damaged: Int)? {
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 4)
    var damaged = 0
    var buffer = [CChar](repeating: 0, count: 1 << 16)
    input.withUnsafeMutableBufferPointer { source in
      var next = source.baseAddress
      var left = source.count
      while left > 0 {
        let before = left
        let written = buffer.withUnsafeMutableBufferPointer { room in
          var target = room.baseAddress
          var space = room.count
          iconv(converter, &next, &left, &target, &space)
          return room.count - space
        }
        for byte in buffer[..<written] { output.append(UInt8(bitPattern: byte)) }
        if written == 0, left == before {
          output.append(contentsOf: UTF8.encodedReplacementCharacter)
          next = next.map { $0 + 1 }
          left -= 1
          damaged += 1
        }
      }
    }
    return (output, damaged)
  }
}
