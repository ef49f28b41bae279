/// The words that a reader knows, each with a small number.
///
/// Words are compared with ASCII case folded. Number 0 stands for every word that is not in the
/// table. Filled while data files are loaded, then only read.
public struct WordTable: Sendable {
  private var hashes: [UInt64]
  private var ids: [UInt16]
  private var mask: Int
  /// The number of words in the table, number 0 included: all word numbers are below it.
  public private(set) var count = 1

  /// Makes an empty table.
  public init() {
    hashes = [UInt64](repeating: 0, count: 1024)
    ids = [UInt16](repeating: 0, count: 1024)
    mask = 1023
  }

  /// Returns the number of `word`, giving it one if it has none.
  ///
  /// - Precondition: the table holds fewer than 65,535 words.
  public mutating func insert(_ word: some StringProtocol) -> UInt16 {
    var hash = Self.seed
    for byte in word.utf8 { hash = Self.step(hash, byte) }
    let slot = slot(of: hash)
    if ids[slot] != 0 { return ids[slot] }
    precondition(count < Int(UInt16.max), "a word table holds at most 65,535 words")
    let id = UInt16(count)
    hashes[slot] = hash
    ids[slot] = id
    count += 1
    if count * 4 > mask { grow() }
    return id
  }

  /// Returns the number of the word whose folded bytes have `hash`, 0 if there is none.
  @inline(__always)
  func id(ofHash hash: UInt64) -> UInt16 { ids[slot(of: hash)] }

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// One step of FNV-1a over a byte with ASCII case folded.
  @inline(__always)
  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
    return (hash ^ UInt64(folded)) &* 0x100_0000_01B3
  }

  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while ids[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = zip(hashes, ids).filter { $0.1 != 0 }
    mask = mask * 2 + 1
    hashes = [UInt64](repeating: 0, count: mask + 1)
    ids = [UInt16](repeating: 0, count: mask + 1)
    for (hash, id) in old {
      let slot = slot(of: hash)
      hashes[slot] = hash
      ids[slot] = id
    }
  }
}
