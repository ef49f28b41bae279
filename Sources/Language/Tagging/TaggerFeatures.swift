/// The features that decide the part of speech of a token.
package enum TaggerFeatures {
  /// The number of features of a token.
  package static let count = 37

  /// Computes the features of token `index` of `sentence`, whose tags up to `index` are known.
  package static func fill(
    _ features: UnsafeMutablePointer<UInt32>, _ index: Int, of word: WordFeatures,
    in sentence: Range<Int>, tags: UnsafePointer<UInt8>
  ) {
    @inline(__always) func at(_ values: [UInt64], _ offset: Int) -> UInt64 {
      let place = index + offset
      if place < sentence.lowerBound { return 3 }
      if place >= sentence.upperBound { return 5 }
      return values[place]
    }
    @inline(__always) func tag(_ offset: Int) -> UInt64 {
      index - offset < sentence.lowerBound ? 63 : UInt64(tags[index - offset])
    }
    let w = word.words[index]
    let c = word.classes[index]
    let s2 = word.suffixes2[index]
    let s3 = word.suffixes3[index]
    let shape = word.shapes[index]
    let before = at(word.words, -1)
    let after = at(word.words, 1)
    let classBefore = at(word.classes, -1)
    let classAfter = at(word.classes, 1)
    let t1 = tag(1)
    let t2 = tag(2)
    let isFirst: UInt64 = index == sentence.lowerBound ? 1 : 0
    var next = 0
    @inline(__always) func add(_ feature: UInt32) {
      features[next] = feature
      next += 1
    }
    add(FeatureHash.of(0, 1))
    add(FeatureHash.of(1, w))
    add(FeatureHash.of(2, before))
    add(FeatureHash.of(3, after))
    add(FeatureHash.of(4, at(word.words, -2)))
    add(FeatureHash.of(5, at(word.words, 2)))
    add(FeatureHash.of(6, s2))
    add(FeatureHash.of(7, s3))
    add(FeatureHash.of(8, word.prefixes[index]))
    add(FeatureHash.of(9, shape, isFirst))
    add(FeatureHash.of(10, c))
    add(FeatureHash.of(11, classBefore))
    add(FeatureHash.of(12, classAfter))
    add(FeatureHash.of(13, at(word.classes, -2)))
    add(FeatureHash.of(14, at(word.classes, 2)))
    add(FeatureHash.of(15, classBefore, c))
    add(FeatureHash.of(16, c, classAfter))
    add(FeatureHash.of(17, before, w))
    add(FeatureHash.of(18, w, after))
    add(FeatureHash.of(19, at(word.suffixes3, -1)))
    add(FeatureHash.of(20, at(word.suffixes3, 1)))
    add(FeatureHash.of(21, at(word.shapes, -1), shape))
    add(FeatureHash.of(22, at(word.shapes, 1), shape))
    add(FeatureHash.of(23, t1))
    add(FeatureHash.of(24, t1, t2))
    add(FeatureHash.of(25, t1, w))
    add(FeatureHash.of(26, t1, c))
    add(FeatureHash.of(27, t1, classAfter))
    add(FeatureHash.of(28, t1, after))
    add(FeatureHash.of(29, t2, w))
    add(FeatureHash.of(30, t1, s3))
    add(FeatureHash.of(31, c, s2))
    add(FeatureHash.of(32, s3, shape, isFirst))
    add(FeatureHash.of(33, t1, t2, c))
    add(FeatureHash.of(34, w, shape))
    add(FeatureHash.of(35, classBefore, classAfter))
    add(FeatureHash.of(36, at(word.suffixes2, 1), t1))
  }
}
