internal import ParleyModel

/// The sequences of words of an article, as hashes: what two texts share tells whether one is a copy
/// of the other.
///
/// Words are runs of letters and digits, case folded for ASCII, boilerplate left out. A sequence has
/// ``length`` words.
///
/// - Source: Broder (1997), "On the resemblance and containment of documents"; the sample is of the
///   hashes that are 0 modulo ``sampling``, so that shares can be estimated by counting.
struct Shingles {
  /// How many words make a sequence.
  static let length = 6
  /// One in how many hashes is in the sample.
  static let sampling: UInt64 = 8

  /// One sequence: its hash, and the bytes of the text that it covers.
  struct Shingle {
    let hash: UInt64
    let range: ByteRange
  }

  /// All sequences, in the order of the text.
  let all: [Shingle]

  init(_ article: Article) {
    let text = article.text
    var isBoilerplate = article.boilerplate.sorted()[...]
    var words: [(hash: UInt64, range: ByteRange)] = []
    words.reserveCapacity(text.count / 6)
    var index = 0
    while index < text.count {
      if let next = isBoilerplate.first, index >= next.lowerBound {
        isBoilerplate.removeFirst()
        index = max(index, next.upperBound)
        continue
      }
      guard Self.isWord(text, index) else {
        // Curly quotes and dashes have three bytes.
        index += text[index] == 0xE2 ? 3 : 1
        continue
      }
      let start = index
      let limit = isBoilerplate.first.map { max(start + 1, $0.lowerBound) } ?? text.count
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      while index < min(limit, text.count), Self.isWord(text, index) {
        let byte = text[index]
        let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        hash = (hash ^ UInt64(folded)) &* 0x100_0000_01b3
        index += 1
      }
      words.append((Self.mixed(hash), ByteRange(start, index)))
    }
    var shingles: [Shingle] = []
    if words.count >= Self.length {
      shingles.reserveCapacity(words.count - Self.length + 1)
      for first in 0...(words.count - Self.length) {
        var hash: UInt64 = 0
        for word in words[first..<first + Self.length] {
          hash = Self.mixed(hash &* 0x9e37_79b9_7f4a_7c15 &+ word.hash)
        }
        shingles.append(
          Shingle(
            hash: hash,
            range: ByteRange(
              words[first].range.lowerBound, words[first + Self.length - 1].range.upperBound)))
      }
    }
    all = shingles
  }

  /// Below so many sequences a text is sampled whole.
  static let short = 64

  /// The sample that is stored: distinct hashes, sorted.
  var sample: [Int64] {
    let step = all.count < Self.short ? 1 : Self.sampling
    return Set(all.lazy.map(\.hash).filter { $0 % step == 0 }).sorted()
      .map(Int64.init(bitPattern:))
  }

  /// The distinct hashes.
  var hashes: Set<UInt64> { Set(all.map(\.hash)) }

  private static func isWord(_ text: [UInt8], _ index: Int) -> Bool {
    switch text[index] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0xE2: index + 1 < text.count && text[index + 1] != 0x80
    case 0xC2: false
    default: text[index] >= 0x80
    }
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var x = value
    x ^= x >> 33
    x = x &* 0xff51_afd7_ed55_8ccd
    x ^= x >> 33
    return x
  }
}
