internal import Language

/// Numbers the features that occur often enough in training, from 0 on.
struct FeatureIndex {
  /// The hash of each feature, by number.
  private(set) var hashes: [UInt32] = []
  /// Open addressing: the number of the feature plus 1; 0 where free.
  private var slots: [UInt32]
  private let mask: Int

  /// Numbers the hashes in `features` that occur at least `minimum` times.
  init(_ features: [UInt32], minimum: Int) {
    var bits = 16
    while 1 << bits < features.count / 4, bits < 25 { bits += 1 }
    var mask = 1 << bits - 1
    var keys = [UInt32](repeating: 0, count: mask + 1)
    var counts = [UInt32](repeating: 0, count: mask + 1)
    var used = 0
    for feature in features {
      var slot = Self.spread(feature) & mask
      while counts[slot] != 0, keys[slot] != feature { slot = (slot + 1) & mask }
      if counts[slot] == 0 {
        used += 1
        precondition(used < mask, "more features than the index has room for")
      }
      keys[slot] = feature
      counts[slot] += 1
    }
    for slot in keys.indices where counts[slot] >= minimum { hashes.append(keys[slot]) }
    hashes.sort()
    bits = 4
    while 1 << bits < hashes.count * 2 { bits += 1 }
    mask = 1 << bits - 1
    slots = [UInt32](repeating: 0, count: mask + 1)
    self.mask = mask
    for (number, hash) in hashes.enumerated() {
      var slot = Self.spread(hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }

  private static func spread(_ feature: UInt32) -> Int {
    Int((UInt64(feature) &* 0x9E37_79B9_7F4A_7C15) >> 24)
  }

  /// The number of the feature with hash `feature`; `nil` if it was rare.
  func number(_ feature: UInt32) -> UInt32? {
    var slot = Self.spread(feature) & mask
    while slots[slot] != 0 {
      if hashes[Int(slots[slot] - 1)] == feature { return slots[slot] - 1 }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Puts the features with the largest weights into the section of a ``SparseWeightTable``.
  ///
  /// - Parameter weights: `stride` weights a feature, by number.
  func section(
    _ weights: [Float], stride: Int, labels: Int, bits: Int
  ) -> (writer: SectionWriter, scale: Float) {
    let slotSize = SparseWeightTable.stride(labels)
    let mask = UInt32(1) << UInt32(bits) - 1
    let size = hashes.map { _ in Float(0) }.indices.map { number in
      (0..<labels).reduce(Float(0)) { max($0, abs(weights[number * stride + $1])) }
    }
    let order = hashes.indices.sorted { (size[$1], $0) < (size[$0], $1) }
    let limit = order.isEmpty ? 1 : max(size[order[order.count / 10_000]], 1e-6)
    let scale = limit / 127
    let capacity = (1 << bits) * 7 / 8
    var slots = [UInt8](repeating: 0, count: slotSize << bits)
    var stored = 0
    for number in order where stored < capacity && size[number] > scale / 2 {
      let check = SparseWeightTable.check(hashes[number])
      var slot = SparseWeightTable.slot(hashes[number], mask: mask)
      var probe = 0
      while probe < SparseWeightTable.probes, slots[Int(slot) * slotSize + slotSize - 1] != 0 {
        // A larger feature with the same check would be found in its stead: leave this one out.
        if slots[Int(slot) * slotSize + slotSize - 1] == check { probe = SparseWeightTable.probes }
        slot = (slot + 1) & mask
        probe += 1
      }
      guard probe < SparseWeightTable.probes else { continue }
      for label in 0..<labels {
        let weight = (weights[number * stride + label] / scale).rounded()
        slots[Int(slot) * slotSize + label] = UInt8(bitPattern: Int8(max(-127, min(127, weight))))
      }
      slots[Int(slot) * slotSize + slotSize - 1] = check
      stored += 1
    }
    var writer = SectionWriter()
    writer.append(UInt32(labels))
    writer.append(UInt32(bits))
    writer.append(scale.bitPattern)
    writer.align()
    writer.append(bytes: slots + slots[..<(slotSize * SparseWeightTable.probes)])
    return (writer, scale)
  }
}
