/// A line on standard error that tells how far the work is; it is gone at the end.
///
/// It is shown only on a terminal, only after half a second, and at most ten times a second.
struct Progress {
  private let isOn = Terminal.showsProgress
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?
  private var isVisible = false

  /// Shows how many articles were read, how fast, and how long the rest will take.
  mutating func show(_ tally: Tally, fraction: Double?) {
    guard isOn else { return }
    let now = ContinuousClock.now
    guard now - start > .milliseconds(500), lastShown.map({ now - $0 > .milliseconds(100) }) ?? true
    else { return }
    lastShown = now
    isVisible = true
    let seconds = (now - start) / .seconds(1)
    var line = "\(tally.count) articles, \(Int(Double(tally.count) / seconds)) a second"
    if let fraction, fraction > 0 {
      let left = Int(seconds * (1 - fraction) / fraction)
      line += ", \(Int(fraction * 100))%, \(left / 60) min \(left % 60) s left"
    }
    StandardStreams.reportRaw("\r\u{1B}[K" + line)
  }

  /// Takes the line away.
  mutating func clear() {
    guard isVisible else { return }
    isVisible = false
    StandardStreams.reportRaw("\r\u{1B}[K")
  }
}
