internal import DataFiles

/// What the words in class, id and role names tell of an element ("related-posts", "PostBody").
struct ClassWords: Sendable {
  /// The number of groups of words at most: their masks are 64 bits.
  static let mostGroups = 64
  /// The shortest word that is also found inside a longer one.
  private static let shortestPart = 5

  /// The names of the groups, in the order of the bits of a mask.
  let groups: [String]
  private var masks: [UInt64: UInt64] = [:]
  private var masksOfReversed: [UInt64: UInt64] = [:]

  /// Loads the groups from `pages/class-words.tsv`.
  init(_ folder: DataFolder) throws(DataError) {
    var groups: [String] = []
    for line in try folder.lines("pages/class-words.tsv") {
      let fields = line.fields
      guard fields.count == 2, groups.count < Self.mostGroups else {
        throw DataError(line, found: "not a group and its words, or more than 64 groups")
      }
      let mask = UInt64(1) << UInt64(groups.count)
      groups.append(fields[0])
      for word in fields[1].split(separator: " ") {
        let bytes = Array(word.utf8)
        masks[bytes.reduce(ByteHash.empty, ByteHash.adding), default: 0] |= mask
        if bytes.count >= Self.shortestPart {
          masksOfReversed[bytes.reversed().reduce(ByteHash.empty, ByteHash.adding), default: 0] |=
            mask
        }
      }
    }
    self.groups = groups
  }

  /// Returns the groups that the words of `name[range]` belong to, one bit a group.
  func mask(of name: [UInt8], _ range: Range<Int>) -> UInt64 {
    var mask: UInt64 = 0
    var start = range.lowerBound
    while start < range.upperBound {
      guard Self.isLetterOrDigit(name[start]) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < range.upperBound, Self.isLetterOrDigit(name[end]),
        !(Self.isCapital(name[end]) && !Self.isCapital(name[end - 1]))
      { end += 1 }
      mask |= maskOfWord(name, start..<end)
      start = end
    }
    return mask
  }

  private func maskOfWord(_ name: [UInt8], _ range: Range<Int>) -> UInt64 {
    guard range.count < 40 else { return 0 }
    let isLong = range.count > Self.shortestPart
    var mask: UInt64 = 0
    var hash = ByteHash.empty
    for index in range {
      hash = ByteHash.adding(hash, asciiLowercased(name[index]))
      let length = index + 1 - range.lowerBound
      if length == range.count || (isLong && length >= Self.shortestPart) {
        mask |= masks[hash] ?? 0
      }
    }
    guard isLong else { return mask }
    hash = ByteHash.empty
    for index in range.reversed() {
      hash = ByteHash.adding(hash, asciiLowercased(name[index]))
      if range.upperBound - index >= Self.shortestPart { mask |= masksOfReversed[hash] ?? 0 }
    }
    return mask
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    asciiLowercased(byte) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
}
