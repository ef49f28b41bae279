/// Undoes UTF-8 that was taken for Latin-1 and encoded once more ("â\u{80}\u{99}" for "’").
enum DoubleEncoding {
  /// Returns `bytes`, valid UTF-8, with such stretches put right; `nil` where there are none.
  ///
  /// Control characters of the upper range, which no text holds, give them away.
  static func undone(_ bytes: [UInt8]) -> [UInt8]? {
    guard holdsControls(bytes) else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    var isChanged = false
    while index < bytes.count {
      let lead = original(bytes, index)
      let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
      if lead >= 0xC2, lead < 0xF5, index + 2 * length <= bytes.count {
        let inner = (0..<length).map { original(bytes, index + 2 * $0) }
        if inner.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }),
          String(validating: inner, as: UTF8.self) != nil
        {
          output.append(contentsOf: inner)
          index += 2 * length
          isChanged = true
          continue
        }
      }
      output.append(bytes[index])
      index += 1
    }
    return isChanged ? output : nil
  }

  /// Returns the Latin-1 byte that the two bytes at `index` encode, 0 where they do not.
  private static func original(_ bytes: [UInt8], _ index: Int) -> UInt8 {
    guard index + 1 < bytes.count, bytes[index] == 0xC2 || bytes[index] == 0xC3 else { return 0 }
    return bytes[index] == 0xC2 ? bytes[index + 1] : bytes[index + 1] + 0x40
  }

  private static func holdsControls(_ bytes: [UInt8]) -> Bool {
    var previous: UInt8 = 0
    for byte in bytes {
      if previous == 0xC2, byte < 0xA0, byte >= 0x80 { return true }
      previous = byte
    }
    return false
  }
}
