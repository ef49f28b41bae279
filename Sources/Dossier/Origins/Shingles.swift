internal import ParleyModel

/// The sequences of words of an article, as hashes: what two texts share tells whether one is a copy
/// of the other.
///
/// A sequence has ``length`` words.
///
/// - Source: Broder (1997), "On the resemblance and containment of documents"; the sample is of the
///   hashes that are 0 modulo ``sampling``, so that shares can be estimated by counting.
struct Shingles {
  /// How many words make a sequence.
  static let length = 6
  /// One in how many hashes is in the sample.
  static let sampling: UInt64 = 8

  /// The hash of the sequence that begins with each word but the last five, in the order of the text.
  let all: [UInt64]

  init(_ article: Article) { self.init(ArticleWords(article)) }

  init(_ words: ArticleWords) {
    let words = words.all
    var hashes: [UInt64] = []
    if words.count >= Self.length {
      hashes.reserveCapacity(words.count - Self.length + 1)
      for first in 0...(words.count - Self.length) {
        var hash: UInt64 = 0
        for index in first..<first + Self.length {
          hash = ArticleWords.mixed(hash &* 0x9e37_79b9_7f4a_7c15 &+ words[index].hash)
        }
        hashes.append(hash)
      }
    }
    all = hashes
  }

  /// Below so many sequences a text is sampled whole.
  static let short = 64

  /// The sample that is stored: distinct hashes, sorted.
  var sample: [Int64] {
    let step = all.count < Self.short ? 1 : Self.sampling
    return Set(all.lazy.filter { $0 % step == 0 }).sorted()
      .map(Int64.init(bitPattern:))
  }

  /// The distinct hashes.
  var hashes: Set<UInt64> { Set(all) }
}
