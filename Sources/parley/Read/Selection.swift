import ArgumentParser
internal import ParleyModel

/// A part of a reading that can be asked for.
enum ReadingPart: String, ExpressibleByArgument, CaseIterable {
  case attributions, positions, figures, changes
}

/// Which parts of a reading are shown.
struct Selection: Sendable {
  /// The parts asked for; empty means all.
  let parts: Set<ReadingPart>
  /// Positions of lower confidence are left out.
  let leastConfidence: Double
  /// Positions and figures that this reader did not see are left out; `nil` leaves all.
  var reader: ReaderKind?

  /// Whether a part is shown.
  func includes(_ part: ReadingPart) -> Bool { parts.isEmpty || parts.contains(part) }

  /// Returns `reading` without the parts that are not shown. References to what was left out
  /// become `nil`.
  func apply(to reading: ArticleReading) -> ArticleReading {
    guard !parts.isEmpty || leastConfidence > 0 || reader != nil else { return reading }
    var reading = reading
    reading.figures.removeAll { !isSeen(by: $0.readers) }
    if !includes(.attributions) {
      reading.attributions = []
      for index in reading.positions.indices { reading.positions[index].attribution = nil }
      for index in reading.figures.indices { reading.figures[index].attribution = nil }
    }
    var kept: [Int: Int] = [:]
    for (index, position) in reading.positions.enumerated()
    where includes(.positions) && position.confidence >= leastConfidence
      && isSeen(by: position.readers)
    {
      kept[index] = kept.count
    }
    reading.positions = reading.positions.enumerated().filter { kept[$0.offset] != nil }
      .map(\.element)
    for index in reading.changes.indices {
      reading.changes[index].from = reading.changes[index].from.flatMap { kept[$0] }
      reading.changes[index].to = reading.changes[index].to.flatMap { kept[$0] }
    }
    if !includes(.figures) { reading.figures = [] }
    if !includes(.changes) { reading.changes = [] }
    return reading
  }

  /// Whether the reader that is asked for is among `readers`; none at all means Parley's own.
  private func isSeen(by readers: [ReaderKind]) -> Bool {
    guard let reader else { return true }
    return readers.isEmpty ? reader == .builtIn : readers.contains(reader)
  }
}
