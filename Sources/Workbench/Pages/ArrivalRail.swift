internal import Dossier
internal import ParleyModel

/// A strip of bars: how many articles became known on each day.
struct ArrivalRail {
  /// The strip as SVG; empty where there are no articles.
  let markup: Markup

  init(_ snapshot: Snapshot) {
    var counts: [Int: Int] = [:]
    for entry in snapshot.articles {
      counts[entry.knownOn.dayNumber, default: 0] += 1
    }
    var markup = Markup()
    guard let first = counts.keys.min(), let last = counts.keys.max() else {
      self.markup = markup
      return
    }
    let most = Double(counts.values.max() ?? 1)
    let days = Double(max(1, last - first))
    markup.open(
      "svg",
      [
        ("viewBox", "0 0 1000 38"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"),
        ("class", "arrivals"),
      ])
    markup.open("path", [("d", "M0 30h1000"), ("class", "axis")])
    markup.tag("</path>")
    for (day, count) in counts.sorted(by: { $0.key < $1.key }) {
      let x = 4 + 986 * Double(day - first) / days
      let height = 4 + 22 * Double(count) / most
      markup.open(
        "rect",
        [
          ("x", Self.number(x)), ("y", Self.number(30 - height)), ("width", "5"),
          ("height", Self.number(height)),
        ])
      markup.tag("</rect>")
    }
    markup.tag("</svg>")
    self.markup = markup
  }

  /// A number with one decimal.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
  }
}
