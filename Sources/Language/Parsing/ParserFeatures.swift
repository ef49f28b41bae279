/// The features that decide the next step of the parser and the relation of an arc.
package struct ParserFeatures {
  /// The number of features of a step.
  package static let stepCount = 58
  /// The number of features of an arc's relation.
  package static let arcCount = 24

  private let word: WordFeatures
  private let tags: [Tag]
  private let start: Int
  private let count: Int

  /// Looks at the sentence that begins at token `start` and has `count` words.
  package init(_ word: WordFeatures, tags: [Tag], start: Int, count: Int) {
    self.word = word
    self.tags = tags
    self.start = start
    self.count = count
  }

  @inline(__always) private func form(_ index: Int) -> UInt64 {
    index < 0 ? 3 : index >= count ? 5 : word.words[start + index]
  }
  @inline(__always) private func kind(_ index: Int) -> UInt64 {
    index < 0 ? 3 : index >= count ? 5 : word.classes[start + index] &+ 16
  }
  @inline(__always) private func tag(_ index: Int) -> UInt64 {
    index < 0 ? 30 : index >= count ? 31 : UInt64(tags[start + index].rawValue)
  }
  @inline(__always) private func ending(_ index: Int) -> UInt64 {
    index < 0 ? 3 : index >= count ? 5 : word.suffixes2[start + index]
  }
  @inline(__always) private func pack(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 {
    a | b << 6 | c << 12
  }

  /// Computes the features of the next step from `state`.
  package func fillStep(_ features: UnsafeMutablePointer<UInt32>, _ state: borrowing ParserState) {
    let depth = state.stack.count
    let s0 = depth > 0 ? Int(state.stack[depth - 1]) : -1
    let s1 = depth > 1 ? Int(state.stack[depth - 2]) : -1
    let s2 = depth > 2 ? Int(state.stack[depth - 3]) : -1
    let b0 = state.next
    let b1 = b0 + 1
    let b2 = b0 + 2
    @inline(__always) func child(_ table: [Int32], _ head: Int) -> Int {
      head < 0 ? -1 : Int(table[head])
    }
    @inline(__always) func label(_ index: Int) -> UInt64 {
      index < 0 ? 62 : UInt64(state.relations[index])
    }
    let s0l = child(state.leftChild, s0)
    let s0r = child(state.rightChild, s0)
    let s1l = child(state.leftChild, s1)
    let s1r = child(state.rightChild, s1)
    let b0l = child(state.leftChild, b0)
    let s0r2 = child(state.rightInner, s0)
    let s0l2 = child(state.leftInner, s0)
    let valency =
      s0 < 0 ? 99 : UInt64(state.leftCount[s0]) | UInt64(state.rightCount[s0]) << 3
    let valencyBelow =
      s1 < 0 ? 99 : UInt64(state.leftCount[s1]) | UInt64(state.rightCount[s1]) << 3
    let valencyNext = UInt64(state.leftCount[b0])
    let distance = UInt64(min(s0 < 0 ? 15 : b0 - s0, 10))
    let distanceBelow = UInt64(min(s1 < 0 ? 15 : s0 - s1, 10))
    let (ws0, ws1, wb0, wb1) = (form(s0), form(s1), form(b0), form(b1))
    let (cs0, cs1, cb0, cb1) = (kind(s0), kind(s1), kind(b0), kind(b1))
    let (ts0, ts1, ts2, tb0, tb1, tb2) = (tag(s0), tag(s1), tag(s2), tag(b0), tag(b1), tag(b2))
    var slot = 0
    @inline(__always) func add(_ feature: UInt32) {
      features[slot] = feature
      slot += 1
    }
    add(FeatureHash.of(100, ws0, ts0))
    add(FeatureHash.of(101, wb0, tb0))
    add(FeatureHash.of(102, wb1, tb1))
    add(FeatureHash.of(103, form(b2), tb2))
    add(FeatureHash.of(104, ws1, ts1))
    add(FeatureHash.of(105, form(s2), ts2))
    add(FeatureHash.of(106, ws0, wb0))
    add(FeatureHash.of(107, ws0, ts0, tb0))
    add(FeatureHash.of(108, ts0, wb0, tb0))
    add(FeatureHash.of(109, ws0, ws1))
    add(FeatureHash.of(110, ws0, ts1, ts0))
    add(FeatureHash.of(111, ts0, ws1, ts1))
    add(FeatureHash.of(112, pack(ts0, tb0, tb1)))
    add(FeatureHash.of(113, pack(ts1, ts0, tb0), tb1))
    add(FeatureHash.of(114, pack(ts2, ts1, ts0), tb0))
    add(FeatureHash.of(115, pack(ts0, tb0, tb1), tb2))
    add(FeatureHash.of(116, pack(ts1, ts0, tb0)))
    add(FeatureHash.of(117, pack(ts0, tag(s0l), tb0), label(s0l)))
    add(FeatureHash.of(118, pack(ts0, tag(s0r), tb0), label(s0r)))
    add(FeatureHash.of(119, pack(ts0, tb0, tag(b0l)), label(b0l)))
    add(FeatureHash.of(120, pack(ts1, ts0, tag(s0l)), label(s0l)))
    add(FeatureHash.of(121, pack(ts1, ts0, tag(s1r)), label(s1r)))
    add(FeatureHash.of(122, pack(ts1, ts0, tag(s1l)), label(s1l)))
    add(FeatureHash.of(123, pack(ts0, tag(s0r), tag(s0r2)), tb0))
    add(FeatureHash.of(124, pack(ts0, tag(s0l), tag(s0l2)), tb0))
    add(FeatureHash.of(125, ws0, valency))
    add(FeatureHash.of(126, ts0, valency, tb0))
    add(FeatureHash.of(127, ws1, valencyBelow))
    add(FeatureHash.of(128, ts1, valencyBelow, ts0))
    add(FeatureHash.of(129, wb0, valencyNext))
    add(FeatureHash.of(130, tb0, valencyNext, ts0))
    add(FeatureHash.of(131, ws0, distance))
    add(FeatureHash.of(132, pack(ts0, tb0, distance)))
    add(FeatureHash.of(133, wb0, distance))
    add(FeatureHash.of(134, pack(ts1, ts0, distanceBelow)))
    add(FeatureHash.of(135, cs0, cb0))
    add(FeatureHash.of(136, cs1, cs0))
    add(FeatureHash.of(137, cs0, tb0, ts1))
    add(FeatureHash.of(138, cb0, ts0, tb1))
    add(FeatureHash.of(139, cs1, cb0))
    add(FeatureHash.of(140, cs0, cb1))
    add(FeatureHash.of(141, cb0, cb1))
    add(FeatureHash.of(142, cs0, cb0, cb1))
    add(FeatureHash.of(143, cs1, cs0, cb0))
    add(FeatureHash.of(144, ws0, wb1))
    add(FeatureHash.of(145, pack(label(s0l), label(s0r), ts0), tb0))
    add(FeatureHash.of(146, pack(label(s1l), label(s1r), ts1), ts0))
    add(FeatureHash.of(147, ws0, label(s0r)))
    add(FeatureHash.of(148, ws0, label(s0l)))
    add(FeatureHash.of(149, ws1, label(s1r), ts0))
    add(FeatureHash.of(150, form(s0r), ts0, tb0))
    add(FeatureHash.of(151, form(b0l), tb0, ts0))
    add(FeatureHash.of(152, ending(s0), ending(b0)))
    add(FeatureHash.of(153, tag(b0 - 1), pack(tag(s0 + 1), ts0, tb0)))
    add(FeatureHash.of(154, ws1, wb0, ts0))
    add(FeatureHash.of(155, wb0, wb1))
    add(FeatureHash.of(156, cs0, pack(tb0, tb1, tb2)))
    add(FeatureHash.of(157, pack(ts0, tb0, UInt64(min(depth, 5)))))
  }

  /// Computes the features of the relation of `dependent` to `head`, an arc that `state` is about
  /// to draw.
  package func fillArc(
    _ features: UnsafeMutablePointer<UInt32>, head: Int, dependent: Int,
    _ state: borrowing ParserState
  ) {
    let side: UInt64 = dependent < head ? 1 : 2
    let (wh, wd, th, td) = (form(head), form(dependent), tag(head), tag(dependent))
    let (ch, cd) = (kind(head), kind(dependent))
    let left = Int(state.leftChild[dependent])
    let right = Int(state.rightChild[dependent])
    let distance = UInt64(min(abs(head - dependent), 8))
    @inline(__always) func label(_ index: Int) -> UInt64 {
      index < 0 ? 62 : UInt64(state.relations[index])
    }
    let outer = dependent < head ? Int(state.leftChild[head]) : Int(state.rightChild[head])
    var slot = 0
    @inline(__always) func add(_ feature: UInt32) {
      features[slot] = feature
      slot += 1
    }
    let arc = pack(th, td, side)
    add(FeatureHash.of(200, arc))
    add(FeatureHash.of(201, wh, arc))
    add(FeatureHash.of(202, wd, arc))
    add(FeatureHash.of(203, wh, wd))
    add(FeatureHash.of(204, ch, arc))
    add(FeatureHash.of(205, cd, arc))
    add(FeatureHash.of(206, ch, cd, side))
    add(FeatureHash.of(207, pack(distance, side, td), th))
    add(FeatureHash.of(208, form(left), arc))
    add(FeatureHash.of(209, pack(label(left), tag(left), td), pack(th, side, 0)))
    add(FeatureHash.of(210, pack(label(right), tag(right), td), pack(th, side, 0)))
    add(FeatureHash.of(211, form(dependent - 1), arc))
    add(FeatureHash.of(212, form(dependent + 1), arc))
    add(FeatureHash.of(213, form(head - 1), arc))
    add(FeatureHash.of(214, form(head + 1), arc))
    add(FeatureHash.of(215, pack(label(outer), th, td), side))
    add(FeatureHash.of(216, wh, label(outer), pack(td, side, 0)))
    add(FeatureHash.of(217, pack(UInt64(state.leftCount[head]), th, td), side))
    add(FeatureHash.of(218, pack(tag(dependent - 1), td, tag(dependent + 1)), pack(th, side, 0)))
    add(FeatureHash.of(219, pack(tag(head - 1), th, tag(head + 1)), pack(td, side, 0)))
    add(FeatureHash.of(220, ending(dependent), ending(head), arc))
    add(FeatureHash.of(221, wd, side))
    add(FeatureHash.of(222, wh, pack(label(left), td, side)))
    add(FeatureHash.of(223, wd, label(outer), pack(th, side, 0)))
  }
}
