public import DataFiles

/// A vector for each frequent word, learnt from unlabelled news: words that stand beside the same
/// words have vectors of like direction. The rarer a word, the longer its vector.
public struct WordVectors: Sendable {
  /// The number of components of a vector.
  public let width: Int
  /// Open addressing by the hash of the word: 8 bytes a slot, fingerprint (32 bits), the number of
  /// the vector (32 bits). An empty slot has fingerprint 0.
  private let slots: ModelSection
  private let mask: UInt64
  private let rows: ModelSection

  /// Maps the model.
  ///
  /// - Throws: `DataError` if it is missing, of another version or cut off.
  public init(_ data: DataFolder) throws(DataError) {
    let file = try ModelFile(path: data.path + "/models/vectors.parley")
    (mask, slots) = try file.load("words") { section throws(ModelFileError) in
      var reader = SectionReader(section)
      let bits = Int(try reader.integer())
      guard (1...24).contains(bits) else { throw ModelFileError("words in 2^\(bits) slots") }
      return (UInt64(1) << UInt64(bits) - 1, try reader.rest(count: 8 << bits))
    }
    (width, rows) = try file.load("rows") { section throws(ModelFileError) in
      var reader = SectionReader(section)
      let width = Int(try reader.integer())
      let count = Int(try reader.integer())
      guard (1...1024).contains(width), count < 1 << 24 else {
        throw ModelFileError("\(count) vectors of \(width) components")
      }
      return (width, try reader.rest(count: width * count))
    }
  }

  /// Adds the vector of `word` to the `width` numbers at `sums`; words without one add nothing.
  @inline(__always)
  func add(_ word: UInt64, to sums: UnsafeMutablePointer<Int32>) {
    let fingerprint = UInt32(truncatingIfNeeded: word >> 32) | 1
    var slot = word & mask
    while true {
      let entry = slots.base + Int(slot) * 8
      let found = entry.load(as: UInt32.self)
      if found == fingerprint {
        let number = Int(entry.load(fromByteOffset: 4, as: UInt32.self))
        guard (number + 1) * width <= rows.count else { return }
        let row = rows.base.assumingMemoryBound(to: Int8.self) + number * width
        for index in 0..<width { sums[index] &+= Int32(row[index]) }
        return
      }
      if found == 0 { return }
      slot = (slot + 1) & mask
    }
  }

  /// Returns the sections of a model file with the vectors of `words`, row by row, in integers from
  /// -127 to 127.
  package static func sections(
    _ words: [UInt64], _ components: [Int8], width: Int
  ) -> [(name: String, section: SectionWriter)] {
    var bits = 4
    while 1 << bits < words.count * 3 / 2 { bits += 1 }
    let mask = UInt64(1) << UInt64(bits) - 1
    var fingerprints = [UInt32](repeating: 0, count: 1 << bits)
    var numbers = fingerprints
    for (number, word) in words.enumerated() {
      let fingerprint = UInt32(truncatingIfNeeded: word >> 32) | 1
      var slot = Int(word & mask)
      while fingerprints[slot] != 0, fingerprints[slot] != fingerprint {
        slot = (slot + 1) & Int(mask)
      }
      // Of two words with one fingerprint the first, which is more frequent, keeps it.
      guard fingerprints[slot] == 0 else { continue }
      fingerprints[slot] = fingerprint
      numbers[slot] = UInt32(number)
    }
    var table = SectionWriter()
    table.append(UInt32(bits))
    table.align()
    for slot in fingerprints.indices {
      table.append(fingerprints[slot])
      table.append(numbers[slot])
    }
    var rows = SectionWriter()
    rows.append(UInt32(width))
    rows.append(UInt32(words.count))
    rows.align()
    rows.append(bytes: components.map { UInt8(bitPattern: $0) })
    return [("words", table), ("rows", rows)]
  }
}
