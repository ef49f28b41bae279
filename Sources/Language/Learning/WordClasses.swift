internal import DataFiles

/// Classes of words that occur in the same surroundings, learnt from unlabelled news: rare words
/// share what is known of the frequent words of their class.
public struct WordClasses: Sendable {
  /// The class of words that were not seen in training.
  public static let unknown: UInt16 = 0

  /// Open addressing by the upper half of the word's hash: 8 bytes a slot, fingerprint (32 bits),
  /// class (16 bits), zeros. An empty slot has fingerprint 0.
  private let slots: ModelSection
  private let mask: UInt64

  package init(_ section: ModelSection) throws(ModelFileError) {
    var reader = SectionReader(section)
    let bits = Int(try reader.integer())
    guard (1...24).contains(bits) else { throw ModelFileError("word classes of 2^\(bits) slots") }
    mask = UInt64(1) << UInt64(bits) - 1
    slots = try reader.rest(count: 8 << bits)
  }

  /// Returns the class of `word`.
  @inline(__always)
  public func of(_ word: UInt64) -> UInt16 {
    let fingerprint = UInt32(truncatingIfNeeded: word >> 32) | 1
    var slot = word & mask
    while true {
      let entry = slots.base + Int(slot) * 8
      let found = entry.load(as: UInt32.self)
      if found == fingerprint { return entry.load(fromByteOffset: 4, as: UInt16.self) }
      if found == 0 { return Self.unknown }
      slot = (slot + 1) & mask
    }
  }

  /// Returns the section that holds `classes` (word hash and class, the class above 0).
  package static func section(_ classes: [(word: UInt64, class: UInt16)]) -> SectionWriter {
    var bits = 4
    while 1 << bits < classes.count * 3 / 2 { bits += 1 }
    let mask = UInt64(1) << UInt64(bits) - 1
    var fingerprints = [UInt32](repeating: 0, count: 1 << bits)
    var values = [UInt16](repeating: 0, count: 1 << bits)
    for entry in classes {
      let fingerprint = UInt32(truncatingIfNeeded: entry.word >> 32) | 1
      var slot = Int(entry.word & mask)
      while fingerprints[slot] != 0, fingerprints[slot] != fingerprint {
        slot = (slot + 1) & Int(mask)
      }
      fingerprints[slot] = fingerprint
      values[slot] = entry.class
    }
    var writer = SectionWriter()
    writer.append(UInt32(bits))
    writer.align()
    for slot in fingerprints.indices {
      writer.append(fingerprints[slot])
      writer.append(UInt32(values[slot]))
    }
    return writer
  }
}
